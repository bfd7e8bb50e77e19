import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import type { Colour, RuleCode } from '../rule/monitoring.rules';
import { Card } from './card.entity';
import type { CardQuery } from './card.inputs';
import { type CardAct, cardLifecycle } from './card.lifecycle';
import { cardPolicy } from './card.policy';

@Injectable()
export class Cards extends Store<Card, CardAct> {
  constructor() {
    super({ entity: Card, policy: cardPolicy, lifecycle: cardLifecycle });
  }

  /** Those the actor may see, newest first. */
  async list(by: Actor, query: CardQuery): Promise<Page<Card>> {
    const limit = limitOf(query);
    const [before = null] = readCursor(query, 1) ?? [];
    const { state = null, colour = null, rule = null, organization = null } = query;
    const values: unknown[] = [before, state, colour, rule, organization, limit + 1];
    const seen = cardPolicy.see.where(by, (value) => `$${values.push(value)}`);
    const where = `($1::uuid is null or t.id < $1::uuid) and ($2::text is null or t.state = $2) and ($3::text is null or t.colour = $3)
      and ($4::text is null or t.rule = $4) and ($5::uuid is null or t.organization_id = $5::uuid) and ${seen}`;
    return pageFrom(await this.find(where, values, 'order by t.id desc limit $6'), limit, ({ id }) => [id]);
  }

  byIds(ids: string[]): Promise<Card[]> {
    return this.find('t.id = any($1::uuid[])', [ids]);
  }

  /** The card, locked, while it waits for an answer. */
  async waiting(id: string): Promise<Card | undefined> {
    const card = await this.load(id, 'for update');
    return card?.state === 'open' ? card : undefined;
  }

  /** The yellow card that this limit raised, locked, until it is closed. */
  async warningOf(limitId: string): Promise<Card | undefined> {
    const where = `t.rule = 'overdue' and t.colour = 'yellow' and t.hit = $1 and t.state <> 'closed'`;
    return (await this.find(where, [limitId], 'for update of t'))[0];
  }

  /** S2: whether the rule has struck here already. */
  async struck(rule: RuleCode, colour: Colour, hit: string): Promise<boolean> {
    const sql = `select 1 from ${this.table()} where rule = $1 and colour = $2 and hit = $3`;
    return (await this.db.one(sql, [rule, colour, hit])) !== undefined;
  }
}
