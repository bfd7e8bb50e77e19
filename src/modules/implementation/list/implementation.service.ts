import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { AdministrationBodies } from '../audit/administration-bodies.service';
import { AuditClock } from '../audit/audit-clock.service';
import type { GuideContent } from '../content/content.inputs';
import { codeOf, factsOf, guideOf, inherit } from '../content/guide-of.rules';
import { refuse } from '../implementation.errors';
import { beginning } from '../rules/effective-day.rules';
import { adoption, exerciseLevel, organLevel } from '../rules/list-check.rules';
import { lockedElements } from '../rules/locked-elements.rules';
import { Implementation } from './implementation.entity';
import type {
  ListAuditInput,
  DraftImplementationInput,
  PublishImplementationInput,
  WithdrawImplementationInput,
} from './implementation.inputs';
import { implementationPolicy } from './implementation.policy';
import { Implementations } from './implementation.store';
import { ListDesk } from './list-desk.service';

/** implementation/I8: the organ drafts and submits, the administration body of the same level audits and publishes. */
@Injectable()
export class ImplementationService {
  constructor(
    private readonly tx: Tx,
    private readonly lists: Implementations,
    private readonly desk: ListDesk,
    private readonly bodies: AdministrationBodies,
    private readonly clock: AuditClock,
  ) {}

  draft(by: Actor, input: DraftImplementationInput): Promise<Implementation> {
    return this.tx.run(async () => {
      const { organizationId, basicCode, level, variantName } = input;
      const organization = await this.desk.organization(organizationId);
      if (!implementationPolicy.may.edit.test({ organizationId, areaPath: organization.areaPath } as Implementation, by))
        throw refuseKernel('not-allowed');
      await this.desk.hold([basicCode]);
      const item = await this.desk.item(basicCode, organization.areaPath, { pointer: '/basicCode' });
      this.desk.refuseAny(
        [exerciseLevel, organLevel, adoption].flatMap((rule) => rule({ level, organization, content: {} }, item)),
      );
      const number = input.variantNumber ?? (await this.lists.nextVariant(codeOf(organization.uscc, level, basicCode)));
      const facts = factsOf(organization, item, level, number, variantName);
      if (await this.lists.ofVariant(facts.variantCode)) throw refuse('variant-exists', { values: { code: facts.variantCode } });
      const list = Implementation.draft(by.id, facts, item.versionId, inherit({}, item));
      await this.lists.save(by, list);
      return list;
    });
  }

  /** implementation/I1: a changed locked element is refused at once; the other rules wait for the submission. */
  edit(by: Actor, id: string, version: number, input: GuideContent): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'edit', id, version);
      const organization = await this.desk.organization(list.organizationId);
      const item = await this.desk.itemOf(list, organization.areaPath);
      const content = inherit(input, item);
      this.desk.refuseAny(lockedElements({ level: list.level, organization, content }, item));
      list.edit(by.id, item.versionId, content);
      await this.lists.save(by, list);
      return list;
    });
  }

  submit(by: Actor, id: string): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'submit', id);
      await this.passed(list);
      list.submit(by.id, await this.bodies.nearest(list.areaPath));
      await this.lists.save(by, list);
      await this.clock.start(by, list);
      return list;
    });
  }

  audit(by: Actor, id: string, { outcome, reasons }: ListAuditInput): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, outcome === 'approved' ? 'approve' : 'return', id);
      list.judge(by.id, outcome, reasons, this.tx.now);
      await this.lists.save(by, list);
      if (outcome === 'returned') await this.clock.meet(by, list);
      return list;
    });
  }

  /** The rules are asked again, of the catalogue as it stands on the day from which the version is to be in force. */
  publish(by: Actor, id: string, { effectiveFrom }: PublishImplementationInput = {}): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'publish', id);
      const from = effectiveFrom && beginning(effectiveFrom, this.tx.now);
      const organization = await this.passed(list, effectiveFrom);
      const standing = await this.lists.standing(id);
      list.publish(guideOf(list, list.content, organization), standing, from);
      await this.lists.save(by, list);
      await this.clock.meet(by, list);
      return list;
    });
  }

  unschedule(by: Actor, id: string, { reason }: WithdrawImplementationInput): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'unschedule', id);
      list.unschedule(reason, await this.lists.standing(id));
      await this.lists.save(by, list);
      await this.clock.cancel(by, list);
      return list;
    });
  }

  suspend(by: Actor, id: string, { reason }: WithdrawImplementationInput): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'suspend', id);
      list.suspend(reason, await this.lists.standing(id));
      await this.lists.save(by, list);
      return list;
    });
  }

  resume(by: Actor, id: string, { reason }: WithdrawImplementationInput): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'resume', id);
      list.resume(reason, await this.lists.standing(id));
      await this.lists.save(by, list);
      return list;
    });
  }

  withdraw(by: Actor, id: string, { reason }: WithdrawImplementationInput): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'withdraw', id);
      list.withdraw(reason, await this.lists.standing(id));
      await this.lists.save(by, list);
      await this.clock.cancel(by, list);
      return list;
    });
  }

  private async passed(list: Implementation, day?: string) {
    const organization = await this.desk.organization(list.organizationId);
    const { areaPath } = organization;
    await this.desk.hold([list.basicCode]);
    const item = day ? await this.desk.item(list.basicCode, areaPath, { day }) : await this.desk.itemOf(list, areaPath);
    this.desk.refuseAny(this.desk.findings(list, list.content, organization, item));
    return organization;
  }
}
