import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres';
import { type Config, ConfigError, loadConfig } from './kernel/config/config';

/** A configuration that is complete, and what must be stopped when the process ends. */
export interface Ground {
  config: Config;
  release: () => Promise<void>;
}

/** Reads the configuration; without DATABASE_URL starts the embedded PostgreSQL, and in demo mode makes the keys that are missing. */
export async function prepareGround(environment = process.env, say: (line: string) => void = () => undefined): Promise<Ground> {
  const given = readConfig(environment);
  const folder = resolve(given.settings.DATA_FOLDER);
  let postgres: EmbeddedPostgres | undefined;
  const added: NodeJS.ProcessEnv = { DATA_FOLDER: folder, TONGBAN_MODE: given.demo ? 'demo' : 'production' };
  if (given.embedded) {
    postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), log: say });
    Object.assign(added, {
      DATABASE_URL: postgres.appUrl,
      MIGRATION_DATABASE_URL: postgres.ownerUrl,
      SEED_DEMO: String(given.seedDemo),
    });
  }
  if (!given.settings.FIELD_KEY) added.FIELD_KEY = keptKey(join(folder, 'field.key'));
  return { config: readConfig({ ...environment, ...added }), release: async () => postgres?.stop() };
}

function readConfig(environment: NodeJS.ProcessEnv): Config {
  try {
    return loadConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`Tongban does not start: the configuration is wrong.\n${error.message}\n`);
    process.exit(1);
  }
}

/** The demo's key lives beside its data and is as old as they are. */
function keptKey(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8');
}
