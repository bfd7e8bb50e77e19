import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { LimitExceeded, LimitReprojected, PauseLapsed } from '../../time-limits/time-limits.events';
import { caseLifecycle } from '../case/case.lifecycle';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { INTAKE } from '../case/case-limits.rules';
import { Clocks } from '../case/clocks.service';
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
    if (kase?.dueOn) await this.follow(kase);
  }

  /** time-limits/T5: a procedure has outlasted the time told for it. It goes on, but the clock of the case runs. */
  @On(PauseLapsed, 'acceptance.show-due-day')
  async lapsed({ payload }: FactOf<typeof PauseLapsed>): Promise<void> {
    if (payload.subjectKind !== caseLifecycle.name) return;
    const kase = await this.cases.forClock(payload.subjectId);
    if (kase?.state === 'suspended') await this.follow(kase);
  }

  private async follow(kase: Case): Promise<void> {
    const dueOn = await this.clocks.nearest(kase.id);
    if (dueOn === kase.dueOn) return;
    kase.moveDueDay(dueOn);
    await this.cases.save(by, kase);
  }
}
