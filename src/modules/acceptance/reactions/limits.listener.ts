import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { LimitExceeded, LimitReprojected } from '../../time-limits/time-limits.events';
import { caseLifecycle } from '../case/case.lifecycle';
import { Cases } from '../case/case.store';
import { Clocks, INTAKE } from '../case/clocks.service';
import { AcceptanceService } from '../intake/acceptance.service';

const by = platform('acceptance');

/** What the clocks of a case tell. */
@Injectable()
export class CaseClocksListener {
  constructor(
    private readonly acceptances: AcceptanceService,
    private readonly clocks: Clocks,
    private readonly cases: Cases,
  ) {}

  /** acceptance/A5, art. 32 (1)(4): five working days without an answer, and the case counts as accepted from the day of receipt. */
  @On(LimitExceeded, 'acceptance.deem-accepted')
  async ranOut({ payload }: FactOf<typeof LimitExceeded>): Promise<void> {
    if (payload.kind === INTAKE) await this.acceptances.deem(by, payload.subjectId, payload);
  }

  /** Work lists sort by a copy of the day. */
  @On(LimitReprojected, 'acceptance.move-due-day')
  async moved({ payload }: FactOf<typeof LimitReprojected>): Promise<void> {
    if (payload.subjectKind !== caseLifecycle.name || payload.before === payload.dueOn) return;
    const kase = await this.cases.forClock(payload.subjectId);
    if (!kase?.dueOn) return;
    const dueOn = await this.clocks.nearest(kase.id);
    if (dueOn === kase.dueOn) return;
    kase.moveDueDay(dueOn);
    await this.cases.save(by, kase);
  }
}
