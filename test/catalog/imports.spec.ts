import { type Somebody, staff } from '../kit/actors';
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
const send = (...rows: object[]) => administrator.agent.post('/v1/catalog/imports', { batch: 'b1', rows });

test('catalog/C2: national items are imported, the same batch again changes nothing, a change takes effect the next day', async () => {
  const first = await send(row).expect(200);
  expect(first.body).toEqual({ refused: 0, rows: [{ row: 1, outcome: 'published', code: row.catalog_code, problems: [] }] });
  const again = await send(row).expect(200);
  expect(again.body.rows[0].outcome).toBe('unchanged');
  const read = await w.as().get(`/v1/catalog/items/${row.catalog_code}`).expect(200);
  expect(read.body.inForce.elements).toMatchObject({
    ...{ exerciseLevels: ['3', '4'], audiences: ['1', '2'], resultType: 'licence', channels: ['online', 'window'] },
    ...{ legalBasis: [expect.anything(), expect.anything()], reviewStandard: '申请表：填写完整' },
  });
  const changed = await send({ ...row, cd_operation: 'U', anticipate_day: 10 }).expect(200);
  expect(changed.body.rows[0].outcome).toBe('published');
  const versions = await w.as().get(`/v1/catalog/items/${row.catalog_code}/versions`).expect(200);
  expect(versions.body.items).toHaveLength(2);
  await w.turnClock({ days: 1 });
  const next = await w.as().get(`/v1/catalog/items/${row.catalog_code}`).expect(200);
  expect(next.body.inForce.elements.statutoryLimit.days).toBe(10);
});

test('catalog/C2: a row that cannot be read is refused with every field, and leaves nothing', async () => {
  const bad = { ...row, catalog_code: '000123902000', task_type: '行政确认', use_level: '月球', is_fee: '也许' };
  const good = { ...row, catalog_code: '000123903000' };
  const { body } = await send(bad, good).expect(200);
  expect(body.refused).toBe(1);
  expect(body.rows[0]).toMatchObject({ row: 1, outcome: 'refused' });
  expect(body.rows[0].problems.map(({ pointer, rule }: Record<string, string>) => [pointer, rule])).toEqual([
    ['/task_type', 'catalog/C2'],
    ['/is_fee', 'catalog/C2'],
    ['/use_level', 'catalog/C2'],
  ]);
  expect(body.rows[1].outcome).toBe('published');
  await w.as().get('/v1/catalog/items/000123902000').expect(404);
});

test('catalog/C2: the region imports national items only, and drafts none of them', async () => {
  const { body } = await send(
    { ...row, catalog_code: '650123901000' },
    { cd_operation: 'D', catalog_code: '000123999000' },
  ).expect(200);
  expect(body.rows.map(({ problems }: { problems: object[] }) => problems[0])).toMatchObject([
    { code: 'catalog.regional-item', rule: 'catalog/C2' },
    { code: 'catalog.no-such-item', rule: 'catalog/C2' },
  ]);
  const editor = await staff(w, { role: 'catalogue-editor' });
  const draft = { ...draftElements(), basicCode: '000123904000' };
  const refused = await editor.agent.post('/v1/catalog/items', draft).expect(422);
  expect(refused.body).toMatchObject({ code: 'catalog.national-item', rule: 'catalog/C2' });
});

test('catalog/C1: a withdrawal of what is no basic code is refused', async () => {
  const { body } = await send({ cd_operation: 'D', catalog_code: '9901' }).expect(200);
  expect(body.rows[0].problems).toMatchObject([{ code: 'catalog.malformed-code', rule: 'catalog/C1' }]);
});

test('catalog/C9: what the state withdraws is withdrawn by somebody who has looked; the row waits for it, and the item may come back', async () => {
  const code = '000123905000';
  const gone = { cd_operation: 'D', catalog_code: code };
  await send({ ...row, catalog_code: code }).expect(200);
  const waiting = await send(gone).expect(200);
  expect(waiting.body.rows[0]).toMatchObject({
    ...{ outcome: 'refused', problems: [{ code: 'catalog.withdrawn-after-looking', rule: 'catalog/C9' }] },
  });
  await withdrawItem(administrator, code);
  expect((await send(gone).expect(200)).body.rows[0]).toMatchObject({ outcome: 'unchanged' });
  const read = () => w.as().get(`/v1/catalog/items/${code}`).expect(200);
  expect((await read()).body).toMatchObject({ state: 'withdrawn', withdrawal: { reason: '依据已废止' } });
  await send({ ...row, catalog_code: code }).expect(200);
  expect((await read()).body).toMatchObject({ state: 'published' });
  expect((await read()).body).not.toHaveProperty('withdrawal');
});

test('catalog/C2: who administers one city imports nothing for the region', async () => {
  const city = await staff(w, { role: 'service-administrator', area: '650100000000' });
  await city.agent.post('/v1/catalog/imports', { batch: 'b1', rows: [row] }).expect(403);
});
