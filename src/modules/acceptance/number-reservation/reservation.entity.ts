import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import type { ReservationState } from './reservation.lifecycle';

export type NewReservation = Pick<
  NumberReservation,
  'organizationId' | 'areaPath' | 'code' | 'day' | 'kind' | 'firstSerial' | 'lastSerial' | 'reservedAt' | 'expiresOn'
>;

/** acceptance/A1: numbers of one item and day that an organization may give to cases, each once (预留办件编号). */
@Entity({ schema: 'acceptance', name: 'number_reservation' })
export class NumberReservation extends Aggregate<ReservationState> {
  @Ref() readonly organizationId: string;
  @WordList() readonly areaPath: string[];
  @Words() readonly code: string;
  @Day() readonly day: string;
  @Words() readonly kind: string;
  @Whole() readonly firstSerial: number;
  @Whole() readonly lastSerial: number;
  @Instant() readonly reservedAt: string;
  /** The last day on which a case may take one of them. */
  @Day() readonly expiresOn: string;

  static reserve(given: NewReservation): NumberReservation {
    const reservation = Object.assign(new NumberReservation(), { state: 'reserved' as const }, given);
    const { code, day, firstSerial, lastSerial, expiresOn } = given;
    reservation.mark('reserve', { code, day, firstSerial, lastSerial, expiresOn });
    return reservation;
  }
}
