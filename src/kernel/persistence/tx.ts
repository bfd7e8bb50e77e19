import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import { type Connection, running, statements } from './db';

const RETRIED = new Set(['40001', '40P01']);

/** Transactions. `run` inside `run` joins the outer one, so a facade call belongs to its caller's act. */
@Injectable()
export class Tx {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs the work in one transaction; a serialization failure or deadlock runs it again, at most three times in all. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (running.getStore()) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt === 3 || !RETRIED.has((error as { code?: string }).code ?? '')) throw error;
        await sleep(Math.random() * 50 * attempt);
      }
    }
  }

  /** Business time of the running transaction, from the database's clock. */
  get now(): string {
    return this.connection.now;
  }

  /** Runs a part that may fail without the whole: what it wrote is undone, and the failure is the caller's to judge. */
  async part<T>(work: () => Promise<T>): Promise<T> {
    const { client } = this.connection;
    await client.query('savepoint part');
    try {
      const result = await work();
      await client.query('release savepoint part');
      return result;
    } catch (error) {
      await client.query('rollback to savepoint part; release savepoint part');
      throw error;
    }
  }

  /** Runs after the transaction has committed, and not at all when it has not. */
  afterCommit(work: () => void): void {
    this.connection.afterCommit.push(work);
  }

  private get connection(): Connection {
    const connection = running.getStore();
    if (!connection) throw new Error('no transaction is running');
    return connection;
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    let broken = false;
    try {
      statements.count++;
      const [, first] = (await client.query('begin; select kernel.now() as now')) as unknown as QueryResult<{ now: string }>[];
      const connection: Connection = { client, now: first!.rows[0]!.now, afterCommit: [] };
      const result = await running.run(connection, work);
      statements.count++;
      const { command } = await client.query('commit');
      // PostgreSQL answers so when a statement failed and somebody swallowed it: nothing was written, so nothing may be claimed.
      if (command === 'ROLLBACK') throw new Error('the transaction had failed before it was to be committed');
      connection.afterCommit.forEach((after) => after());
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => (broken = true));
      throw error;
    } finally {
      // A connection that broke while a statement waited has been released already.
      if (broken && !runner.isReleased) client.release(true);
      await runner.release().catch(() => undefined);
    }
  }
}
