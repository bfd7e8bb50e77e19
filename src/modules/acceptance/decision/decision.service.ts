import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Tx } from '../../../kernel/persistence/tx';
import type { Guide } from '../../implementation/implementation.facade';
import { type LicenceCard, LicencesFacade } from '../../licences/licences.facade';
import { refuse } from '../acceptance.errors';
import type { Case } from '../case/case.entity';
import { mustBeAnswered, openOrders } from '../case/notices.rules';
import { Cases } from '../case/case.store';
import { Clocks, subjectOf } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { type SealedCase, Sealing } from '../case/sealing.service';
import { Documents } from '../document/document.service';
import { certificateFields, lastDay } from './certificate.rules';
import { Delegates } from './delegates.service';
import { Promises } from './promises.service';

export interface Decided {
  granted: boolean;
  reasons?: string[];
  certificateFields?: Record<string, unknown>;
  /** Under which delegation of the organ (directory/D4). */
  delegationId?: string;
  /** Under which arrangement with the organ (directory/D5). */
  arrangementId?: string;
}

/** 决定 */
@Injectable()
export class DecisionService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly documents: Documents,
    private readonly licences: LicencesFacade,
    private readonly sealing: Sealing,
    private readonly delegates: Delegates,
    private readonly promises: Promises,
  ) {}

  decide(by: Actor, id: string, input: Decided, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const { acting, ...right } = await this.delegates.deciding(by, id);
      const kase = await this.cases.lookupFor(acting, 'decide', id, expected);
      await this.decideNow(by, kase, await this.guides.of(kase), { ...input, ...right });
      return kase;
    });
  }

  /** The case is in hand already. Without `timed` no limit ran and none begins. */
  async decideNow(by: Actor, kase: Case, guide: Guide, input: Decided, timed = true): Promise<void> {
    const { granted, reasons = [], delegationId, arrangementId } = input;
    // acceptance/A7
    if (!granted && !reasons.length) throw refuse('reasons-missing');
    if (kase.procedures.some(({ endedAt }) => endedAt === null)) throw refuse('procedure-running');
    const orders = granted ? openOrders(kase) : [];
    if (orders.length) mustBeAnswered(orders, (await this.guides.lightened(kase)).materials);
    const following = await this.promises.mustAllowDecision(kase);
    const licence = granted && guide.result.kind === 'licence' ? await this.issue(by, kase, guide, input) : undefined;
    if (timed) await this.clocks.meet(by, kase.id);
    const dueOn = timed && granted ? await this.clocks.startDelivery(by, kase.id, guide) : undefined;
    const content = { granted, reasons, result: guide.result.name, remedies: guide.remedies };
    const named = licence && { licence: { number: licence.number, typeName: licence.typeName, validUntil: licence.validUntil } };
    const document = await this.documents.draw(kase, guide, 'decision', { ...content, ...named });
    kase.decide(by, this.tx.now, { granted, licenceId: licence?.id, dueOn, document, delegationId, arrangementId, following });
    await this.cases.save(by, kase);
    await this.promises.decided(by, kase, guide, granted);
  }

  /** acceptance/A19: the certificate comes into being with the decision, or neither does. */
  private issue(by: Actor, kase: Case, { result }: Guide, input: Decided): Promise<LicenceCard> {
    const { form } = this.sealing.open<SealedCase>('case', kase);
    const validFrom = shanghaiDay(this.tx.now);
    return this.licences.issue(by, {
      typeCode: result.certificateType!,
      holderId: kase.applicantId,
      issuerOrganizationId: kase.organizationId,
      fields: certificateFields(result, form, input.certificateFields),
      validFrom,
      ...(result.validityMonths && { validUntil: lastDay(validFrom, result.validityMonths) }),
      basis: subjectOf(kase.id),
    });
  }
}
