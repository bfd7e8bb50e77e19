import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import type { Guide } from '../../implementation/implementation.facade';
import type { Case } from '../case/case.entity';
import { CommitmentService } from '../commitment/commitment.service';
import { DeferralService } from '../deferral/deferral.service';

/** What the applicant has promised of a case: materials (A9), or that the conditions are met (A10). */
@Injectable()
export class Promises {
  constructor(
    private readonly deferrals: DeferralService,
    private readonly commitments: CommitmentService,
  ) {}

  /** Answers the materials that follow the decision. */
  mustAllowDecision(kase: Case): Promise<string[]> {
    return this.deferrals.mustAllowDecision(kase);
  }

  async decided(by: Actor, kase: Case, guide: Guide, granted: boolean): Promise<void> {
    if (!granted) return this.ended(by, kase);
    await this.commitments.granted(by, kase, guide);
  }

  /** Without a grant nothing is awaited, and nothing to be checked. */
  async ended(by: Actor, kase: Case): Promise<void> {
    await this.deferrals.lapse(by, kase);
    await this.commitments.lapse(by, kase);
  }
}
