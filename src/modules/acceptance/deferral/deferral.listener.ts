import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { LimitExceeded, LimitReprojected, LimitWarned } from '../../time-limits/time-limits.events';
import { overdue, reminded } from './deferral.notices';
import { DEFERRAL } from './deferral.rules';
import { DeferralService } from './deferral.service';
import { Deferrals } from './deferral.store';

const by = platform('acceptance');

/** acceptance/A9: what the clock of a promise tells. Nothing is ended by it. */
@Injectable()
export class DeferralClocks {
  constructor(
    private readonly deferrals: Deferrals,
    private readonly service: DeferralService,
  ) {}

  @On(LimitWarned, 'acceptance.remind-of-deferral')
  async warned({ payload }: FactOf<typeof LimitWarned>): Promise<void> {
    const deferral = payload.kind === DEFERRAL && (await this.deferrals.forClock(payload.subjectId));
    if (deferral) await this.service.tell(by, `reminded-${deferral.dueOn}`, [deferral], reminded);
  }

  @On(LimitExceeded, 'acceptance.deferral-overdue')
  async ranOut({ payload }: FactOf<typeof LimitExceeded>): Promise<void> {
    const deferral = payload.kind === DEFERRAL && (await this.deferrals.forClock(payload.subjectId));
    if (!deferral || deferral.state === 'overdue') return;
    deferral.runOut();
    await this.deferrals.save(by, deferral);
    await this.service.tell(by, 'overdue', [deferral], overdue);
  }

  @On(LimitReprojected, 'acceptance.move-deferral')
  async moved({ payload }: FactOf<typeof LimitReprojected>): Promise<void> {
    const deferral = payload.kind === DEFERRAL && (await this.deferrals.forClock(payload.subjectId));
    if (!deferral || deferral.dueOn === payload.dueOn) return;
    deferral.moveDueDay(payload.dueOn);
    await this.deferrals.save(by, deferral);
  }
}
