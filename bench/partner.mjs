// How fast records of cases that run elsewhere are taken in, in how much memory, beside plain inserts of the same lines:
// `npm run bench:partner -- 10000`.
import { randomUUID } from 'node:crypto';
import { elements, row } from './lists.mjs';
import { benchPlatform, built } from './platform.mjs';

const { platform } = built('kernel/authz/actor');
const { gb11714Check, gb32100Check } = built('kernel/validation/check-digits');
const { DirectoryFacade } = built('modules/directory/directory.facade');
const { CatalogFacade } = built('modules/catalog/catalog.facade');
const { StandingFacade } = built('modules/catalog/standing.facade');
const { ImplementationFacade } = built('modules/implementation/implementation.facade');
const { NumberReservationService } = built('modules/acceptance/number-reservation/reservation.service');
const { RecordStream } = built('modules/acceptance/partner-intake/record-stream.service');
const { Tx } = built('kernel/persistence/tx');

const PER_CASE = 4;
const cases = Math.ceil(Number(process.argv[2] ?? 10_000) / PER_CASE);
const by = platform('bench');
const seconds = (since) => (performance.now() - since) / 1_000;
const megabytes = (bytes) => Math.round(bytes / 2 ** 20);

const body = '99Y00001';
const head = `11650102${body}${gb11714Check(body)}`;
const uscc = head + gb32100Check(head);

function idNumber(n) {
  const digits = `650102${1950 + (n % 50)}01${String(10 + (Math.floor(n / 50) % 19)).padStart(2, '0')}${String(Math.floor(n / 950) % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return digits + '10X98765432'[[...digits].reduce((sum, digit, index) => sum + Number(digit) * weights[index], 0) % 11];
}

function records(project_no, n, list) {
  const of = (table, more) => ({ table, row_guid: randomUUID(), project_no, ...more });
  return [
    of('up_pro_accept', {
      ...{ catalog_code: elements(0).basicCode, task_code: list.task_code, task_handle_item: list.task_handle_item },
      ...{ task_name: '示例场所许可', task_version: 1, project_type: '2', apply_type: '1', applyer_name: `示例申请人${n}` },
      ...{ applyer_type: '1', applyer_page_type: '111', applyer_page_code: idNumber(n) },
      ...{ apply_date: '2025-03-03 10:00:00', accept_date: '2025-03-03 10:30:00', org_name: '示例机构', org_code: uscc },
    }),
    of('up_pro_process', {
      ...{ event_name: '8', process_name: '审查', handle_user_name: '示例审查员', handle_explain: '材料齐全，符合条件。' },
      ...{ event_start_time: '2025-03-04 10:00:00', event_end_time: '2025-03-04 11:00:00' },
    }),
    of('up_pro_material', { material_name: '申请表', get_type: '1' }),
    of('up_pro_result', { result_type: '11', result_date: '2025-03-07 16:00:00', is_delivery_results: '0' }),
  ];
}

const bench = await benchPlatform({ RATE_LIMIT: '1000000' });
const { owner } = bench;
try {
  await bench.get(DirectoryFacade).loadDivisions();
  const { id: unit } = await bench
    .get(DirectoryFacade)
    .registerOrganization(by, { uscc, name: '示例机构', divisionCode: '650102000000' });
  await bench.get(CatalogFacade).takeNational(by, elements(0), 'bench');
  await bench.get(StandingFacade).adopt(by, { division: '650102000000', basicCodes: [elements(0).basicCode] });
  const list = row(uscc, 0, 0);
  await bench
    .get(ImplementationFacade)
    .importLists(by, { query: { batch: 'bench', approvedUnder: '示例〔2026〕1号' }, rows: [list], key: 'bench-list' });
  for (let left = 100; left > 0 && !(await bench.get(ImplementationFacade).offer(list.task_handle_item)); left--)
    await new Promise((resolve) => setTimeout(resolve, 200));

  const sender = { kind: 'partner', id: randomUUID(), parties: [], grants: [{ role: 'partner-system', unit }] };
  const numbers = [];
  while (numbers.length < cases) {
    const count = Math.min(1_000, cases - numbers.length);
    const { first } = await bench
      .get(Tx)
      .run(() => bench.get(NumberReservationService).reserve(sender, { code: list.task_code, count }));
    for (let n = 0; n < count; n++) numbers.push(first.slice(0, 40) + String(Number(first.slice(40)) + n).padStart(8, '0'));
  }
  const lines = numbers.flatMap((number, n) => records(number, n, list).map((record) => JSON.stringify(record)));

  // The measure: the same lines into a bare table with a unique key, a hundred a statement.
  await owner.query('create table bare (key text primary key, line text)');
  const inserting = performance.now();
  for (let begin = 0; begin < lines.length; begin += 100) {
    const some = lines.slice(begin, begin + 100);
    const keys = some.map((line) => JSON.parse(line).row_guid);
    await owner.query('insert into bare select * from unnest($1::text[], $2::text[])', [keys, some]);
  }
  const plain = seconds(inserting);

  const pieces = async function* () {
    for (let begin = 0; begin < lines.length; begin += 150) yield Buffer.from(lines.slice(begin, begin + 150).join('\n') + '\n');
  };
  const send = async () => {
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    let [most, outcomes] = [before, {}];
    const [began, processor] = [performance.now(), process.cpuUsage()];
    const file = { mediaType: 'application/x-ndjson', charset: 'utf-8', key: 'none', pieces: pieces() };
    for await (const text of await bench.get(RecordStream).receive(sender, file)) {
      most = Math.max(most, process.memoryUsage.rss());
      for (const line of text.trim().split('\n')) {
        const { outcome } = JSON.parse(line);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      }
    }
    const { user, system } = process.cpuUsage(processor);
    const took = seconds(began);
    return {
      ...{ outcomes, 'as plain inserts': (took / plain).toFixed(1), 'records a second': Math.round(lines.length / took) },
      ...{
        'processor time a record': `${((user + system) / 1_000 / lines.length).toFixed(2)} ms`,
        'RSS growth': `${megabytes(most - before)} MB`,
      },
    };
  };
  for (const [name, told] of [
    ['the first time', await send()],
    ['once more', await send()],
  ])
    console.log(`${name.padEnd(16)} ${JSON.stringify(told).replaceAll('"', '')}`);
} finally {
  await bench.stop();
}
