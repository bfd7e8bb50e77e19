import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Clock } from '../../src/kernel/clock/clock';
import { Relay } from '../../src/kernel/events/relay';
import { Db } from '../../src/kernel/persistence/db';
import { createPlatform, type Platform, stopPlatform } from '../../src/platform';
import type { FloorModule } from '../../src/floors';
import type { Config } from '../../src/kernel/config/config';
import { Agent } from './agent';
import { testConfig } from './config';

/** The platform with a database of its own, the real queue and a clock that turns. */
export class World {
  private constructor(
    readonly app: Platform,
    readonly config: Config,
    readonly database: string,
  ) {}

  static async open(settings: Record<string, string> = {}, extra: FloorModule[] = []): Promise<World> {
    const database = `world_${process.pid}_${randomUUID().slice(0, 8)}`;
    await owner(`create database "${database}" template "world_template"`);
    const port = await freePort();
    const config = testConfig(database, { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}`, ...settings });
    const app = await createPlatform(config, true, extra);
    await app.listen(port, '127.0.0.1');
    return new World(app, config, database);
  }

  async close(): Promise<void> {
    await stopPlatform(this.app, this.config);
    // A vacuum that is looking at it cannot be sent away by us; it goes by itself.
    for (let left = 20; left > 0; left--) {
      const gone = owner(`drop database if exists "${this.database}" with (force)`).then(() => true);
      if (await gone.catch(() => sleep(250, false))) return;
    }
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.app.get(type as never, { strict: false });
  }

  /** Somebody with this bearer token; without one, a stranger. */
  as(token?: string): Agent {
    return new Agent(this.app.getHttpServer(), token);
  }

  /** Rows straight from the database, for what the API rightly does not show. */
  rows<R extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<R[]> {
    return this.get(Db).query<R>(sql, values);
  }

  /** Waits until every job has ended and every fact has reached its listeners; fails when a listener or a job failed. */
  async settle(): Promise<void> {
    for (const until = Date.now() + 20_000; ; await sleep(5)) {
      await this.get(Relay).pump();
      const [open] = await this.rows<{ pending: number; error: string | null }>(
        `select (select count(*) from kernel.fact_pending)::int + (select count(*) from kernel.job where state in ('waiting', 'running'))::int + count(*) filter (where state in ('due', 'running'))::int as pending,
          coalesce(min(listener || ': ' || error), (select min(kind || ': ' || error) from kernel.job where error is not null)) as error
        from kernel.delivery`,
      );
      if (open!.error) throw new Error(`a listener failed: ${open!.error}`);
      if (open!.pending === 0) return;
      if (Date.now() > until) throw new Error('facts have not settled within 20 s');
    }
  }

  /** Turns business time forward, lets every sweep run and settles. */
  async turnClock({ days = 0, hours = 0 }: { days?: number; hours?: number }): Promise<string> {
    const now = await this.get(Clock).turn(`${days} days ${hours} hours`);
    await this.settle();
    return now;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function owner(sql: string): Promise<void> {
  const client = new Client(process.env.TEST_OWNER_URL);
  await client.connect();
  await client.query(sql);
  await client.end();
}
