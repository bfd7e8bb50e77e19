import { uuidv7 } from './uuid';
import { refuse } from '../http/kernel.errors';
import type { Told } from '../events/fact';
import type { Lifecycle } from '../lifecycle/lifecycle';
import { Id, Whole, Words } from './columns';

/** What an act leaves behind besides the row: its history line, its facts and the rows below the record. */
export interface Marks {
  act: string;
  from: string | null;
  note: Record<string, unknown>;
  facts: Told[];
  added: object[];
  changed: object[];
}

/**
 * A record with identity, behaviour and history. Its methods are the acts of the law: they check the rule, move the state
 * and leave marks; the store writes row, history line and facts in one statement.
 */
export abstract class Aggregate<S extends string = string> {
  @Id() readonly id: string = uuidv7();
  /** 0 until first saved, then one more with each act; also the number of the last history line. */
  @Whole() readonly version: number = 0;
  /** Hash of the last history line: the head of this record's chain. */
  @Words() readonly historyHash: string = '';
  @Words() readonly state: S;

  /** Absent while nothing has been done that is not saved. */
  private marks?: Marks;

  /** Leaves a history line without changing the state. `note` holds what stays true and is no secret. */
  protected mark(act: string, note: Record<string, unknown> = {}): void {
    this.marks ??= { act, from: this.version === 0 ? null : this.state, note: {}, facts: [], added: [], changed: [] };
    Object.assign(this.marks.note, note);
  }

  /** Moves along the lifecycle table, nowhere else. */
  protected move<A extends string>(table: Lifecycle<S, A>, act: A, note: Record<string, unknown> = {}): void {
    if (!table.allows(act, this.state)) {
      throw refuse('not-possible-now', {
        values: { state: this.state },
        more: { state: this.state, acts: table.actsFrom(this.state) },
      });
    }
    this.mark(act, note);
    const { to } = table.steps[act];
    if (to !== 'unchanged') (this as { state: S }).state = to;
  }

  protected tell(fact: Told): void {
    this.openMarks().facts.push(fact);
  }

  /** A new row below this record, written with it. */
  protected add<T extends object>(row: T): T {
    this.openMarks().added.push(row);
    return row;
  }

  /** A row below this record that has changed, written with it. */
  protected alter(row: object): void {
    this.openMarks().changed.push(row);
  }

  private openMarks(): Marks {
    if (!this.marks) throw new Error('mark() or move() comes before tell(), add() and alter()');
    return this.marks;
  }
}

/** For the store only: takes the marks and lets the record start afresh. */
export function takeMarks(record: Aggregate): Marks | undefined {
  const holder = record as unknown as { marks?: Marks };
  const marks = holder.marks;
  delete holder.marks;
  return marks;
}
