import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { NotificationsFacade } from '../../notifications/notifications.facade';
import { refuse } from '../licences.errors';
import { annulled } from '../licences.notices';
import { StatusLists } from '../publishing/status-lists.service';
import type { AnnulLicenceInput } from './annulment.inputs';
import { basisOf } from './annulment.rules';
import type { Licence } from './licence.entity';
import { Licences } from './licence.store';

/** 撤销 */
@Injectable()
export class AnnulmentService {
  constructor(
    private readonly tx: Tx,
    private readonly vault: Vault,
    private readonly licences: Licences,
    private readonly lists: StatusLists,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** licences/L2: row, status list and the holder's notice in one transaction. */
  annul(by: Actor, id: string, { ground, reason, remedy, ...input }: AnnulLicenceInput): Promise<Licence> {
    return this.tx.run(async () => {
      const licence = await this.licences.lookupFor(by, 'annul', id);
      const basis = basisOf(ground, input.basis);
      if (!basis) throw refuse('basis-missing');
      const [from, to] = [licence.issuedOn, shanghaiDay(this.tx.now)];
      const { effectOn = to } = input;
      if (effectOn < from || effectOn > to) throw refuse('effect-day-unsound', { values: { from, to } });
      licence.annul(this.vault, { ground, basis, effectOn, remedy: { ...remedy } }, reason, this.tx.now);
      await this.licences.save(by, licence);
      await this.lists.changed(licence.credentials.at(-1)!.statusList);
      const about = { kind: this.licences.kind, id };
      const words = annulled({ typeName: licence.typeName, basis, effectOn, remedy });
      await this.notifications.tell(by, { partyId: licence.holderId, about, key: `licences.annulled/${id}`, words });
      return licence;
    });
  }
}
