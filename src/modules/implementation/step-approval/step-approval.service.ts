import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade } from '../../directory/directory.facade';
import { IdentityFacade } from '../../identity/identity.facade';
import { NotificationsFacade } from '../../notifications/notifications.facade';
import { AdministrationBodies } from '../audit/administration-bodies.service';
import type { Implementation } from '../list/implementation.entity';
import { implementationLifecycle } from '../list/implementation.lifecycle';
import { Implementations } from '../list/implementation.store';
import { ListEditors } from '../list/list-editors.service';
import type { AskStepApprovalInput, DecideStepApprovalInput } from './step-approval.inputs';
import { approvalAsked, approvalDecided } from './step-approval.notices';

/** implementation/I4: more steps are asked for by the editor, and granted or refused by the administration body of the same level. */
@Injectable()
export class StepApprovals {
  constructor(
    private readonly tx: Tx,
    private readonly lists: Implementations,
    private readonly bodies: AdministrationBodies,
    private readonly directory: DirectoryFacade,
    private readonly identity: IdentityFacade,
    private readonly notifications: NotificationsFacade,
    private readonly editors: ListEditors,
  ) {}

  ask(by: Actor, id: string, { reason }: AskStepApprovalInput): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'ask-approval', id);
      const division = await this.bodies.nearest(list.areaPath);
      const approval = list.askApproval(by.id, reason, division, this.tx.now);
      await this.lists.save(by, list);
      const about = { kind: implementationLifecycle.name, id };
      const key = `implementation.step-approval/${id}/${list.version}`;
      const words = approvalAsked(list, approval);
      const told = await this.bodies.staff(division);
      await this.notifications.tell(by, ...told.map((partyId) => ({ partyId, about, key: `${key}/${partyId}`, words })));
      return list;
    });
  }

  decide(by: Actor, id: string, input: DecideStepApprovalInput): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, input.outcome === 'granted' ? 'grant-approval' : 'refuse-approval', id);
      const authority = await this.authority(by, list);
      const approval = list.decideApproval(by.id, { ...input, authority, day: shanghaiDay(this.tx.now) });
      await this.lists.save(by, list);
      await this.editors.tell(by, [list], `step-approval/${list.version}`, () => approvalDecided(list, approval));
      return list;
    });
  }

  /** The organ for which somebody decides: where they work, else the body of the division by its name. */
  private async authority(by: Actor, { auditDivision, areaPath }: Implementation): Promise<string> {
    const unit = by.kind === 'staff' ? await this.identity.workplaceOf(by.id) : undefined;
    const name = unit && (await this.directory.organizationName(unit));
    return name ?? `${await this.directory.divisionName(auditDivision ?? areaPath[0]!)}政务服务管理机构`;
  }
}
