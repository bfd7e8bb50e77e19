import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../src/kernel/persistence/database';
import { MIGRATIONS, migrations } from '../../src/kernel/persistence/migrate';
import { World } from '../kit/world';
import { testConfig } from '../kit/config';

async function onServer<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const address = new URL(process.env.TEST_OWNER_URL!);
  if (database) address.pathname = database;
  const client = new Client(address.toString());
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('up, down and up again on an empty database', () => {
  const database = `migrations_${randomUUID().slice(0, 8)}`;
  let source: DataSource;
  beforeAll(async () => {
    await onServer('', (client) => client.query(`create database "${database}"`));
    const config = testConfig(database);
    source = new DataSource({
      ...databaseOptions(config),
      url: config.settings.MIGRATION_DATABASE_URL,
      migrationsTableName: 'migration',
      migrationsTransactionMode: 'each',
      migrations: migrations(MIGRATIONS),
    });
    await source.initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await onServer('', (client) => client.query(`drop database "${database}"`));
  });

  const schemas = async () =>
    (
      await source.query<{ name: string }[]>(
        `select nspname as name from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public') order by 1`,
      )
    ).map(({ name }) => name);
  const columns = () =>
    source.query<object[]>(
      `select table_schema, table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
       where table_schema not in ('pg_catalog', 'information_schema', 'public') order by 1, 2, 3`,
    );

  test('nothing is left behind on the way down, and the way up leads to the same place', async () => {
    const count = readdirSync(MIGRATIONS).filter((file) => file.endsWith('.sql')).length;
    expect(await source.runMigrations()).toHaveLength(count);
    const first = await columns();
    for (let n = 0; n < count; n++) await source.undoLastMigration();
    expect(await schemas()).toEqual([]);
    expect(await source.runMigrations()).toHaveLength(count);
    expect(await columns()).toEqual(first);
    expect(await source.runMigrations()).toEqual([]);
  });
});

describe('the files read as a contents page', () => {
  const files = readdirSync(MIGRATIONS).sort();

  test('NN-name.sql, each number once, each with its way down', () => {
    const numbers = files.map((file) => /^(\d\d)-[a-z-]+\.sql$/.exec(file)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const file of files) expect(readFileSync(join(MIGRATIONS, file), 'utf8')).toMatch(/^-- down$/m);
  });

  test('no enums, no serial keys, no timestamp without zone, no real money', () => {
    for (const file of files) {
      const sql = readFileSync(join(MIGRATIONS, file), 'utf8').replace(/--.*$/gm, '');
      const forbidden =
        /create type .* as enum|\b(big)?serial\b|\btimestamp\b(?!tz)|\b(real|double precision|money)\b|generated .* as identity/i;
      expect([file, forbidden.exec(sql)?.[0]]).toEqual([file, undefined]);
    }
  });
});

describe('the tables are what the records say', () => {
  let w: World;
  beforeAll(async () => (w = await World.open()));
  afterAll(() => w.close());

  interface Column {
    name: string;
    type: string;
    nullable: boolean;
  }

  test('every column of every entity exists with its type, and none that no entity knows must be filled', async () => {
    const differences: string[] = [];
    for (const meta of w.get(DataSource).entityMetadatas) {
      const found = await w.rows<Column>(
        `select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable
         from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [`${meta.schema}.${meta.tableName}`],
      );
      const known = new Map(found.map((column) => [column.name, column]));
      for (const { databaseName, type, isArray, isNullable, precision } of meta.columns) {
        const column = known.get(databaseName);
        const instant = type === 'timestamptz' ? `timestamp(${precision}) with time zone` : String(type);
        const wanted = `${instant}${isArray ? '[]' : ''} ${isNullable ? 'null' : 'not null'}`;
        const actual = column && `${column.type} ${column.nullable ? 'null' : 'not null'}`;
        if (actual !== wanted)
          differences.push(`${meta.tablePath}.${databaseName}: entity says ${wanted}, table ${actual ?? 'has no such column'}`);
        known.delete(databaseName);
      }
      for (const { name, nullable } of known.values())
        if (!nullable) differences.push(`${meta.tablePath}.${name}: no entity fills it`);
    }
    expect(differences).toEqual([]);
  });

  test('no foreign key leaves its schema', async () => {
    const crossing = await w.rows(
      `select conname from pg_constraint c join pg_class a on a.oid = c.conrelid join pg_class b on b.oid = c.confrelid
       where c.contype = 'f' and a.relnamespace <> b.relnamespace and a.relnamespace <> 'bullmq'::regnamespace`,
    );
    expect(crossing).toEqual([]);
  });

  test('a state is one of those the lifecycle knows', async () => {
    const unchecked = await w.rows(
      `select n.nspname || '.' || c.relname as "table" from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where a.attname = 'state' and c.relkind = 'r' and n.nspname not in ('bullmq', 'public') and not exists (
         select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey))`,
    );
    expect(unchecked).toEqual([]);
  });

  test('the application may read and write every table but the append-only ones, and owns none', async () => {
    const owned = await w.rows(
      `select relname from pg_class where relowner = 'tongban_app'::regrole and relname not like 'bullmq_jid_%'`,
    );
    expect(owned).toEqual([]);
    const changeable = await w.rows<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace = 'kernel'::regnamespace
       and (has_table_privilege('tongban_app', oid, 'update') or has_table_privilege('tongban_app', oid, 'delete')) order by 1`,
    );
    expect(changeable.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['kernel.history']));
    expect(changeable.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['kernel.fact']));
    expect(changeable.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['kernel.access_log']));
  });
});
