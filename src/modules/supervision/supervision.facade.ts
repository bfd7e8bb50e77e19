import { Injectable } from '@nestjs/common';
import type { Card } from './card/card.entity';
import { Cards } from './card/card.store';

/** A warning card as other modules count it. */
export type WarningCard = Pick<Card, 'id' | 'rule' | 'colour' | 'state' | 'organizationId' | 'raisedAt' | 'outcome'>;

/** Warning cards for the floors above. */
@Injectable()
export class SupervisionFacade {
  constructor(private readonly cards: Cards) {}

  async cardsById(ids: string[]): Promise<WarningCard[]> {
    const cards = await this.cards.byIds(ids);
    return cards.map(({ id, rule, colour, state, organizationId, raisedAt, outcome }) => ({
      ...{ id, rule, colour, state, organizationId, raisedAt, outcome },
    }));
  }
}
