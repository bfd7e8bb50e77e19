import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { LimitExceeded, LimitReprojected, LimitWarned } from '../../time-limits/time-limits.events';
import { ANSWER } from './card-limits.service';
import { cardLifecycle } from './card.lifecycle';
import { CardService } from './card.service';
import { CASE, Raising } from './raising.service';

const by = platform('supervision');

/** S1 `overdue`: what time-limits says of cases becomes cards, what it says of cards moves them. */
@Injectable()
export class LimitsRunningOut {
  constructor(
    private readonly raising: Raising,
    private readonly cards: CardService,
  ) {}

  @On(LimitWarned, 'supervision.raise-yellow')
  async warned({ payload }: FactOf<typeof LimitWarned>): Promise<void> {
    if (payload.subjectKind === CASE) await this.raising.overdue(by, payload, 'yellow');
  }

  @On(LimitReprojected, 'supervision.reconsider-yellow')
  async reprojected({ payload }: FactOf<typeof LimitReprojected>): Promise<void> {
    const later = payload.dueOn > payload.before;
    if (later && payload.subjectKind === CASE) await this.raising.reconsider(by, payload.subjectId, payload.limitId);
  }

  @On(LimitExceeded, 'supervision.raise-red')
  async exceeded({ payload }: FactOf<typeof LimitExceeded>): Promise<void> {
    if (payload.subjectKind === CASE) await this.raising.overdue(by, payload, 'red');
  }

  @On(LimitExceeded, 'supervision.answer-ran-out')
  async answerRanOut({ payload }: FactOf<typeof LimitExceeded>): Promise<void> {
    if (payload.subjectKind === cardLifecycle.name && payload.kind === ANSWER) await this.cards.runOut(by, payload.subjectId);
  }
}
