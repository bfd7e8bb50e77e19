import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { isUuid } from '../../../kernel/validation/text';
import { JourneyMember } from './journey-member.entity';
import { Journey } from './journey.entity';
import type { JourneyQuery } from './journey.inputs';
import { type JourneyAct, journeyLifecycle } from './journey.lifecycle';
import { journeyPolicy } from './journey.policy';

@Injectable()
export class Journeys extends Store<Journey, JourneyAct> {
  constructor() {
    const below = { members: { entity: JourneyMember, column: 'journey_id', order: 'position' } };
    super({ entity: Journey, policy: journeyPolicy, lifecycle: journeyLifecycle, below });
  }

  /** Those the actor may see, or a part of them, newest first; without their members. */
  async list(by: Actor, query: JourneyQuery): Promise<Page<Journey>> {
    const limit = limitOf(query);
    const [before = null] = readCursor(query, 1) ?? [];
    if (before !== null && !isUuid(String(before))) throw refuse('bad-cursor');
    const values: unknown[] = [before, query.state ?? null, query.code ?? null, limit + 1];
    const seen = journeyPolicy.see.where(by, (value) => `$${values.push(value)}`);
    const where = `($1::uuid is null or t.id < $1) and ($2::text is null or t.state = $2) and ($3::text is null or t.code = $3)
      and ${seen}`;
    return pageFrom(await this.find(where, values, 'order by t.id desc limit $4'), limit, ({ id }) => [id]);
  }

  byIds(ids: string[]): Promise<Journey[]> {
    return this.find('t.id = any($1::uuid[])', [ids]);
  }

  /** The journey, locked, because something has happened to one of its cases. */
  async following(id: string): Promise<Journey | undefined> {
    return isUuid(id) ? this.load(id, 'for update') : undefined;
  }

  /** bundles/B4: to stop is offered only while something waits. */
  override actsFor(by: Actor, journey: Journey): JourneyAct[] {
    const waits = journey.members.some(({ state }) => state === 'waiting');
    return super.actsFor(by, journey).filter((act) => act !== 'stop' || waits);
  }
}
