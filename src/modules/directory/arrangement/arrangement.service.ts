import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../directory.errors';
import { DivisionService } from '../division/division.service';
import { Organizations } from '../organization/organization.store';
import { ServicePlaces } from '../place/place.store';
import { Arrangement, type Receiver } from './arrangement.entity';
import type { ArrangeInput, RevokeArrangementInput } from './arrangement.inputs';
import { arrangers } from './arrangement.policy';
import { Arrangements } from './arrangement.store';
import { MODES_ZH } from './modes.rules';

@Injectable()
export class ArrangementService {
  constructor(
    private readonly tx: Tx,
    private readonly arrangements: Arrangements,
    private readonly organizations: Organizations,
    private readonly places: ServicePlaces,
    private readonly divisions: DivisionService,
  ) {}

  grant(by: Actor, { grantorId, receiverId, placeId, ...facts }: ArrangeInput): Promise<Arrangement> {
    return this.tx.run(async () => {
      const grantor = await this.organizations.see(by, grantorId);
      if (!arrangers.test({ grantorId }, by)) throw refuseKernel('not-allowed');
      const receiver = await this.receiver(by, receiverId, placeId);
      await this.organizations.mustBeActive(grantorId, receiver.id);
      const arrangement = Arrangement.grant(grantor, receiver, facts, shanghaiDay(this.tx.now));
      const other = await this.arrangements.contradicting(arrangement);
      if (other) {
        const { id, mode } = other;
        throw refuse('other-mode', { values: { id, mode, modeZh: MODES_ZH[mode] } });
      }
      await this.arrangements.save(by, arrangement);
      return arrangement;
    });
  }

  revoke(by: Actor, id: string, { reason }: RevokeArrangementInput): Promise<Arrangement> {
    return this.tx.run(async () => {
      const arrangement = await this.arrangements.lookupFor(by, 'revoke', id);
      arrangement.revoke(reason, this.tx.now);
      await this.arrangements.save(by, arrangement);
      return arrangement;
    });
  }

  /** A place receives through the organ that runs it. */
  private async receiver(by: Actor, receiverId?: string, placeId?: string): Promise<Receiver> {
    if (!receiverId === !placeId) throw refuse('one-receiver');
    if (receiverId) {
      await this.organizations.mustBeActive(receiverId);
      return { id: receiverId, placeId: null, ...(await this.siteOf(await this.organizations.see(by, receiverId))) };
    }
    const [place] = await this.places.openOnes([placeId!]);
    if (!place) throw refuse('no-such-place', { values: { id: placeId! } });
    return { id: place.hostId, placeId: place.id, ...(await this.siteOf(place)) };
  }

  private siteOf({ divisionCode }: { divisionCode: string }): Promise<Omit<Receiver, 'id' | 'placeId'>> {
    return this.divisions.siteIn(divisionCode);
  }
}
