import { createHash } from 'node:crypto';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';

export interface Connection {
  client: PoolClient;
  /** Business time of the transaction. */
  now: string;
  afterCommit: (() => void)[];
}

/** The connection of the transaction that is running, if one is. */
export const running = new AsyncLocalStorage<Connection>();

const names = new Map<string, string>();

/** A prepared statement is known by its text: same text, same name on every connection. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = createHash('sha256').update(text).digest('base64url').slice(0, 24)));
  return name;
}

/** Counts statements for specs that guard the number of round trips. */
export const statements = { count: 0 };

/** SQL on the running transaction, or on any connection of the pool where none runs. Only stores use it. */
@Injectable()
export class Db {
  constructor(private readonly dataSource: DataSource) {}

  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  /** Runs one statement, prepared once per connection. Rows come as node-postgres gives them: instants and days as text. */
  async query<R extends object = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    statements.count++;
    const result = await (running.getStore()?.client ?? this.pool).query<R>({ name: nameOf(text), text, values: [...values] });
    return result.rows;
  }

  async one<R extends object = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<R | undefined> {
    return (await this.query<R>(text, values))[0];
  }
}
