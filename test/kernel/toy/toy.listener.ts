import { Injectable } from '@nestjs/common';
import type { FactOf } from '../../../src/kernel/events/fact';
import { On } from '../../../src/kernel/events/listeners';
import { Db } from '../../../src/kernel/persistence/db';
import { NotePublished } from './toy.events';

const LEAVE = 'insert into kernel_test.effect (fact_id, listener, title) values ($1, $2, $3)';

@Injectable()
export class ToyListener {
  /** How often the second listener still fails, by title of the note. */
  static readonly failures = new Map<string, number>();

  constructor(private readonly db: Db) {}

  @On(NotePublished, 'kernel-test.steady')
  async steady(fact: FactOf<typeof NotePublished>): Promise<void> {
    await this.db.query(LEAVE, [fact.id, 'steady', fact.payload.title]);
  }

  /** Leaves its effect first and fails afterwards: the effect has to vanish with the failure. */
  @On(NotePublished, 'kernel-test.stumbling')
  async stumble(fact: FactOf<typeof NotePublished>): Promise<void> {
    const { title } = fact.payload;
    await this.db.query(LEAVE, [fact.id, 'stumbling', title]);
    const left = ToyListener.failures.get(title) ?? 0;
    if (left === 0) return;
    ToyListener.failures.set(title, left - 1);
    throw new Error(`stumbled over ${title}`);
  }
}
