import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { Arrangement } from './arrangement.entity';
import type { ArrangementQuery } from './arrangement.inputs';
import { type ArrangementAct, arrangementLifecycle } from './arrangement.lifecycle';
import { arrangementPolicy } from './arrangement.policy';

const TODAY = `(kernel.now() at time zone 'Asia/Shanghai')::date`;
const WORKS = (column: string) => `exists (select from directory.organization o where o.id = t.${column} and o.state = 'active')`;
const LIVE = `t.state = 'granted' and ${TODAY} between t.from_on and coalesce(t.to_on, 'infinity')
  and ${WORKS('grantor_id')} and ${WORKS('receiver_id')}`;
/** It names the item itself or its main item. */
const covers = (code: string) => `t.item_codes && array[${code}::text, left(${code}::text, 9)]`;

@Injectable()
export class Arrangements extends Store<Arrangement, ArrangementAct> {
  constructor() {
    super({ entity: Arrangement, policy: arrangementPolicy, lifecycle: arrangementLifecycle });
  }

  /** Newest first. */
  async list(query: ArrangementQuery): Promise<Page<Arrangement>> {
    const limit = limitOf(query);
    const [before = null] = readCursor(query, 1) ?? [];
    const { grantorId = null, receiverId = null, basicCode = null, mode = null, live = null } = query;
    const rows = await this.find(
      `($1::uuid is null or t.id < $1) and ($2::uuid is null or t.grantor_id = $2) and ($3::uuid is null or t.receiver_id = $3)
        and ($4::text is null or ${covers('$4')}) and ($5::text is null or t.mode = $5) and ($6::boolean is null or (${LIVE}) = $6)`,
      [before, grantorId, receiverId, basicCode, mode, live, limit + 1],
      'order by t.id desc limit $7',
    );
    return pageFrom(rows, limit, ({ id }) => [id]);
  }

  /**
   * Another mode at the same place or organ on one of the same days for one of the same items. Arrangements with one receiver
   * follow one another, so that of two that contradict each other one is refused.
   */
  async contradicting({ receiverId, placeId, mode, itemCodes, fromOn, toOn }: Arrangement): Promise<Arrangement | undefined> {
    await this.db.query(`select pg_advisory_xact_lock(hashtextextended('directory.arrangement ' || $1::text, 0))`, [receiverId]);
    const where = `t.state = 'granted' and t.receiver_id = $1 and ($2::uuid is null or t.place_id is null or t.place_id = $2)
      and t.mode <> $3 and daterange(t.from_on, t.to_on, '[]') && daterange($5::date, $6::date, '[]')
      and exists (select from unnest(t.item_codes) a, unnest($4::text[]) b where starts_with(a, b) or starts_with(b, a))`;
    return (await this.find(where, [receiverId, placeId, mode, itemCodes, fromOn, toOn], 'order by t.id limit 1'))[0];
  }

  /** What holds today between a grantor and one of these organs for an item; authorized handling first. */
  async between(grantorId: string, receiverIds: string[], basicCode: string): Promise<Arrangement | undefined> {
    const where = `t.grantor_id = $1 and t.receiver_id = any($2::uuid[]) and ${covers('$3')} and ${LIVE}`;
    const first = `order by t.mode = 'authorized-handling' desc, t.id limit 1`;
    return (await this.find(where, [grantorId, receiverIds, basicCode], first))[0];
  }

  /** What holds today at a place: its own, and what the organ that runs it receives for all its places. */
  liveAt(place: { id: string; hostId: string }): Promise<Arrangement[]> {
    const where = `(t.place_id = $1 or (t.receiver_id = $2 and t.place_id is null)) and ${LIVE}`;
    return this.find(where, [place.id, place.hostId], 'order by t.id');
  }
}
