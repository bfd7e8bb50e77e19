import { type Somebody, staff } from '../kit/actors';
import { imported, ndjson, told } from '../kit/given-import';
import { draftElements, withdrawItem } from '../kit/given-item';
import { World } from '../kit/world';

let w: World;
let administrator: Somebody;
beforeAll(async () => {
  w = await World.open();
  administrator = await staff(w, { role: 'service-administrator', area: '650000000000' });
});
afterAll(() => w.close());

const row = {
  cd_operation: 'I',
  catalog_code: '000123901000',
  task_name: '示例场所卫生许可',
  task_type: '行政许可',
  by_law: '《公共场所卫生管理条例》第八条；《公共场所卫生管理条例实施细则》第二十二条',
  use_level: '市、县',
  server_type: '自然人^企业法人',
  accept_condition: '场所已经建成。',
  anticipate_day: 20,
  anticipate_type: '工作日',
  result_name: '示例卫生许可证',
  is_fee: '否',
  handle_type: '窗口办理^网上办理',
  materials: [
    {
      ...{
        material_name: '申请表',
        is_need: '必要',
        source_type: '申请人自备',
        material_format: '纸质和电子',
        original_or_copy: '原件',
      },
      ...{ accept_stand: '填写完整', by_law: '《公共场所卫生管理条例实施细则》第二十三条' },
    },
  ],
};
const PATH = '/v1/catalog/imports?batch=b1';
const sendIn = async (path: string, ...rows: object[]) => (await imported(w, administrator, path, ndjson(rows))).rows;
const send = (...rows: object[]) => sendIn(PATH, ...rows);
const outcomes = async (...rows: object[]) => (await send(...rows)).map(({ outcome }) => outcome);

test('catalog/C2: national items are imported, the same batch again changes nothing, a change takes effect the next day', async () => {
  expect(await send(row)).toEqual([{ row: 1, outcome: 'published', code: row.catalog_code, problems: [] }]);
  expect(await outcomes(row, row)).toEqual(['unchanged', 'unchanged']);
  const read = await w.as().get(`/v1/catalog/items/${row.catalog_code}`).expect(200);
  expect(read.body.inForce.elements).toMatchObject({
    ...{ exerciseLevels: ['3', '4'], audiences: ['1', '2'], resultType: 'licence', channels: ['online', 'window'] },
    ...{ legalBasis: [expect.anything(), expect.anything()], reviewStandard: '申请表：填写完整' },
  });
  expect(await outcomes({ ...row, cd_operation: 'U', anticipate_day: 10 })).toEqual(['published']);
  const versions = await w.as().get(`/v1/catalog/items/${row.catalog_code}/versions`).expect(200);
  expect(versions.body.items).toHaveLength(2);
  await w.turnClock({ days: 1 });
  const next = await w.as().get(`/v1/catalog/items/${row.catalog_code}`).expect(200);
  expect(next.body.inForce.elements.statutoryLimit.days).toBe(10);
});

test('catalog/C2: a batch that is sent again changes nothing, though later rows of it changed what earlier ones brought', async () => {
  const [first, later] = [10, 15].map((anticipate_day) => ({ ...row, catalog_code: '000123907000', anticipate_day }));
  expect(await outcomes(first!, later!)).toEqual(['published', 'published']);
  const standing = async () => (await w.as().get('/v1/catalog/items/000123907000/versions').expect(200)).body as object;
  const before = await standing();
  expect(await outcomes(first!, later!)).toEqual(['unchanged', 'unchanged']);
  // As after a kill: what the job had not done yet is done, the rest is not done again.
  const more = { ...row, catalog_code: '000123908000' };
  expect(await outcomes(first!, later!, more)).toEqual(['unchanged', 'unchanged', 'published']);
  expect(await standing()).toEqual(before);
});

test('catalog/C2: a row that cannot be read is refused with every field, and leaves nothing', async () => {
  const bad = { ...row, catalog_code: '000123902000', task_type: '行政确认', use_level: '月球', is_fee: '也许' };
  const good = { ...row, catalog_code: '000123903000' };
  expect(told(await send(bad, good))).toEqual([
    [1, 'refused', '/task_type catalog/C2', '/is_fee catalog/C2', '/use_level catalog/C2'],
    [2, 'published'],
  ]);
  await w.as().get('/v1/catalog/items/000123902000').expect(404);
});

test('catalog/C2: the region imports national items only, and drafts none of them', async () => {
  const report = await send({ ...row, catalog_code: '650123901000' }, { cd_operation: 'D', catalog_code: '000123999000' });
  expect(report.map(({ problems }) => problems[0])).toMatchObject([
    { code: 'catalog.regional-item', rule: 'catalog/C2' },
    { code: 'catalog.no-such-item', rule: 'catalog/C2' },
  ]);
  const editor = await staff(w, { role: 'catalogue-editor' });
  const draft = { ...draftElements(), basicCode: '000123904000' };
  const refused = await editor.agent.post('/v1/catalog/items', draft).expect(422);
  expect(refused.body).toMatchObject({ code: 'catalog.national-item', rule: 'catalog/C2' });
});

test('catalog/C1: a withdrawal of what is no basic code is refused', async () => {
  const [first] = await send({ cd_operation: 'D', catalog_code: '9901' });
  expect(first!.problems).toMatchObject([{ code: 'catalog.malformed-code', rule: 'catalog/C1' }]);
});

test('catalog/C9: what the state withdraws is withdrawn by somebody who has looked; the row waits for it, and the item may come back', async () => {
  const code = '000123905000';
  const gone = { cd_operation: 'D', catalog_code: code };
  expect(await send({ ...row, catalog_code: code }, gone)).toMatchObject([
    { outcome: 'published' },
    { outcome: 'refused', problems: [{ code: 'catalog.withdrawn-after-looking', rule: 'catalog/C9' }] },
  ]);
  await withdrawItem(administrator, code);
  expect(await outcomes(gone)).toEqual(['unchanged']);
  const read = () => w.as().get(`/v1/catalog/items/${code}`).expect(200);
  expect((await read()).body).toMatchObject({ state: 'withdrawn', withdrawal: { reason: '依据已废止' } });
  // Not by the batch that was taken before: a later one of the state brings it back.
  expect(await outcomes({ ...row, catalog_code: code })).toEqual(['unchanged']);
  const [back] = await sendIn('/v1/catalog/imports?batch=b2', { ...row, catalog_code: code });
  expect(back).toMatchObject({ outcome: 'published' });
  expect((await read()).body).toMatchObject({ state: 'published' });
  expect((await read()).body).not.toHaveProperty('withdrawal');
});

test('catalog/C2: who administers one city imports nothing for the region', async () => {
  const city = await staff(w, { role: 'service-administrator', area: '650100000000' });
  await city.agent.stream(PATH, 'application/x-ndjson', ndjson([row])).expect(403);
});

test('catalog/C2: the same items as CSV; a list longer than any row has is refused without looking at each of it', async () => {
  const { materials, ...plain } = { ...row, catalog_code: '000123906000' };
  const cells = [...Object.values(plain), `"${JSON.stringify(materials).replaceAll('"', '""')}"`];
  const csv = `${[...Object.keys(plain), 'materials'].join()}\n${cells.join()}\n`;
  expect(told((await imported(w, administrator, PATH, csv, 'text/csv')).rows)).toEqual([[1, 'published']]);
  const long = { ...row, materials: Array.from({ length: 101 }, () => row.materials[0]) };
  expect(told(await send(long))).toEqual([[1, 'refused', '/materials catalog/C2']]);
});

test('catalog/C2: a batch needs a name, and rows', async () => {
  const { agent } = administrator;
  await agent.stream('/v1/catalog/imports', 'application/x-ndjson', ndjson([row])).expect(400);
  await agent.stream(PATH, 'application/x-ndjson', '').expect(422);
  await agent.post(PATH, { rows: [row] }).expect(415);
});
