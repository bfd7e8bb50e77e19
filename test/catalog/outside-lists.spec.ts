import { proposal } from '../../src/modules/catalog/commitment/commitment-listing.examples';
import { type Somebody, staff } from '../kit/actors';
import { draftElements, givenItem } from '../kit/given-item';
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

const at = '/v1/catalog/outside-lists';
const document = (day: number, more: object) => ({
  ...{
    kind: 'market-access',
    documentNumber: `示例〔2026〕${day}号`,
    title: '示例清单',
    issuedOn: `2026-01-${String(day).padStart(2, '0')}`,
  },
  ...more,
});
const imported = async (day: number, rows: object[], more: object = {}) =>
  (await publisher.agent.post(at, document(day, { rows, ...more })).expect(200)).body;
const outcomes = ({ rows }: { rows: { outcome: string }[] }) => rows.map(({ outcome }) => outcome);
const differences = async (basicCode: string, kind = 'market-access') =>
  (await editor.agent.get(`${at}/${kind}/differences?basicCode=${basicCode}`).expect(200)).body.items as {
    id: string;
    element: string;
    open: boolean;
  }[];

/** An item of the region's own, reviewed and waiting for publication, and the row that says the same of it. */
async function reviewed(itemType = '20') {
  const basicCode = `65${itemType}23950${String(++serial).padStart(3, '0')}`;
  const elements = draftElements({ name: `示例事项${serial}` });
  await editor.agent.post('/v1/catalog/items', { basicCode, ...elements }).expect(201);
  await bringItem(w, editor, basicCode);
  return { basicCode, row: { code: basicCode, name: elements.name, itemType, basis: elements.legalBasis } };
}
const publish = (code: string) => publisher.agent.post(`/v1/catalog/items/${code}/publication`);
const resolve = (id: string, body: object, kind = 'market-access') =>
  publisher.agent.post(`${at}/${kind}/differences/${id}/resolution`, body);
const deliberate = { choice: 'deliberate', reason: '名称沿用国家目录', basis: '《示例条例》第三条' };

test('catalog/C8: a document comes in parts and again without harm; a later one changes what it names, I, U and D', async () => {
  const rows = [{ name: '甲' }, { name: '乙', basis: ['《示例法》第二条'] }];
  expect(outcomes(await imported(10, rows))).toEqual(['added', 'added']);
  const again = await imported(10, rows);
  expect([outcomes(again), again.edition.number]).toEqual([['unchanged', 'unchanged'], 1]);
  const report = await imported(11, [
    { operation: 'U', name: '乙', basis: ['《示例法》第三条'] },
    { operation: 'D', name: '甲' },
    { operation: 'D', name: '丙' },
    { name: '乙' },
  ]);
  expect([outcomes(report), report.edition.number, report.refused]).toEqual([['changed', 'removed', 'refused', 'refused'], 2, 2]);
  const names = async (query: string) =>
    (await editor.agent.get(`${at}/market-access/rows${query}`).expect(200)).body.items.map(({ name }: { name: string }) => name);
  expect([await names(''), await names('?edition=1')]).toEqual([['乙'], ['乙', '甲']]);
  expect(outcomes(await imported(12, [{ name: '丁' }], { complete: true }))).toEqual(['added']);
  expect(await names('')).toEqual(['丁']);
});

test('catalog/C8: no earlier document is imported, nor one under another date', async () => {
  for (const [day, more] of [
    [9, {}],
    [12, { issuedOn: '2026-02-01' }],
  ] as const) {
    const { body } = await publisher.agent.post(at, document(day, { rows: [{ name: '戊' }], ...more })).expect(409);
    expect(body).toMatchObject({ code: 'catalog.edition-out-of-order', rule: 'catalog/C8' });
  }
});

test('catalog/C8: an item that differs in name, type, code or basis is not published, and each difference is named', async () => {
  const { basicCode, row } = await reviewed();
  await imported(13, [{ ...row, name: '另一名称', itemType: '01', basis: ['《另一法》第一条'] }]);
  expect((await differences(basicCode)).map(({ element, open }) => [element, open])).toEqual([
    ['basis', true],
    ['name', true],
    ['type', true],
  ]);
  const { body } = await publish(basicCode).expect(422);
  expect(body).toMatchObject({ code: 'catalog.difference-unresolved', rule: 'catalog/C8' });
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    ['basis', 'name', 'type'].map((element) => `/${basicCode}/${element}`),
  );
  const named = await reviewed();
  await imported(13, [{ code: '652023999001', name: named.row.name }]);
  expect((await differences(named.basicCode)).map(({ element }) => element)).toEqual(['code']);
});

test('catalog/C8: what agrees, spaced and ordered however, is no difference', async () => {
  const { basicCode, row } = await reviewed();
  await imported(13, [{ ...row, basis: row.basis.map((one) => one.replace('》', '》 ')) }]);
  expect(await differences(basicCode)).toEqual([]);
  await publish(basicCode).expect(200);
});

test('catalog/C8: a resolution says on what it rests; what ours is to follow stays open until it does', async () => {
  const { basicCode, row } = await reviewed();
  await imported(14, [{ ...row, name: '又一名称' }]);
  const [difference] = await differences(basicCode);
  for (const choice of ['outside-corrected', 'deliberate']) {
    const { body } = await resolve(difference!.id, { choice, reason: '示例' }).expect(422);
    expect(body).toMatchObject({ code: 'catalog.resolution-unfounded', rule: 'catalog/C8' });
  }
  await resolve(difference!.id, { choice: 'ours-follows', reason: '以外部清单为准' }).expect(200);
  await publish(basicCode).expect(422);
  const { body } = await resolve(difference!.id, deliberate).expect(200);
  expect(body).toMatchObject({ open: false, resolution: deliberate });
  await publish(basicCode).expect(200);
  await resolve('0'.repeat(32), deliberate).expect(404);
});

test('catalog/C8: a new edition reopens what it says otherwise and nothing else', async () => {
  const { basicCode, row } = await reviewed();
  const theirs = { ...row, name: '外部名称', basis: ['《外部法》第一条'] };
  await imported(15, [theirs]);
  for (const { id } of await differences(basicCode)) await resolve(id, deliberate).expect(200);
  await imported(16, [{ ...theirs, basis: ['《外部法》第二条'] }]);
  expect((await differences(basicCode)).map(({ element, open }) => [element, open])).toEqual([
    ['basis', true],
    ['name', false],
  ]);
  await imported(17, [{ operation: 'D', code: basicCode, name: '外部名称' }]);
  expect((await differences(basicCode)).map(({ element, open }) => [element, open])).toEqual([['only-ours', true]]);
});

test('catalog/C8: a row without an item, and a power item without a row, are differences as well', async () => {
  await imported(18, [{ name: '无对应事项' }]);
  const { body } = await editor.agent.get(`${at}/market-access/differences?open=true&limit=100`).expect(200);
  expect(body.items).toContainEqual(expect.objectContaining({ element: 'only-outside', theirs: '无对应事项', open: true }));
  const power = await reviewed('01');
  const first = document(1, { kind: 'power-and-duty', issuedOn: '2026-01-01', rows: [{ name: '别的权力' }] });
  await publisher.agent.post(at, first).expect(200);
  const [difference] = await differences(power.basicCode, 'power-and-duty');
  expect(difference).toMatchObject({ element: 'only-ours', open: true });
  await publish(power.basicCode).expect(422);
  const corrected = { choice: 'outside-corrected', reason: '漏列', document: '示例函〔2026〕1号' };
  await resolve(difference!.id, corrected, 'power-and-duty').expect(200);
  await publish(power.basicCode).expect(200);
});

test('the outside lists are for those who work on the catalogue of the region', async () => {
  const city = await staff(w, { role: 'service-administrator', area: '650100000000' });
  await city.agent.post(at, document(20, { rows: [{ name: '己' }] })).expect(403);
  await city.agent.get(`${at}/market-access/rows`).expect(404);
  await editor.agent.get(`${at}/construction-approval/rows`).expect(404);
  const { body } = await editor.agent.get(at).expect(200);
  expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['market-access', 'power-and-duty']);
});

const listings = '/v1/catalog/commitment-listings';
const propose = (by: Somebody, more: object) => by.agent.post(listings, { ...proposal, ...more });

test('catalog/C7: an item of an excluded field is listed only when a law names it', async () => {
  const { basicCode } = await givenItem(w);
  const excludedFields = ['public-security', 'health-and-life'];
  for (const more of [{}, { namedByLaw: '《示例条例》第三条' }]) {
    const { body } = await propose(editor, { basicCode, excludedFields, ...more }).expect(422);
    expect(body).toMatchObject({ code: 'catalog.excluded-from-commitment', rule: 'catalog/C7' });
  }
  await propose(editor, { basicCode, excludedFields, namedByLaw: '《中华人民共和国消防法》第十五条' }).expect(201);
});

test('catalog/C7: nothing is listed without both assessments, nor twice, nor what is not in force', async () => {
  const { basicCode } = await givenItem(w);
  const { body } = await propose(editor, { basicCode, correctionCost: undefined }).expect(422);
  expect(body).toMatchObject({
    code: 'catalog.assessment-missing',
    rule: 'catalog/C7',
    errors: [{ pointer: '/correctionCost' }],
  });
  await propose(editor, { basicCode }).expect(201);
  const again = await propose(editor, { basicCode }).expect(409);
  expect(again.body).toMatchObject({ code: 'catalog.listed-already', rule: 'catalog/C7' });
  const unknown = await propose(editor, { basicCode: '000123999999' }).expect(422);
  expect(unknown.body.code).toBe('catalog.item-not-in-force');
});

test('catalog/C7: a listing is published by somebody else, shown to everybody, and revoked with a reason', async () => {
  const { basicCode } = await givenItem(w);
  const both = await staff(w, { role: 'catalogue-editor' }, { role: 'service-administrator' });
  const { id, acts } = (await propose(both, { basicCode }).expect(201)).body;
  expect(acts).toEqual(['revoke']);
  await w.as().get(`${listings}/${id}`).expect(404);
  const own = await both.agent.post(`${listings}/${id}/publication`).expect(403);
  expect(own.body).toMatchObject({ code: 'catalog.own-listing', rule: 'catalog/C7' });
  await publisher.agent.post(`${listings}/${id}/publication`).expect(200);
  expect((await w.as().get(`${listings}?basicCode=${basicCode}`).expect(200)).body.items).toMatchObject([{ state: 'published' }]);
  const revoked = await publisher.agent.post(`${listings}/${id}/revocation`, { reason: '核查条件不具备' }).expect(200);
  expect(revoked.body).toMatchObject({ state: 'revoked', revocationReason: '核查条件不具备', acts: [] });
  const late = await publisher.agent.post(`${listings}/${id}/publication`).expect(409);
  expect(late.body.code).toBe('kernel.not-possible-now');
});
