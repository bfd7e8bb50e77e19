import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Config } from '../../../kernel/config/config';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Numbering } from '../../../kernel/numbering/numbering';
import { Tx } from '../../../kernel/persistence/tx';
import { ImplementationFacade } from '../../implementation/implementation.facade';
import { refuse as refuseCase } from '../acceptance.errors';
import { caseNumberKey, KIND } from '../case/case-number.rules';
import { NumberReservation } from './reservation.entity';
import { refuse } from './reservation.errors';
import type { ReserveNumbersInput } from './reservation.inputs';
import { reservers } from './reservation.policy';
import { DAYS_AHEAD, daysAfter } from './reservation.rules';
import { NumberReservations } from './reservation.store';
import type { ReservationView } from './reservation.views';

/** acceptance/A1: numbers for cases that begin where nobody can ask for one, from the counter that all cases take theirs from. */
@Injectable()
export class NumberReservationService {
  constructor(
    private readonly tx: Tx,
    private readonly config: Config,
    private readonly guides: ImplementationFacade,
    private readonly numbering: Numbering,
    private readonly reservations: NumberReservations,
  ) {}

  reserve(by: Actor, { code, day, count }: ReserveNumbersInput): Promise<ReservationView> {
    return this.tx.run(async () => {
      const today = shanghaiDay(this.tx.now);
      const offer = await this.guides.offer(code);
      if (!offer) throw refuseCase('no-such-offer', { values: { code } });
      const { organization, handling } = offer.guide;
      const place = { organizationId: organization.id, areaPath: organization.areaPath };
      if (!reservers.test(place as NumberReservation, by)) throw refuseKernel('not-allowed');
      const of = { ...place, code: offer.code, day: day ?? today };
      if (of.day < today || of.day > daysAfter(today, DAYS_AHEAD)) {
        const errors = [{ pointer: '/day', code: 'day', detail: `from ${today} to ${daysAfter(today, DAYS_AHEAD)}` }];
        throw refuse('reservation-day', { values: { days: DAYS_AHEAD }, errors });
      }
      // Last, because the counter stays locked until the commit.
      const lastSerial = await this.numbering.take(caseNumberKey(of.code, of.day), count);
      const reservation = NumberReservation.reserve({
        ...of,
        ...{ kind: KIND[handling], firstSerial: lastSerial - count + 1, lastSerial, reservedAt: this.tx.now },
        expiresOn: daysAfter(of.day, this.config.settings.RESERVED_NUMBER_DAYS),
      });
      await this.reservations.save(by, reservation);
      return this.reservations.view(reservation.id);
    });
  }
}
