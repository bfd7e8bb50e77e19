import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { LimitCard } from '../time-limits/time-limits.facade';
import type { Card } from './card/card.entity';
import { CardService } from './card/card.service';
import { Cards } from './card/card.store';
import { Raising } from './card/raising.service';
import type { Colour } from './rule/monitoring.rules';

/** A warning card as other modules count it. */
export type WarningCard = Pick<Card, 'id' | 'rule' | 'colour' | 'state' | 'organizationId' | 'raisedAt' | 'outcome'>;

/** Warning cards for the floors above. */
@Injectable()
export class SupervisionFacade {
  constructor(
    private readonly cards: Cards,
    private readonly raising: Raising,
    private readonly service: CardService,
  ) {}

  async cardsById(ids: string[]): Promise<WarningCard[]> {
    const cards = await this.cards.byIds(ids);
    return cards.map(({ id, rule, colour, state, organizationId, raisedAt, outcome }) => ({
      ...{ id, rule, colour, state, organizationId, raisedAt, outcome },
    }));
  }

  /** What happens when a rung of a case's limit is told: one card per limit and colour. */
  async raise(by: Actor, { id: limitId, subject, provisional }: LimitCard, colour: Colour): Promise<void> {
    await this.raising.overdue(by, { subjectId: subject.id, limitId, provisional }, colour);
  }

  async answer(by: Actor, id: string, text: string): Promise<void> {
    await this.service.answer(by, id, { text });
  }

  async appeal(by: Actor, id: string, grounds: string): Promise<void> {
    await this.service.appeal(by, id, { grounds });
  }
}
