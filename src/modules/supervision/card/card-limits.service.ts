import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { DirectoryFacade } from '../../directory/directory.facade';
import { type LimitCard, TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import { monitoringRules } from '../rule/monitoring.rules';
import type { Card } from './card.entity';
import { cardLifecycle } from './card.lifecycle';

export const ANSWER = 'supervision.answer';
export const APPEAL = 'supervision.appeal';

const subjectOf = ({ id }: Pick<Card, 'id'>) => ({ kind: cardLifecycle.name, id });

/** The two limits of a card, kept by time-limits: to answer and to appeal (S2). */
@Injectable()
export class CardLimits {
  constructor(
    private readonly limits: TimeLimitsFacade,
    private readonly directory: DirectoryFacade,
  ) {}

  async begin(by: Actor, card: Card): Promise<void> {
    await this.limits.startAll(by, [await this.of(card, ANSWER), await this.of(card, APPEAL)]);
  }

  /** After an appeal that was not granted the answer has its full limit again. */
  async beginAnswerAgain(by: Actor, card: Card): Promise<void> {
    await this.limits.start(by, await this.of(card, ANSWER));
  }

  async answered(by: Actor, card: Card): Promise<void> {
    await this.limits.meet(by, subjectOf(card), ANSWER);
  }

  async appealed(by: Actor, card: Card): Promise<void> {
    await this.limits.meet(by, subjectOf(card), APPEAL);
    await this.limits.cancel(by, subjectOf(card), ANSWER);
  }

  async closed(by: Actor, card: Card): Promise<void> {
    await this.limits.cancel(by, subjectOf(card));
  }

  /** The limits as they stand; of several answers the one that counts now. */
  async read(card: Card): Promise<Partial<Record<'answer' | 'appeal', LimitCard>>> {
    const cards = await this.limits.of([subjectOf(card)]);
    return { answer: cards.findLast(({ kind }) => kind === ANSWER), appeal: cards.findLast(({ kind }) => kind === APPEAL) };
  }

  private async of(card: Card, kind: typeof ANSWER | typeof APPEAL) {
    const { answerDays, appealDays } = monitoringRules[card.rule];
    const [organization] = await this.directory.organizationsById([card.organizationId]);
    return {
      ...{ subject: subjectOf(card), kind, area: organization!.divisionCode },
      ...{ days: kind === ANSWER ? answerDays : appealDays, unit: 'working-day' as const },
      ...{ basis: '监察规则 supervision/S2', warns: false, pauses: false },
    };
  }
}
