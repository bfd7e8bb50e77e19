import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { Implementation } from '../list/implementation.entity';
import { implementationLifecycle } from '../list/implementation.lifecycle';

export const AUDIT = 'implementation.list-audit';
const DAYS = 5;

const subjectOf = ({ id }: Implementation) => ({ kind: implementationLifecycle.name, id });

/** implementation/I8: five working days from the submission until the list is published or goes back, by the body's calendar. */
@Injectable()
export class AuditClock {
  constructor(private readonly limits: TimeLimitsFacade) {}

  async start(by: Actor, list: Implementation): Promise<void> {
    await this.limits.start(by, {
      ...{ subject: subjectOf(list), kind: AUDIT, area: list.auditDivision!, days: DAYS, unit: 'working-day' },
      ...{ pauses: false, basis: '新政发〔2022〕84号（本级政务服务管理机构审核发布）' },
    });
  }

  meet(by: Actor, list: Implementation): Promise<void> {
    return this.limits.meet(by, subjectOf(list), AUDIT);
  }

  /** Nobody waits for the audit any more. */
  cancel(by: Actor, list: Implementation): Promise<void> {
    return this.limits.cancel(by, subjectOf(list), AUDIT);
  }
}
