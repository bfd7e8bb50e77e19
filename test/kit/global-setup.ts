import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '../../src/embedded/embedded-postgres';
import { migrate } from '../../src/kernel/persistence/migrate';
import { loadReferenceData } from '../../src/reference-data';
import { testConfig } from './config';

const TEMPLATE = 'world_template';
/** Nobody reads these databases after a crash of the machine. */
const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** Starts a server for this run and makes the template that every spec file clones: migrated, with divisions and calendars. */
export default async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-test-'));
  // As root the server runs as another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), more: CARELESS });
  process.env.TEST_FOLDER = folder;
  process.env.TEST_APP_URL = postgres.appUrl;
  process.env.TEST_OWNER_URL = postgres.ownerUrl;
  const client = new Client(postgres.ownerUrl);
  await client.connect();
  await client.query(`create database "${TEMPLATE}"`);
  await client.end();
  const config = testConfig(TEMPLATE);
  await migrate(config);
  await loadReferenceData(config);
  (globalThis as { endTests?: () => Promise<void> }).endTests = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
