import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { NotificationsFacade, type Words } from '../../notifications/notifications.facade';
import { LimitExceeded, LimitWarned } from '../../time-limits/time-limits.events';
import type { Implementation } from '../list/implementation.entity';
import { implementationLifecycle } from '../list/implementation.lifecycle';
import { Implementations } from '../list/implementation.store';
import { AdministrationBodies } from './administration-bodies.service';
import { AUDIT } from './audit-clock.service';
import { auditDue, auditOverdue } from './audit.notices';

const by = platform('implementation');
const OPEN = ['submitted', 'audited'];

/** implementation/I8: an audit that is late is told to the body that owes it, and to the next one above. */
@Injectable()
export class AuditLimits {
  constructor(
    private readonly lists: Implementations,
    private readonly bodies: AdministrationBodies,
    private readonly notifications: NotificationsFacade,
  ) {}

  @On(LimitWarned, 'implementation.remind-of-audit')
  async warned({ payload: { kind, subjectId, dueOn, limitId } }: FactOf<typeof LimitWarned>): Promise<void> {
    if (kind !== AUDIT) return;
    const list = await this.lists.see(by, subjectId);
    if (OPEN.includes(list.state)) await this.tell(list, [list.auditDivision!], `due/${limitId}`, auditDue(list, dueOn));
  }

  @On(LimitExceeded, 'implementation.escalate-audit')
  async exceeded({ payload: { kind, subjectId, dueOn, limitId } }: FactOf<typeof LimitExceeded>): Promise<void> {
    if (kind !== AUDIT) return;
    if (!OPEN.includes((await this.lists.see(by, subjectId)).state)) return;
    const list = await this.lists.lookupFor(by, 'escalate', subjectId);
    const above = await this.bodies.above(list.areaPath, list.auditDivision!);
    list.escalateAudit(above);
    await this.lists.save(by, list);
    await this.tell(list, [list.auditDivision!, ...(above ? [above] : [])], `overdue/${limitId}`, auditOverdue(list, dueOn));
  }

  private async tell(list: Implementation, divisions: string[], what: string, words: Words): Promise<void> {
    const told = new Set<string>();
    for (const division of divisions) for (const id of await this.bodies.staff(division)) told.add(id);
    const about = { kind: implementationLifecycle.name, id: list.id };
    await this.notifications.tell(
      by,
      ...[...told].map((partyId) => ({ partyId, about, key: `implementation.audit-${what}/${partyId}`, words })),
    );
  }
}
