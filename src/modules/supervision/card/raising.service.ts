import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { AcceptanceFacade } from '../../acceptance/acceptance.facade';
import { TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { Colour } from '../rule/monitoring.rules';
import { CardLimits } from './card-limits.service';
import { Card } from './card.entity';
import { Cards } from './card.store';
import { evidenceOf } from './evidence.rules';

/** The limits that are watched are those of cases. */
export const CASE = 'acceptance.case';

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
  overdue(by: Actor, caseId: string, limitId: string, colour: Colour): Promise<void> {
    return this.tx.run(async () => {
      if (await this.cards.struck('overdue', colour, limitId)) return;
      const subject = { kind: CASE, id: caseId };
      const [[kase], limits] = [await this.acceptance.cases([caseId]), await this.limits.of([subject])];
      const limit = limits.find(({ id }) => id === limitId);
      if (!kase || !limit) return;
      const { organizationId, areaPath } = kase;
      const facts = { rule: 'overdue' as const, colour, hit: limitId, subject, organizationId, areaPath };
      const card = Card.raise({ ...facts, evidence: evidenceOf(limit, kase) }, this.tx.now);
      await this.cards.save(by, card);
      await this.cardLimits.begin(by, card);
    });
  }
}
