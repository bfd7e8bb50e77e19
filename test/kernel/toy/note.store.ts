import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../src/kernel/authz/actor';
import { limitOf, type Page, pageFrom, readCursor } from '../../../src/kernel/http/page';
import { Store } from '../../../src/kernel/persistence/store';
import { Line, Note } from './note.entity';
import type { NoteQuery } from './note.inputs';
import { type NoteAct, noteLifecycle } from './note.lifecycle';
import { notePolicy } from './note.policy';

@Injectable()
export class Notes extends Store<Note, NoteAct> {
  constructor() {
    const below = { lines: { entity: Line, column: 'note_id', order: 'text' } };
    super({ entity: Note, policy: notePolicy, lifecycle: noteLifecycle, below });
  }

  /** Oldest first, only what this reader sees. */
  list(by: Actor, query: NoteQuery): Promise<Page<Note>> {
    const limit = limitOf(query);
    const [at = null, id = null] = readCursor(query, 2) ?? [];
    const values: unknown[] = [at, id, query.urgent ?? null, limit + 1];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const where = `($1::timestamptz is null or (t.made_at, t.id) > ($1::timestamptz, $2::uuid)) and ($3::boolean is null or t.urgent = $3)`;
    const seen = this.of.policy.see.where(by, bind);
    return this.find(`${where} and ${seen}`, values, 'order by t.made_at, t.id limit $4').then((rows) =>
      pageFrom(rows, limit, (note) => [note.madeAt, note.id]),
    );
  }

  /** Ids for which the rule of an act holds, as SQL says it. */
  async idsWhere(by: Actor, act: NoteAct | 'see'): Promise<string[]> {
    const values: unknown[] = [];
    const rule = act === 'see' ? this.of.policy.see : this.of.policy.may[act];
    return (
      await this.find(
        rule.where(by, (value) => `$${values.push(value)}`),
        values,
      )
    ).map(({ id }) => id);
  }

  all(): Promise<Note[]> {
    return this.find('true', []);
  }

  async withId(id: string): Promise<Note> {
    return (await this.load(id, ''))!;
  }
}
