// How fast lists are imported, in how much memory, and how guides are read meanwhile, beside a plain COPY of the same rows:
// `npm run bench:import -- 100000`.
import { Agent, get } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { CopyIn } from './copy-in.mjs';
import { elements, lists, row, VARIANTS } from './lists.mjs';
import { benchPlatform, built } from './platform.mjs';

const { platform } = built('kernel/authz/actor');
const { gb11714Check, gb32100Check } = built('kernel/validation/check-digits');
const { DirectoryFacade } = built('modules/directory/directory.facade');
const { CatalogFacade } = built('modules/catalog/catalog.facade');
const { StandingFacade } = built('modules/catalog/standing.facade');
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

/** Reads a guide over and over until told to stop; how long each reading took, and what went wrong. */
function readAlong(port, path) {
  const [took, failures] = [[], []];
  const agent = new Agent({ keepAlive: true });
  let going = true;
  const one = () =>
    new Promise((resolve) => {
      const began = performance.now();
      const asked = get({ port, path, agent, timeout: 10_000 }, (answer) => {
        answer.resume().once('end', () => {
          // Until the list is there it is not found.
          if (answer.statusCode === 200) took.push(performance.now() - began);
          else if (answer.statusCode !== 404) failures.push(answer.statusCode);
          resolve();
        });
      });
      asked.once('timeout', () => asked.destroy(new Error('timeout')));
      asked.once('error', (error) => resolve(failures.push(error.message)));
    });
  const reading = (async () => {
    while (going) await one().then(() => sleep(50));
    agent.destroy();
  })();
  return async () => {
    going = false;
    await reading;
    const sorted = took.sort((a, b) => a - b);
    const at = (share) => `${(sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)} ms`;
    return { readings: took.length, p50: at(0.5), p99: at(0.99), failures: failures.length };
  };
}

const bench = await benchPlatform({ RATE_LIMIT: '1000000' });
const { owner } = bench;
try {
  const usccs = Array.from({ length: organs }, (_, n) => uscc(n));
  await bench.get(DirectoryFacade).loadDivisions();
  for (const [n, code] of usccs.entries())
    await bench.get(DirectoryFacade).registerOrganization(by, { uscc: code, name: `示例机构${n}`, divisionCode: '650102000000' });
  for (let n = 0; n < ITEMS; n++) await bench.get(CatalogFacade).takeNational(by, elements(n), 'bench');
  const basicCodes = Array.from({ length: ITEMS }, (_, n) => elements(n).basicCode);
  await bench.get(StandingFacade).adopt(by, { division: '650102000000', basicCodes });

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

  await bench.app.listen(0, '127.0.0.1');
  const stopReading = readAlong(bench.app.getHttpServer().address().port, `/v1/guides/${row(usccs[0], 0, 0).task_handle_item}`);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  const began = performance.now();
  const processor = process.cpuUsage();
  const pieces = Readable.from(lists(usccs, ITEMS, count));
  const query = { batch: 'bench', approvedUnder: '示例〔2026〕1号' };
  const sent = { mediaType: 'application/x-ndjson', charset: 'utf-8', key: 'bench-import', pieces };
  const { job } = await bench.get(ListImport).receive(by, query, sent);
  const received = seconds(began);
  let now = job;
  while (!['done', 'failed', 'cancelled'].includes(now.state)) {
    await sleep(200);
    now = await bench
      .get(JobStore)
      .read(job.id)
      .catch(() => now);
  }
  const whole = seconds(began);
  clearInterval(watch);
  const read = await stopReading();
  const { user, system } = process.cpuUsage(processor);
  const lines = {
    rows: count,
    outcomes: now.outcomes,
    'COPY into a bare table': '1',
    'taking in the stream': (received / copy).toFixed(1),
    'the whole import': (whole / copy).toFixed(1),
    'rows a second': Math.round(count / whole),
    'processor time a row': `${((user + system) / 1_000 / count).toFixed(2)} ms in this process`,
    'a guide read meanwhile': read,
    'RSS growth at most': `${megabytes(most - before)} MB`,
  };
  for (const [name, value] of Object.entries(lines))
    console.log(`${name.padEnd(24)} ${JSON.stringify(value).replaceAll('"', '')}`);
} finally {
  await bench.stop();
}
