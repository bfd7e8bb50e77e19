import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { AccessLog } from '../../../kernel/history/access-log';
import { History } from '../../../kernel/history/history';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import type { Page } from '../../../kernel/http/page';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { IdentityFacade } from '../../identity/identity.facade';
import { credentialPlace } from '../licence/issued-credential.entity';
import { reasonPlace } from '../licence/legal-act.entity';
import type { Licence } from '../licence/licence.entity';
import { holder, issuerStaff } from '../licence/licence.policy';
import { Licences } from '../licence/licence.store';
import { LicenceHistoryLine } from './licence-history.views';
import type { LicenceListQuery } from './licence.inputs';
import { type CredentialView, type LicenceHolderView, LicenceLineView, type LicenceView } from './licence.views';

/** Holders read all of their own; the issuing organization masked, with a purpose and a trace (P10); supervisors nothing of a person. */
@Injectable()
export class LicenceReading {
  constructor(
    private readonly tx: Tx,
    private readonly vault: Vault,
    private readonly licences: Licences,
    private readonly identity: IdentityFacade,
    private readonly history: History,
    private readonly accessLog: AccessLog,
  ) {}

  /** Cards without anything of the holder: no line of a list is logged, so none may tell. */
  list(by: Actor, query: LicenceListQuery): Promise<Page<LicenceLineView>> {
    return this.tx.run(async () => {
      const { items, nextCursor } = await this.licences.list(by, query);
      return { items: items.map((licence) => this.line(by, licence)), nextCursor };
    });
  }

  own(by: Actor, query: LicenceListQuery): Promise<Page<LicenceView>> {
    return this.tx.run(async () => {
      const { items, nextCursor } = await this.licences.ownedBy(by, query);
      return { items: items.map((licence) => this.inClear(by, licence)), nextCursor };
    });
  }

  read(by: Actor, id: string): Promise<LicenceView> {
    return this.tx.run(async () => {
      const licence = await this.licences.see(by, id);
      if (holder.test(licence, by)) return this.inClear(by, licence);
      if (!issuerStaff.test(licence, by)) return this.line(by, licence);
      await this.log(by, licence, 'read');
      const { identifier, number } = licence;
      return { ...this.line(by, licence), identifier, number, ...(await this.masked(licence.holderId)) };
    });
  }

  /** licences/L4 */
  credential(by: Actor, id: string): Promise<CredentialView> {
    return this.tx.run(async () => {
      const licence = await this.licences.see(by, id);
      if (!holder.test(licence, by) && !issuerStaff.test(licence, by)) throw refuseKernel('not-allowed');
      await this.log(by, licence, 'credential');
      const { id: credentialId, sealed, identifier, digest, signedAt } = licence.credentials.at(-1)!;
      const credential = this.vault.open(sealed, credentialPlace(credentialId));
      return { identifier, format: 'dc+sd-jwt', credential, digest, signedAt };
    });
  }

  historyOf(by: Actor, id: string): Promise<LicenceHistoryLine[]> {
    return this.tx.run(async () => {
      const licence = await this.licences.see(by, id);
      const knows = holder.test(licence, by) || issuerStaff.test(licence, by);
      if (knows) await this.log(by, licence, 'history');
      const decided = new Map((await this.licences.legalActs(id)).map((act) => [act.seq, act]));
      return (await this.history.of(this.licences.kind, id)).map((line) => {
        const act = decided.get(line.seq);
        return LicenceHistoryLine.of(
          line,
          act,
          act && knows ? this.vault.open(act.reasonSealed, reasonPlace(act.id)) : undefined,
        );
      });
    });
  }

  /** What an act answers to whoever did it. */
  line(by: Actor, licence: Licence): LicenceLineView {
    return LicenceLineView.of(licence, this.licences.actsFor(by, licence), shanghaiDay(this.tx.now));
  }

  private inClear(by: Actor, licence: Licence): LicenceView {
    const { identifier, number, holderId: id } = licence;
    const content = licence.content(this.vault);
    const named = { id, name: content.holder.name, identifier: content.holder.identifier };
    return { ...this.line(by, licence), identifier, number, holder: named, fields: content.fields };
  }

  private async masked(id: string): Promise<{ holder?: LicenceHolderView }> {
    const [party] = await this.identity.parties([id]);
    return party ? { holder: { id, name: party.maskedName, identifier: party.maskedIdentifier } } : {};
  }

  /** One's own reads leave no line. */
  private log(by: Actor, { id, holderId }: Licence, operation: string): Promise<void> {
    return this.accessLog.note(by, { subjectId: holderId, operation, recordKind: this.licences.kind, recordId: id });
  }
}
