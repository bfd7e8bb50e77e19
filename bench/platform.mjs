// A platform of its own for a benchmark: embedded PostgreSQL in a new folder, migrated, without the demo region.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const require = createRequire(import.meta.url);
export const built = (path) => require(`../dist/${path}.js`);

/** `more`: settings of its PostgreSQL, as `name=value`; `works`: whether it carries out what is due. */
export async function benchPlatform(settings = {}, more = [], works = true) {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
  // For the server's account, where root runs this.
  chmodSync(folder, 0o755);
  const server = await built('embedded/embedded-postgres').startEmbeddedPostgres({ folder: join(folder, 'postgres'), more });
  const owner = new pg.Client(server.ownerUrl);
  await owner.connect();
  const config = built('kernel/config/config').loadConfig({
    ...{ TONGBAN_MODE: 'demo', DATABASE_URL: server.appUrl, MIGRATION_DATABASE_URL: server.ownerUrl },
    ...{ DATA_FOLDER: folder, FIELD_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'warn', SEED_DEMO: 'false' },
    ...settings,
  });
  await built('kernel/persistence/migrate').migrate(config);
  const { createPlatform, stopPlatform } = built('platform');
  const app = await createPlatform(config, works);
  return {
    ...{ app, server, owner, folder },
    get: (type) => app.get(type, { strict: false }),
    async stop() {
      await stopPlatform(app, config);
      await owner.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
