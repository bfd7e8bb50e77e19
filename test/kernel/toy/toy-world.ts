import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Response } from 'supertest';
import { staff, type Somebody } from '../../kit/actors';
import { World } from '../../kit/world';
import { ToyModule } from './toy.module';

/** A world with the toy module and its tables; `server` is another way to the same PostgreSQL. */
export async function toyWorld(settings: Record<string, string> = {}, server = process.env.TEST_APP_URL!): Promise<World> {
  const usual = process.env.TEST_APP_URL;
  process.env.TEST_APP_URL = server;
  const w = await World.open(settings, [ToyModule]).finally(() => (process.env.TEST_APP_URL = usual));
  await asOwner(w, readFileSync(join(__dirname, 'toy.sql'), 'utf8'));
  return w;
}

/** SQL as the owner of the schema: what an administrator with the database in hands could do. */
export async function asOwner<R extends object>(w: World, sql: string, values?: unknown[]): Promise<R[]> {
  const address = new URL(process.env.TEST_OWNER_URL!);
  address.pathname = w.database;
  const client = new Client(address.toString());
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

export const officer = (w: World): Promise<Somebody> => staff(w, { role: 'officer' });

let serial = 0;
/** A valid body for a new note; each has a code of its own. */
export const note = (more: object = {}) => ({ code: `N-${process.pid}-${++serial}`, title: '便笺', ...more });

/** Waits for something that comes about by itself. */
export async function until(happened: () => Promise<boolean>, within = 10_000): Promise<void> {
  for (const end = Date.now() + within; !(await happened()); await sleep(20)) {
    if (Date.now() > end) throw new Error(`has not happened within ${within} ms`);
  }
}

/** A problem as the API promises it: never a 5xx, never engine text. */
export function expectProblem({ status, headers, body, text }: Response, expected: number, code: string): void {
  expect({ status, code: (body as { code?: string }).code }).toEqual({ status: expected, code });
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({ type: `urn:tongban:problem:${code}`, status: expected, errors: expect.any(Array) });
  expect(text).not.toMatch(/SyntaxError|position \d+|at .+\.(ts|js):\d+|select |insert into|constraint|FST_|node_modules/i);
}
