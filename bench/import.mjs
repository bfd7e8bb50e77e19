// How fast lists are imported, and in how much memory, beside a plain COPY of the same rows: `npm run bench:import -- 100000`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CopyIn } from './copy-in.mjs';
import { elements, lists, VARIANTS } from './lists.mjs';

const require = createRequire(import.meta.url);
const built = (path) => require(`../dist/${path}.js`);
const { startEmbeddedPostgres } = built('embedded/embedded-postgres');
const { loadConfig } = built('kernel/config/config');
const { migrate } = built('kernel/persistence/migrate');
const { createPlatform, stopPlatform } = built('platform');
const { platform } = built('kernel/authz/actor');
const { gb11714Check, gb32100Check } = built('kernel/validation/check-digits');
const { DirectoryFacade } = built('modules/directory/directory.facade');
const { CatalogFacade } = built('modules/catalog/catalog.facade');
const { ListImport } = built('modules/implementation/importing/list-import.service');
const { JobStore } = built('kernel/jobs/job.store');

const count = Number(process.argv[2] ?? 100_000);
const ITEMS = 200;
const organs = Math.ceil(count / ITEMS / VARIANTS.length);
const by = platform('bench');
const seconds = (since) => (performance.now() - since) / 1_000;
const megabytes = (bytes) => Math.round(bytes / 2 ** 20);

function uscc(n) {
  const body = `99Y${String(n).padStart(5, '0')}`;
  const code = `11650102${body}${gb11714Check(body)}`;
  return code + gb32100Check(code);
}

const folder = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
// For the server's account, where root runs this.
chmodSync(folder, 0o755);
const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
const owner = new pg.Client(server.ownerUrl);
await owner.connect();
const config = loadConfig({
  ...{ TONGBAN_MODE: 'demo', DATABASE_URL: server.appUrl, MIGRATION_DATABASE_URL: server.ownerUrl },
  ...{ DATA_FOLDER: folder, FIELD_KEY: Buffer.alloc(32, 7).toString('base64'), LOG_LEVEL: 'warn', SEED_DEMO: 'false' },
});
await migrate(config);
const app = await createPlatform(config, true);
const get = (type) => app.get(type, { strict: false });
try {
  const usccs = Array.from({ length: organs }, (_, n) => uscc(n));
  await get(DirectoryFacade).loadDivisions();
  for (const [n, code] of usccs.entries())
    await get(DirectoryFacade).registerOrganization(by, { uscc: code, name: `示例机构${n}`, divisionCode: '650102000000' });
  for (let n = 0; n < ITEMS; n++) await get(CatalogFacade).takeNational(by, elements(n), 'bench');

  // The measure: the same rows into a table without an index.
  await owner.query('create table bare (row text)');
  const escaped = function* () {
    for (const piece of lists(usccs, ITEMS, count)) yield Buffer.from(piece.toString().replaceAll('\\', '\\\\'));
  };
  const copying = performance.now();
  const copied = new CopyIn('copy bare from stdin', escaped());
  owner.query(copied);
  await copied.done;
  const copy = seconds(copying);

  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  const began = performance.now();
  const processor = process.cpuUsage();
  const pieces = Readable.from(lists(usccs, ITEMS, count));
  const query = { batch: 'bench', approvedUnder: '示例〔2026〕1号' };
  const sent = { mediaType: 'application/x-ndjson', charset: 'utf-8', key: 'bench-import', pieces };
  const { job } = await get(ListImport).receive(by, query, sent);
  const received = seconds(began);
  let now = job;
  while (!['done', 'failed', 'cancelled'].includes(now.state)) {
    await sleep(200);
    now = await get(JobStore)
      .read(job.id)
      .catch(() => now);
  }
  const whole = seconds(began);
  clearInterval(watch);
  const { user, system } = process.cpuUsage(processor);
  const lines = {
    rows: count,
    outcomes: now.outcomes,
    'COPY into a bare table': '1',
    'taking in the stream': (received / copy).toFixed(1),
    'the whole import': (whole / copy).toFixed(1),
    'rows a second': Math.round(count / whole),
    'processor time a row': `${((user + system) / 1_000 / count).toFixed(2)} ms in this process`,
    'RSS growth at most': `${megabytes(most - before)} MB`,
  };
  for (const [name, value] of Object.entries(lines))
    console.log(`${name.padEnd(24)} ${JSON.stringify(value).replaceAll('"', '')}`);
} finally {
  await stopPlatform(app, config);
  await owner.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
