import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'bullmq';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { Config } from '../config/config';
import { databaseOptions } from './database';

/** The role of the application: it may not change or delete what is append-only. */
export const APPLICATION_ROLE = 'tongban_app';

const files = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => /^\d\d-[a-z-]+\.sql$/.test(file))
    .sort();
// TypeORM orders migrations by the thirteen digits at the end of their name.
const nameOf = (file: string): string => `${file.slice(3, -4)}${1_700_000_000_000 + Number(file.slice(0, 2))}`;

/** What a database that is up to date has been through. */
export const migrationNames = (): string[] => files(MIGRATIONS).map(nameOf);

/** Each `migrations/NN-name.sql` is one migration: up, a line `-- down`, down. */
export function migrations(folder: string): (new () => MigrationInterface)[] {
  return files(folder).map((file) => {
    const halves = readFileSync(join(folder, file), 'utf8').split(/^-- down$/m);
    if (halves.length !== 2) throw new Error(`${file} has no line "-- down"`);
    const [up, down] = halves as [string, string];
    return class {
      name = nameOf(file);
      up = (runner: QueryRunner) => runner.query(up);
      down = (runner: QueryRunner) => runner.query(down);
    };
  });
}

/** Brings the database up to date as its owner: our schemas, the queue's, and what the application role may do. */
export async function migrate(config: Config): Promise<string[]> {
  const url = config.settings.MIGRATION_DATABASE_URL ?? config.settings.DATABASE_URL;
  const options = {
    ...databaseOptions(config),
    url,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each' as const,
  };
  const extra = {
    ...(options.extra as object),
    statement_timeout: 0,
    query_timeout: 0,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 0,
  };
  const source = await new DataSource({ ...options, extra, migrations: migrations(MIGRATIONS) }).initialize();
  const runner = source.createQueryRunner();
  try {
    // One migrator at a time, however many processes start at once.
    await runner.query(`select pg_advisory_lock(hashtext('tongban migrate'))`);
    const done = await source.runMigrations();
    await runMigrations((await runner.connect()) as never, 'bullmq');
    await runner.query(GRANTS);
    return done.map(({ name }) => name);
  } finally {
    await runner.query(`select pg_advisory_unlock(hashtext('tongban migrate'))`).catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}

export const MIGRATIONS = join(__dirname, '../../../migrations');

const GRANTS = `
do $$
declare name text; sequence regclass;
begin
  if not exists (select from pg_roles where rolname = '${APPLICATION_ROLE}') then return; end if;
  for name in select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public') loop
    execute format('grant usage on schema %I to ${APPLICATION_ROLE}', name);
    execute format('grant select, insert, update, delete on all tables in schema %I to ${APPLICATION_ROLE}', name);
    execute format('grant execute on all functions in schema %I to ${APPLICATION_ROLE}', name);
  end loop;
  -- BullMQ gives every queue a sequence of its own when the queue is first used: the application owns those, and has granted nothing.
  for sequence in select oid from pg_class where relkind = 'S' and pg_has_role(relowner, 'usage')
    and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) loop
    execute format('grant usage, select on sequence %s to ${APPLICATION_ROLE}', sequence);
  end loop;
  -- A process asks whether the database has been through what it expects.
  grant select on table migration to ${APPLICATION_ROLE};
  grant create on schema bullmq to ${APPLICATION_ROLE};
  revoke update, delete on kernel.history, kernel.fact, kernel.access_log from ${APPLICATION_ROLE};
end $$`;
