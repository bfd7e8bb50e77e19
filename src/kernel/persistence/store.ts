import { Inject } from '@nestjs/common';
import { DataSource, type EntityMetadata } from 'typeorm';
import type { Actor } from '../authz/actor';
import type { Policy } from '../authz/policy';
import { refuse } from '../http/kernel.errors';
import { context } from '../http/context';
import { Relay } from '../events/relay';
import { digest, type HistoryLine, sealLine } from '../history/history';
import type { Lifecycle } from '../lifecycle/lifecycle';
import { type Aggregate, takeMarks } from './aggregate';
import { Db } from './db';
import { storedInstant } from './instant';
import { Tx } from './tx';
import { uuidv7 } from './uuid';
import { type Part, writeStatement } from './write-statement';

type Constructor<T> = abstract new (...args: never[]) => T;

export interface StoreOf<T extends Aggregate, A extends string> {
  entity: Constructor<T>;
  policy: Policy<T, A>;
  lifecycle: Lifecycle<T['state'], A>;
  /** Properties that hold rows below the record, which its acts judge by. */
  below?: Partial<Record<keyof T, Below>>;
}

/** Rows of `entity` whose `column` names the record, in the order of another column. */
export interface Below {
  entity: Constructor<object>;
  column: string;
  order: string;
}

/**
 * Fetches and saves one kind of record. Nothing is fetched for an act without saying which act; nothing is written but through
 * `save`, which leaves row, history line and facts in one statement.
 */
export abstract class Store<T extends Aggregate, A extends string> {
  @Inject(Db) protected readonly db: Db;
  @Inject(Tx) protected readonly tx: Tx;
  @Inject(Relay) private readonly relay: Relay;
  @Inject(DataSource) private readonly dataSource: DataSource;

  protected constructor(readonly of: StoreOf<T, A>) {}

  get kind(): string {
    return this.of.lifecycle.name;
  }

  /**
   * The record, locked, for this act by this actor: exists and visible (else 404), allowed (else 403), not changed since `expected`
   * (else 412; NaN is a missing If-Match: 428), possible now (else 409 with state and acts).
   */
  async lookupFor(by: Actor, act: A, id: string, expected?: number): Promise<T> {
    const record = await this.load(id, 'for update');
    if (!record || !this.of.policy.see.test(record, by)) throw refuse('not-found');
    if (!this.of.policy.may[act].test(record, by)) throw refuse('not-allowed');
    if (Number.isNaN(expected)) throw refuse('if-match-missing');
    if (expected !== undefined && expected !== record.version) throw refuse('stale', { values: { version: record.version } });
    if (!this.of.lifecycle.allows(act, record.state)) {
      const more = { state: record.state, acts: this.actsFor(by, record) };
      throw refuse('not-possible-now', { values: { state: record.state }, more });
    }
    return record;
  }

  /** The record for reading, or 404. */
  async see(by: Actor, id: string): Promise<T> {
    const record = await this.load(id, '');
    if (!record || !this.of.policy.see.test(record, by)) throw refuse('not-found');
    return record;
  }

  /** What this actor may do with the record now. */
  actsFor(by: Actor, record: T): A[] {
    return this.of.lifecycle.actsFrom(record.state).filter((act) => this.of.policy.may[act].test(record, by));
  }

  /** Writes records of this kind that have been acted upon, all or none. A record changed by somebody else meanwhile: 409. */
  async save(by: Actor, ...records: T[]): Promise<void> {
    for (const group of [records.filter((record) => record.version === 0), records.filter((record) => record.version > 0)]) {
      if (group.length) await this.write(by, group);
    }
  }

  /** Rebuilds a record from its row as JSON (see `row` and `whole`). */
  protected hydrate(row: object): T {
    const record = dressed(this.of.entity, row) as Record<string, unknown>;
    for (const [property, { entity }] of this.below) {
      const rows = record[property] as object[] | undefined;
      if (rows) record[property] = rows.map((one) => dressed(entity, one));
    }
    return record as T;
  }

  /** SQL for one row of alias `t` as a JSON object with the entity's property names. */
  protected row(entity: Constructor<object> = this.of.entity, alias = 't'): string {
    const parts = this.meta(entity).columns.map((column) => `'${column.propertyName}', ${alias}."${column.databaseName}"`);
    // json_build_object takes at most 100 arguments, and records may be wide.
    const chunks = Array.from({ length: Math.ceil(parts.length / 40) }, (_, index) => parts.slice(index * 40, index * 40 + 40));
    return chunks.map((chunk) => `jsonb_build_object(${chunk.join(', ')})`).join(' || ');
  }

  protected table(entity: Constructor<object> = this.of.entity): string {
    const meta = this.meta(entity);
    return `"${meta.schema}"."${meta.tableName}"`;
  }

  /** The same with the rows below it. */
  protected whole(): string {
    const lists = this.below.map(([property, { entity, column, order }]) => {
      const list = `coalesce(jsonb_agg(${this.row(entity, 'b')} order by b.${order}, b.id), '[]')`;
      return `'${property}', (select ${list} from ${this.table(entity)} b where b.${column} = t.id)`;
    });
    return lists.length ? `${this.row()} || jsonb_build_object(${lists.join(', ')})` : this.row();
  }

  /**
   * One record by id with the rows below it. A statement that waits for a lock sees the locked row as it is then, but everything else
   * as it was when the statement began: where the version says that it had to wait, it reads again. Nobody writes below a record
   * without its version.
   */
  protected async load(id: string, lock: '' | 'for update'): Promise<T | undefined> {
    const begun = `(select version from ${this.table()} where id = $1) as begun`;
    const sql = `select ${this.whole()} as row, ${begun} from ${this.table()} t where t.id = $1 ${lock}`;
    const read = () => this.db.one<{ row: { version: number }; begun: number }>(sql, [id]);
    let found = await read();
    if (this.below.length && found && found.row.version !== found.begun) found = await read();
    return found && this.hydrate(found.row);
  }

  protected async find(where: string, values: readonly unknown[], tail = ''): Promise<T[]> {
    const rows = await this.db.query<{ row: object }>(
      `select ${this.row()} as row from ${this.table()} t where ${where} ${tail}`,
      values,
    );
    return rows.map(({ row }) => this.hydrate(row));
  }

  private get below(): [string, Below][] {
    return Object.entries(this.of.below ?? {});
  }

  private meta(entity: Constructor<object>): EntityMetadata {
    return this.dataSource.getMetadata(entity as new () => object);
  }

  private async write(by: Actor, records: T[]): Promise<void> {
    const parts = new Map<string, Part & { rows: object[] }>();
    const lines: HistoryLine[] = [];
    const facts: object[] = [];
    const at = this.tx.now;
    const put = (how: Part['how'], child: object) => {
      const meta = this.meta(child.constructor as Constructor<object>);
      const key = `${meta.tablePath} ${how}`;
      if (!parts.has(key)) parts.set(key, { meta, how, rows: [] });
      parts.get(key)!.rows.push(toRow(meta, child));
    };
    for (const record of records) {
      const marks = takeMarks(record);
      if (!marks) throw new Error(`${this.kind} ${record.id} is saved without an act`);
      const seq = record.version + 1;
      const about = { subjectKind: this.kind, subjectId: record.id, seq };
      Object.assign(record, { version: seq });
      const line = sealLine({
        ...about,
        at,
        actorKind: by.kind,
        actorId: by.id,
        act: marks.act,
        fromState: marks.from,
        toState: record.state,
        note: marks.note,
        rowDigest: digest({ ...toRow(this.meta(this.of.entity), record), history_hash: null }),
        requestId: context().requestId,
        prevHash: record.historyHash,
      });
      Object.assign(record, { historyHash: line.hash });
      lines.push(line);
      marks.added.forEach((child) => put('insert', child));
      marks.changed.forEach((child) => put('update', child));
      for (const { name, payload } of marks.facts) {
        const from = { actor: { kind: by.kind, id: by.id }, traceId: context().traceId, at };
        facts.push({ id: uuidv7(), name, payload, ...about, ...from });
      }
    }
    const isNew = records[0]!.version === 1;
    const head: Part = { meta: this.meta(this.of.entity), how: isNew ? 'insert' : 'update' };
    const below = [...parts.values()];
    const values = [
      records.map((record) => toRow(head.meta, record)),
      lines.map(snake),
      facts.map(snake),
      ...below.map(({ rows }) => rows),
    ];
    const result = await this.db.one<{ written: number }>(
      writeStatement(head, below),
      values.map((rows) => JSON.stringify(rows)),
    );
    if (result?.written !== records.length) throw refuse('changed-meanwhile');
    if (facts.length) this.tx.afterCommit(() => this.relay.wake());
  }
}

const dressed = <E extends object>(entity: Constructor<E>, row: object): E =>
  Object.assign(Object.create(entity.prototype as object) as E, row);

function toRow(meta: EntityMetadata, record: object): Record<string, unknown> {
  const values = record as Record<string, unknown>;
  return Object.fromEntries(
    meta.columns.map(({ databaseName, propertyName, type }) => {
      const value = values[propertyName] ?? null;
      return [databaseName, type === 'timestamptz' && typeof value === 'string' ? storedInstant(value) : value];
    }),
  );
}

function snake(record: object): object {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value as unknown,
    ]),
  );
}
