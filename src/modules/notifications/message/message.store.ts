import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import type { InboxQuery } from './inbox.inputs';
import { Dispatch, Message } from './message.entity';
import { type MessageAct, messageLifecycle } from './message.lifecycle';
import { inboxesOf, messagePolicy } from './message.policy';

@Injectable()
export class Messages extends Store<Message, MessageAct> {
  constructor() {
    const below = { dispatches: { entity: Dispatch, column: 'message_id', order: 'id' } };
    super({ entity: Message, policy: messagePolicy, lifecycle: messageLifecycle, below });
  }

  /** Newest first. Each inbox is read on its own as far as a page goes, so that a long one costs no more than a short one. */
  async inbox(by: Actor, query: InboxQuery): Promise<Page<Message>> {
    const limit = limitOf(query);
    const [before = null] = readCursor(query, 1) ?? [];
    const rows = await this.db.query<{ row: object }>(
      `select ${this.whole()} as row
       from unnest($1::uuid[]) as inbox (party_id) cross join lateral (
         select * from ${this.table()} m where m.party_id = inbox.party_id and ($2::uuid is null or m.id < $2::uuid)
           and ($3::text is null or m.state = $3) order by m.id desc limit $4) t
       order by t.id desc limit $4`,
      [inboxesOf(by), before, query.state ?? null, limit + 1],
    );
    return pageFrom(
      rows.map(({ row }) => this.hydrate(row)),
      limit,
      ({ id }) => [id],
    );
  }

  /** Which of these keys have been told already. */
  async told(keys: string[]): Promise<string[]> {
    const rows = await this.db.query<{ key: string }>(`select key from ${this.table()} where key = any($1::text[])`, [keys]);
    return rows.map(({ key }) => key);
  }
}
