import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { LimitReprojected, LimitWarned } from '../../time-limits/time-limits.events';
import { commitmentLifecycle } from './commitment.lifecycle';
import { reminded } from './commitment.notices';
import { AFTER_CHECK } from './commitment.rules';
import { CommitmentService } from './commitment.service';
import { Commitments } from './commitment.store';

const by = platform('acceptance');

/** acceptance/A10: what the clocks of a commitment tell. Nothing is decided by them. */
@Injectable()
export class CommitmentClocks {
  constructor(
    private readonly commitments: Commitments,
    private readonly service: CommitmentService,
  ) {}

  @On(LimitWarned, 'acceptance.remind-of-commitment')
  async warned({ payload }: FactOf<typeof LimitWarned>): Promise<void> {
    // The check is the organ's to make.
    if (payload.subjectKind !== commitmentLifecycle.name || payload.kind === AFTER_CHECK) return;
    const commitment = await this.commitments.ofCase(payload.subjectId);
    if (commitment) await this.service.tell(by, `reminded-${payload.limitId}`, commitment, reminded(payload.dueOn));
  }

  @On(LimitReprojected, 'acceptance.move-commitment')
  async moved({ payload }: FactOf<typeof LimitReprojected>): Promise<void> {
    if (payload.subjectKind !== commitmentLifecycle.name) return;
    const commitment = await this.commitments.ofCase(payload.subjectId);
    if (commitment?.moveDueDay(payload.kind, payload.dueOn)) await this.commitments.save(by, commitment);
  }
}
