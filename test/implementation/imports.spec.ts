import { randomUUID } from 'node:crypto';
import { platform } from '../../src/kernel/authz/actor';
import { ImplementationFacade } from '../../src/modules/implementation/implementation.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { imported, ndjson, told } from '../kit/given-import';
import { givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';
import { sampleRows } from './sample-rows';

type Row = Record<string, unknown>;
let w: World;
let organization: OrganizationCard;
let administrator: Somebody;
let rows: Row[];
let first: Row;
beforeAll(async () => {
  w = await World.open();
  organization = await givenOrganization(w);
  administrator = await staff(w, { role: 'service-administrator', area: '650000000000' });
  await givenItem(w, { basicCode: '000123901000', name: '示例场所卫生许可' });
  await givenItem(w, { basicCode: '000723902000', name: '示例身份确认', acceptanceConditions: '本人申请。', materials: [] });
  await givenItem(w, { basicCode: '000123903000', name: '示例检验许可', fees: { charged: true } });
  rows = sampleRows(organization.uscc, extend);
  first = rows[0]!;
});
afterAll(() => w.close());

const { regulatingOrganization, form, windows, remedies, phones, visits, resultSample, questions } = guideContent();
const extend = { regulatingOrganization, form, windows, remedies, phones, visits, resultSample, questions };
const path = (batch: string) =>
  `/v1/implementations/imports?batch=${batch}&approvedUnder=${encodeURIComponent('示例〔2026〕1号')}`;
const send = (some: object[], batch: string = randomUUID(), by = administrator) => imported(w, by, path(batch), ndjson(some));
const outcomes = async (some: object[], batch?: string) => (await send(some, batch)).rows.map(({ outcome }) => outcome);

/** A list that no other test has: the first row as another handling variant. */
let serial = 30;
const fresh = (more: Row = {}): Row => ({ ...first, task_handle_item: `${String(first.task_code)}${++serial}`, ...more });
const offer = (row: Row) => w.get(ImplementationFacade).offer(String(row.task_handle_item));

test('implementation/I12: ten sample rows: each becomes a published guide, or is refused by named rules naming every field', async () => {
  const { job, rows: report } = await send(rows);
  expect(told(report)).toEqual([
    [1, 'published'],
    [2, 'published'],
    [3, 'refused', '/catalog_code implementation/I1'],
    [4, 'refused', '/handle_flow implementation/I4'],
    [5, 'refused', '/materials/0 implementation/I1', '/materials/0/by_law implementation/I6'],
    [6, 'refused', '/promise_day implementation/I3'],
    [7, 'refused', '/fees/0 implementation/I5'],
    [8, 'refused', '/handle_type implementation/I12', '/is_fee implementation/I12'],
    [9, 'refused', '/task_name implementation/I1', '/anticipate_day implementation/I1', '/anticipate_day implementation/I14'],
    [10, 'refused', '/unheard_of implementation/I12', '/materials implementation/I12'],
  ]);
  expect(job).toMatchObject({
    ...{ state: 'done', kind: 'implementation.list-import', total: 10, done: 10 },
    outcomes: [
      { outcome: 'published', rows: 2 },
      { outcome: 'refused', rows: 8 },
    ],
  });
  expect(report[0]!.code).toBe(`${organization.uscc}400012390100001`);
  const guide = await w.as().get(`/v1/guides/${report[0]!.code}`).expect(200);
  expect(guide.body.guide).toMatchObject({
    ...{ name: '示例场所卫生许可（新办）', promisedLimit: { days: 10, unit: 'working-day' }, channels: ['online', 'window'] },
    steps: [{ name: '受理' }, { name: '审查' }, { name: '办结' }],
  });
});

test('implementation/I12: a refused row leaves nothing; importer, approving document and batch stay in history, the feed tells it', async () => {
  const row = fresh();
  await send([row, fresh({ promise_day: 21 })], 'history');
  const history = await w.rows(`select act, actor_id as "actorId", note from kernel.history where note ->> 'batch' = 'history'`);
  expect(history).toMatchObject([{ act: 'take', actorId: administrator.id, note: { approvedUnder: '示例〔2026〕1号' } }]);
  expect(await w.rows('select distinct origin from implementation.guide_version')).toEqual([{ origin: 'import' }]);
  const { body: feed } = await w.as().get(`/v1/guides/changes?organization=${organization.id}&limit=1000`).expect(200);
  expect(feed.items.filter(({ code }: { code: string }) => code === row.task_handle_item)).toMatchObject([{ kind: 'published' }]);
});

test('implementation/I12: the same rows change nothing, in the same batch and in another; a changed one is the next version', async () => {
  const row = fresh();
  expect(await outcomes([row], 'b1')).toEqual(['published']);
  expect(await outcomes([row], 'b1')).toEqual(['unchanged']);
  expect(await outcomes([{ ...row, cd_operation: 'I' }], 'b2')).toEqual(['unchanged']);
  expect((await offer(row))!.versionNumber).toBe(1);
  expect(await outcomes([{ ...row, promise_day: 8, cd_operation: 'U' }], 'b2')).toEqual(['published']);
  expect(await offer(row)).toMatchObject({ versionNumber: 2, guide: { promisedLimit: { days: 8 } } });
  // What that batch said has been overtaken since.
  expect(await outcomes([row], 'b1')).toEqual(['unchanged']);
  expect((await offer(row))!.versionNumber).toBe(2);
});

test('implementation/I12: insert, change and withdrawal of one list in one file follow each other, and the file again changes nothing', async () => {
  const row = fresh();
  const drop = { cd_operation: 'D', task_code: row.task_code, task_handle_item: row.task_handle_item };
  const file = [
    { ...row, cd_operation: 'I' },
    { ...row, cd_operation: 'U', promise_day: 9 },
    drop,
    { ...row, cd_operation: 'I', promise_day: 7 },
  ];
  expect(await outcomes(file, 'iudi')).toEqual(['published', 'published', 'withdrawn', 'published']);
  expect(await offer(row)).toMatchObject({ guide: { promisedLimit: { days: 7 } } });
  expect(await outcomes(file, 'iudi')).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
  expect(await outcomes([drop], 'd')).toEqual(['withdrawn']);
  expect(await outcomes([{ ...drop, task_code: row.task_code }], 'd2')).toEqual(['unchanged']);
  expect(await offer(row)).toBeUndefined();
});

test('implementation/I12: rows out of order and repeated ones are refused by name, equal neighbours are one', async () => {
  const row = fresh();
  const [insert, change] = [
    { ...row, cd_operation: 'I' },
    { ...row, cd_operation: 'U', promise_day: 9 },
  ];
  const { rows: report } = await send([change, insert, insert, change, insert, { ...change, promise_day: 8 }, change]);
  expect(report.map(({ outcome, problems }) => problems[0]?.code ?? outcome)).toEqual([
    ...['implementation.no-such-list', 'published', 'unchanged', 'published', 'implementation.list-exists', 'published'],
    'implementation.row-repeated',
  ]);
  expect(report.filter(({ outcome }) => outcome === 'refused').map(({ problems }) => problems[0]!.rule)).toEqual(
    Array(3).fill('implementation/I12'),
  );
  expect(await offer(row)).toMatchObject({ guide: { promisedLimit: { days: 8 } } });
});

test('implementation/I12: what a row says of itself must be sound and agree', async () => {
  const code = String(first.task_code);
  const wrongCheck = code.slice(0, 17) + (code[17] === 'A' ? 'B' : 'A') + code.slice(18);
  const other = await givenOrganization(w);
  const bad: Row[] = [
    { ...first, task_code: wrongCheck, task_handle_item: undefined },
    { ...first, task_code: `11650000010183859F${code.slice(18)}`, task_handle_item: undefined },
    { ...first, task_code: `${code.slice(0, 18)}9${code.slice(19)}` },
    { ...first, catalog_code: '000123903000' },
    { ...first, dept_code: other.uscc },
    { ...first, task_handle_item: `${code}00` },
    { ...first, use_level: '省' },
    { ...first, materials: Array.from({ length: 10_000 }, () => ({ material_name: 'x' })) },
    { ...first, task_name: '<script>alert(1)</script>' },
    { ...first, task_name: '=HYPERLINK("http://example.org")' },
    { ...first, cd_operation: 'X' },
  ];
  expect(told((await send(bad)).rows).map(([, ...row]) => row.slice(0, 2))).toEqual([
    ['refused', '/task_code implementation/I12'],
    ['refused', '/task_code implementation/I1'],
    ['refused', '/task_code implementation/I12'],
    ['refused', '/catalog_code implementation/I12'],
    ['refused', '/dept_code implementation/I12'],
    ['refused', '/task_handle_item implementation/I12'],
    ['refused', '/use_level implementation/I12'],
    ['refused', '/materials implementation/I12'],
    ['refused', '/task_name implementation/I1'],
    ['refused', '/task_name implementation/I1'],
    ['refused', '/cd_operation implementation/I12'],
  ]);
});

test('implementation/I12: a list that is being worked on is not overtaken', async () => {
  const row = fresh();
  await send([row]);
  const editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
  const [{ id, version }] = (await w.rows('select id, version from implementation.implementation where variant_code = $1', [
    row.task_handle_item,
  ])) as [{ id: string; version: number }];
  await editor.agent
    .with({ 'if-match': `"${version}"` })
    .put(`/v1/implementations/${id}`, guideContent())
    .expect(200);
  const { rows: report } = await send([
    { ...row, promise_day: 8 },
    { cd_operation: 'D', task_code: row.task_code, task_handle_item: row.task_handle_item },
  ]);
  expect(report.map(({ problems }) => problems[0]!.code)).toEqual(Array(2).fill('kernel.not-possible-now'));
});

test('implementation/I8: who edits for the organization does not import for it, and only the administration of its area does', async () => {
  const both = await staff(w, { role: 'service-administrator' }, { role: 'implementation-editor', unit: organization.id });
  const elsewhere = await staff(w, { role: 'service-administrator', area: '654200000000' });
  for (const [by, code, rule] of [
    [both, 'implementation.importer-edits', 'implementation/I8'],
    [elsewhere, 'kernel.not-allowed', undefined],
  ] as const) {
    const { rows: report } = await send([fresh()], 'who', by);
    expect(report).toMatchObject([{ outcome: 'refused', problems: [{ code }] }]);
    expect(report[0]!.problems[0]!.rule).toBe(rule);
  }
});

test('implementation/I12: CSV in GB18030 comes in like NDJSON', async () => {
  const row = fresh();
  const columns = Object.keys(row);
  const cell = (value: unknown) => `"${(typeof value === 'string' ? value : JSON.stringify(value ?? '')).replace(/"/g, '""')}"`;
  const csv = `${columns.join(',')}\r\n${columns.map((name) => cell(row[name])).join(',')}\r\n`;
  const gb18030 = Buffer.concat([...csv].map(gbOf));
  const { rows: report } = await imported(w, administrator, path('csv'), gb18030, 'text/csv; charset=gb18030');
  expect(told(report)).toEqual([[1, 'published']]);
  expect((await offer(row))!.guide.windows).toEqual(windows);
});

test('implementation/I4: a row names no approval of more steps; with more it comes in only under one that was granted here', async () => {
  const row = fresh();
  const handle_flow = '1.受理；2.审查；3.复审；4.办结。';
  const reasonedApproval = { authority: '示例区人民政府', documentNumber: '1', reason: '有必要' };
  const named = { ...row, handle_flow, extend: { ...extend, reasonedApproval } };
  const { rows: report } = await send([named, { ...fresh(), handle_flow }]);
  expect(told(report)).toEqual([
    [1, 'refused', '/extend/reasonedApproval implementation/I12'],
    [2, 'refused', '/handle_flow implementation/I4'],
  ]);
  expect(await outcomes([row])).toEqual(['published']);
  const granted = {
    state: 'granted',
    steps: 4,
    authority: '示例区政务服务管理机构',
    documentNumber: '1',
    decidedOn: '2026-11-02',
  };
  await w.rows('update implementation.implementation set step_approval = $1 where variant_code = $2', [
    ...[JSON.stringify({ ...granted, reason: '', askedAt: '', reasons: '有必要' }), row.task_handle_item],
  ]);
  expect(await outcomes([{ ...row, handle_flow, cd_operation: 'U' }])).toEqual(['published']);
  expect((await offer(row))!.guide.reasonedApproval).toMatchObject({ steps: 4, approvedOn: '2026-11-02' });
});

test('implementation/I12: what is exported is found unchanged by an import, as NDJSON and as CSV, also where a text is a formula', async () => {
  const owner = await givenOrganization(w);
  const formula = { review: '=1+1', lawsuit: "'+86" };
  const [plain, confirmation] = sampleRows(owner.uscc, { ...extend, remedies: formula, windows: [...windows!, ...windows!] });
  const steps = [
    { code: 'S1', name: '受理', countsAsStep: true },
    { code: 'S2', name: '公示', countsAsStep: false, article: '《示例办法》第五条' },
  ];
  const special = {
    is_special: '是',
    special_type: '听证',
    special_time_limit: 20,
    by_law: '《中华人民共和国行政许可法》第四十七条',
  };
  const own = {
    ...plain,
    special_procedure: special,
    accept_condition: undefined,
    extend: { ...(plain!.extend as object), steps },
  };
  expect(await outcomes([own, confirmation!])).toEqual(['published', 'published']);
  for (const [format, type] of [
    ['ndjson', 'application/x-ndjson'],
    ['csv', 'text/csv'],
  ] as const) {
    const address = `/v1/implementations/export?organization=${owner.id}&format=${format}`;
    const { text } = await administrator.agent
      .get(address)
      .buffer()
      .parse(asText)
      .expect(200)
      .expect('content-type', `${type}; charset=utf-8`);
    const { rows: report } = await imported(w, administrator, path(randomUUID()), text, type);
    expect(told(report)).toEqual([
      [1, 'unchanged'],
      [2, 'unchanged'],
    ]);
  }
  const none = await administrator.agent
    .get('/v1/implementations/export?asOf=2020-01-01T00:00:00Z')
    .buffer()
    .parse(asText)
    .expect(200);
  expect(none.text).toBe('');
});

test('implementation/I1: the platform itself publishes nothing that a rule refuses', async () => {
  const list = {
    organizationId: organization.id,
    basicCode: '000123901000',
    level: '4' as const,
    variantNumber: 9,
    content: {},
    approvedUnder: 'x',
  };
  await expect(w.get(ImplementationFacade).publish(platform('test'), list)).rejects.toThrow('implementation.');
});

/** Keeps what came in as text. */
function asText(response: unknown, done: (error: Error | null, body: unknown) => void): void {
  const stream = response as NodeJS.ReadableStream & { text: string };
  stream.text = '';
  stream.on('data', (piece: Buffer) => (stream.text += piece.toString()));
  stream.on('end', () => done(null, undefined));
}

/** Node reads GB18030 and does not write it: the two bytes that are read as this character. */
const table = new Map<string, Buffer>();
function gbOf(character: string): Buffer {
  if (character.charCodeAt(0) < 0x80) return Buffer.from(character);
  if (!table.size) {
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const bytes = Buffer.from([lead, trail]);
        table.set(decoder.decode(bytes), bytes);
      }
  }
  return table.get(character)!;
}
