import { nextDay } from '../../src/modules/catalog/item/effective-days.rules';
import { type Somebody, staff } from '../kit/actors';
import { draftElements, itemElements, withdrawItem } from '../kit/given-item';
import { bringItem } from '../kit/given-review';
import { World } from '../kit/world';

let w: World;
let editor: Somebody;
let publisher: Somebody;
const region = '650000000000';
let serial = 0;

beforeAll(async () => {
  w = await World.open();
  editor = await staff(w, { role: 'catalogue-editor', area: region });
  publisher = await staff(w, { role: 'service-administrator', area: region });
});
afterAll(() => w.close());

const newCode = () => `6501239${String(++serial).padStart(2, '0')}000`;
const draftOf = (basicCode: string, overrides: object = {}) => ({ ...draftElements(), basicCode, ...overrides });
const editOf = (overrides: object = {}) => ({ ...draftElements(), ...overrides });
const at = (code: string, act = '') => `/v1/catalog/items/${code}${act}`;

async function published(code: string) {
  await editor.agent.post('/v1/catalog/items', draftOf(code)).expect(201);
  await bringItem(w, editor, code);
  return publisher.agent.post(at(code, '/publication')).expect(200);
}

test('catalog/C3: a draft is submitted, reviewed, countersigned, published, revised and superseded', async () => {
  const code = newCode();
  const { body } = await published(code);
  expect(body).toMatchObject({ state: 'published', basicCode: code, itemType: '01', inForce: { versionNumber: 1 } });
  const today: string = body.inForce.effectiveFrom;

  const read = await editor.agent.get(at(code)).expect(200);
  const revision = editOf({ name: '示例场所卫生许可（修订）' });
  await editor.agent.put(at(code), revision).expect(428);
  await editor.agent.with({ 'if-match': '"1"' }).put(at(code), revision).expect(412);
  const edited = await editor.agent.with({ 'if-match': read.headers.etag! }).put(at(code), revision).expect(200);
  expect(edited.body).toMatchObject({ state: 'draft', inForce: { name: '示例场所卫生许可' } });
  await bringItem(w, editor, code);
  const second = await publisher.agent.post(at(code, '/publication')).expect(200);
  expect(second.body.inForce.versionNumber).toBe(1);

  const tomorrow = nextDay(today);
  const later = await w
    .as()
    .get(`${at(code)}?asOf=${tomorrow}`)
    .expect(200);
  expect(later.body.inForce).toMatchObject({ versionNumber: 2, name: '示例场所卫生许可（修订）', effectiveFrom: tomorrow });
  expect(later.body).not.toHaveProperty('draft');
  const versions = await w.as().get(at(code, '/versions')).expect(200);
  expect(versions.body.items).toMatchObject([
    { number: 2, state: 'published', effectiveFrom: tomorrow },
    { number: 1, state: 'superseded', effectiveFrom: today, effectiveTo: tomorrow },
  ]);
});

test('catalog/C4: a version takes effect neither in the past nor over the version before it', async () => {
  const code = newCode();
  const { body } = await published(code);
  await editor.agent
    .with({ 'if-match': `"${body.version}"` })
    .put(at(code), editOf({ reviewStandard: '更严格' }))
    .expect(200);
  await bringItem(w, editor, code);
  for (const effectiveFrom of ['2020-01-01', body.inForce.effectiveFrom]) {
    const refused = await publisher.agent.post(at(code, '/publication'), { effectiveFrom }).expect(422);
    expect(refused.body).toMatchObject({ code: 'catalog.effective-too-early', rule: 'catalog/C4' });
  }
});

test('catalog/C4: the difference of two versions is told place by place', async () => {
  const code = newCode();
  const { body } = await published(code);
  const materials = itemElements().materials.slice(0, 1);
  await editor.agent
    .with({ 'if-match': `"${body.version}"` })
    .put(at(code), editOf({ materials, statutoryLimit: { days: 15, unit: 'working-day' } }))
    .expect(200);
  await bringItem(w, editor, code);
  await publisher.agent.post(at(code, '/publication')).expect(200);
  const diff = await w.as().get(at(code, '/versions/2/diff?with=1')).expect(200);
  expect(diff.body).toMatchObject({ version: 2, with: 1 });
  expect(diff.body.differences).toEqual([
    { pointer: '/materials/M02', before: expect.objectContaining({ name: '检测报告' }) },
    { pointer: '/statutoryLimit/days', before: 20, after: 15 },
  ]);
  await w.as().get(at(code, '/versions/2/diff')).expect(400);
  await w.as().get(at(code, '/versions/9')).expect(404);
});

test('catalog/C4: a published version is immutable in the database too, and no two stand on a day', async () => {
  const code = newCode();
  await published(code);
  await expect(w.rows(`update catalog.item_version set digest = repeat('0', 64) where basic_code = $1`, [code])).rejects.toThrow(
    'immutable',
  );
  await expect(w.rows('delete from catalog.item_version where basic_code = $1', [code])).rejects.toThrow('immutable');
  const copy = `insert into catalog.item_version select gen_random_uuid(), item_id, 7, basic_code, elements, digest, effective_from + 3, null, state, published_at
    from catalog.item_version where basic_code = $1`;
  await expect(w.rows(copy, [code])).rejects.toThrow('one_version_a_day');
});

test('catalog/C9: a withdrawn item is no longer in the list', async () => {
  const code = newCode();
  await published(code);
  const gone = await withdrawItem(publisher, code);
  expect(gone.body).toMatchObject({ state: 'withdrawn', acts: [], withdrawal: { reason: '依据已废止' } });
  expect(gone.body).not.toHaveProperty('inForce');
  const list = await w.as().get('/v1/catalog/items?limit=100').expect(200);
  expect(list.body.items.map(({ basicCode }: { basicCode: string }) => basicCode)).not.toContain(code);
});

test('catalog/C1: a code outside grammar and dictionary is refused at the field, another region or an ex-officio type by rule', async () => {
  const malformed = await editor.agent.post('/v1/catalog/items', draftOf(newCode(), { basicCode: '659923901000' })).expect(422);
  expect(malformed.body.errors).toEqual([expect.objectContaining({ pointer: '/basicCode', code: 'code' })]);
  const foreign = await editor.agent.post('/v1/catalog/items', draftOf(newCode(), { basicCode: '430123901000' })).expect(422);
  expect(foreign.body).toMatchObject({ code: 'catalog.foreign-code', rule: 'catalog/C1' });
  const penalty = await editor.agent.post('/v1/catalog/items', draftOf(newCode(), { basicCode: '650223901000' })).expect(422);
  expect(penalty.body).toMatchObject({ code: 'catalog.not-on-application', rule: 'catalog/C1' });
});

test('catalog/C1: a code is drafted once, and lists say each thing once', async () => {
  const code = newCode();
  await editor.agent.post('/v1/catalog/items', draftOf(code)).expect(201);
  const again = await editor.agent.post('/v1/catalog/items', draftOf(code)).expect(409);
  expect(again.body).toMatchObject({ code: 'catalog.code-taken', rule: 'catalog/C1' });
  const graded = await editor.agent.post('/v1/catalog/items', draftOf(newCode(), { exerciseLevels: ['4', '7'] })).expect(422);
  expect(graded.body).toMatchObject({ code: 'catalog.levels-inconsistent', rule: 'catalog/C1' });
  const [material] = itemElements().materials;
  const twice = await editor.agent.post('/v1/catalog/items', draftOf(newCode(), { materials: [material, material] })).expect(422);
  expect(twice.body).toMatchObject({ code: 'catalog.material-code-twice', rule: 'catalog/C1' });
});

test('drafts are for those who work on them: strangers and editors of one city get nothing', async () => {
  const code = newCode();
  await editor.agent.post('/v1/catalog/items', draftOf(code)).expect(201);
  await w.as().get(at(code)).expect(404);
  const city = await staff(w, { role: 'catalogue-editor', area: '650100000000' });
  await city.agent.post('/v1/catalog/items', draftOf(newCode())).expect(403);
  await city.agent.get(at(code)).expect(404);
  await publisher.agent.post(at(code, '/submission'), { prefectures: [] }).expect(403);
});

test('the catalogue is listed in pages by code and read as it stood', async () => {
  await published(newCode());
  await published(newCode());
  const first = await w.as().get('/v1/catalog/items?limit=1').expect(200);
  const second = await w.as().get(`/v1/catalog/items?limit=1&cursor=${first.body.nextCursor}`).expect(200);
  expect(second.body.items[0].basicCode > first.body.items[0].basicCode).toBe(true);
  const past = await w.as().get('/v1/catalog/items?asOf=2020-01-01').expect(200);
  expect(past.body).toEqual({ items: [], nextCursor: null });
});
