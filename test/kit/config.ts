import { join } from 'node:path';
import { type Config, loadConfig } from '../../src/kernel/config/config';

function at(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = database;
  return address.toString();
}

/** The settings of a world: its own database, the real queue, no limits that a fast test would meet. */
export function testConfig(database: string, settings: Record<string, string> = {}): Config {
  return loadConfig({
    TONGBAN_MODE: 'demo',
    DATABASE_URL: at(process.env.TEST_APP_URL!, database),
    MIGRATION_DATABASE_URL: at(process.env.TEST_OWNER_URL!, database),
    REDIS_URL: process.env.TEST_REDIS_URL ?? '',
    DATA_FOLDER: join(process.env.TEST_FOLDER!, database),
    FIELD_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'fatal',
    RATE_LIMIT: '1000000',
    SEED_DEMO: 'false',
    ...settings,
  });
}
