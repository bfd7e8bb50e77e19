import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Tx } from '../../../kernel/persistence/tx';
import { AcceptanceFacade } from '../../acceptance/acceptance.facade';
import { type LimitCard, TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { Colour } from '../rule/monitoring.rules';
import { CardLimits } from './card-limits.service';
import { Card } from './card.entity';
import { Cards } from './card.store';
import { evidenceOf } from './evidence.rules';

/** The limits that are watched are those of cases. */
export const CASE = 'acceptance.case';

/** What a rung of the ladder tells. */
interface Rung {
  subjectId: string;
  limitId: string;
  provisional: boolean;
}

@Injectable()
export class Raising {
  constructor(
    private readonly tx: Tx,
    private readonly cards: Cards,
    private readonly cardLimits: CardLimits,
    private readonly limits: TimeLimitsFacade,
    private readonly acceptance: AcceptanceFacade,
  ) {}

  /** S2: one card per limit and colour, with what it rests on; the unique index has the last word. */
  overdue(by: Actor, { subjectId: caseId, limitId, provisional }: Rung, colour: Colour): Promise<void> {
    return this.tx.run(async () => {
      if (await this.cards.struck('overdue', colour, limitId)) return;
      const subject = { kind: CASE, id: caseId };
      const [[kase], limits] = [await this.acceptance.cases([caseId]), await this.limits.of([subject])];
      const limit = limits.find(({ id }) => id === limitId);
      if (!kase || !limit) return;
      // The calendar that was lacking when the rung was told has arrived since.
      if (colour === 'yellow' && provisional && !limit.provisional && isTooEarly(limit, this.tx.now)) return;
      const { organizationId, areaPath } = kase;
      const facts = { rule: 'overdue' as const, colour, hit: limitId, subject, organizationId, areaPath };
      const card = Card.raise({ ...facts, evidence: evidenceOf(limit, kase) }, this.tx.now);
      await this.cards.save(by, card);
      await this.cardLimits.begin(by, card);
    });
  }

  /** S2: a calendar came late and moved the days; a card that warned too early is lifted. */
  reconsider(by: Actor, caseId: string, limitId: string): Promise<void> {
    return this.tx.run(async () => {
      const card = await this.cards.warningOf(limitId);
      const limit = (await this.limits.of([{ kind: CASE, id: caseId }])).find(({ id }) => id === limitId);
      if (!card || !limit || !isTooEarly(limit, this.tx.now)) return;
      card.fallAway(limit.dueOn, this.tx.now);
      await this.cards.save(by, card);
      await this.cardLimits.closed(by, card);
    });
  }
}

const isTooEarly = ({ warnOn }: LimitCard, now: string): boolean => warnOn !== null && warnOn > shanghaiDay(now);
