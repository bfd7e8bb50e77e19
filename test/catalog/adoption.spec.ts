import type { ItemElements } from '../../src/modules/catalog/catalog.facade';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { imported, ndjson, told } from '../kit/given-import';
import { givenItem, itemElements } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { CatalogFacade } from '../../src/modules/catalog/catalog.facade';
import { platform } from '../../src/kernel/authz/actor';
import { sampleRows } from '../implementation/sample-rows';
import { World } from '../kit/world';

const [COUNTY, PREFECTURE, TOWN] = ['650102000000', '650100000000', '650102002000'];
let w: World;
let county: Somebody;
beforeAll(async () => {
  w = await World.open();
  county = await staff(w, { role: 'service-administrator', area: COUNTY });
});
afterAll(() => w.close());

/** In force, and answered by nobody. */
const newItem = async (more: Partial<ItemElements> = {}) =>
  (await w.get(CatalogFacade).takeNational(platform('test'), itemElements(more), 'test')).basicCode;
const at = (code: string) => `/v1/catalog/items/${code}/adoptions`;
const answer = (code: string, more: object = {}, by = county) =>
  by.agent.post(at(code), { division: COUNTY, answer: 'adopted', ...more });
const adoptAll = (basicCodes: string[], by = county) => by.agent.post('/v1/catalog/adoptions', { division: COUNTY, basicCodes });
const lineOf = async (code: string, standing = '') => {
  const { body } = await w.as().get(`/v1/catalog/adoptions?division=${COUNTY}&limit=100${standing && `&standing=${standing}`}`);
  return (body.items as { basicCode: string }[]).find(({ basicCode }) => basicCode === code);
};

test('catalog/C5: a county adopts the version in force; a newer one is to be renewed, and seen as such', async () => {
  const code = await newItem();
  expect(await lineOf(code, 'unanswered')).toMatchObject({ standing: 'unanswered', exercised: true });
  const { body } = await answer(code).expect(200);
  expect(body).toMatchObject({ division: COUNTY, state: 'adopted', versionNumber: 1 });
  expect((await w.as().get(at(code)).expect(200)).body.items).toMatchObject([{ division: COUNTY, state: 'adopted' }]);
  await newItem({ basicCode: code, acceptanceConditions: '另有规定。' });
  await w.turnClock({ days: 1 });
  expect(await lineOf(code, 'to-renew')).toMatchObject({ standing: 'to-renew', versionNumber: 2, answeredNumber: 1 });
  await answer(code).expect(200);
  expect(await lineOf(code)).toMatchObject({ standing: 'adopted', answeredNumber: 2 });
  const again = await answer(code).expect(200);
  expect(again.body.version).toBe(2);
});

test('catalog/C5: it declines only what its level does not exercise, with reasons, and adopts nothing else', async () => {
  const [ours, theirs] = [await newItem({ exerciseLevels: ['7'] }), await newItem({ exerciseLevels: ['2', '3'] })];
  const must = await answer(ours, { answer: 'declined', reason: '人手不足' }).expect(422);
  expect(must.body).toMatchObject({ code: 'catalog.must-adopt', rule: 'catalog/C5' });
  const unfounded = await answer(theirs, { answer: 'declined' }).expect(422);
  expect(unfounded.body).toMatchObject({ code: 'catalog.decline-without-reason', rule: 'catalog/C5' });
  const declined = await answer(theirs, { answer: 'declined', reason: '由地级行使' }).expect(200);
  expect(declined.body).toMatchObject({ state: 'declined', reason: '由地级行使' });
  expect(await lineOf(theirs, 'declined')).toMatchObject({ standing: 'declined', exercised: false });
  expect((await answer(theirs).expect(422)).body).toMatchObject({ code: 'catalog.not-exercised', rule: 'catalog/C5' });
});

test('catalog/C5: the administration body of the division answers, or one above it; townships do not answer', async () => {
  const code = await newItem();
  await answer(code, {}, await staff(w, { role: 'service-administrator', area: '653100000000' })).expect(403);
  await answer(code, { division: PREFECTURE }).expect(403);
  const town = await answer(code, { division: TOWN }).expect(422);
  expect(town.body).toMatchObject({ code: 'catalog.does-not-adopt', rule: 'catalog/C5' });
  await answer(code, {}, await staff(w, { role: 'service-administrator', area: PREFECTURE })).expect(200);
});

test('catalog/C5: many at once: each is adopted, renewed, unchanged or refused with its rule, whoever asks a second time', async () => {
  const [first, second, foreign] = [await newItem(), await newItem(), await newItem({ exerciseLevels: ['2'] })];
  await answer(first).expect(200);
  const { body } = await adoptAll([first, second, foreign, '000123999000']).expect(200);
  expect(body.codes.map(({ outcome, problems }: { outcome: string; problems: object[] }) => [outcome, ...problems])).toEqual([
    ['unchanged'],
    ['adopted'],
    ['refused', expect.objectContaining({ code: 'catalog.not-exercised', rule: 'catalog/C5' })],
    ['refused', expect.objectContaining({ code: 'catalog.item-not-in-force' })],
  ]);
  expect(body.refused).toBe(2);
  const twice = await adoptAll([first, second, first]).expect(422);
  expect(twice.body).toMatchObject({ code: 'catalog.code-twice', rule: 'catalog/C5', errors: [{ pointer: '/basicCodes/2' }] });
  // Two who adopt the same at once follow each other.
  const codes = [await newItem(), await newItem()];
  const both = await Promise.all([adoptAll(codes), adoptAll(codes)]);
  const outcomes = both.map(({ body: { codes: report } }) => (report as { outcome: string }[]).map(({ outcome }) => outcome));
  expect(outcomes.sort()).toEqual([
    ['adopted', 'adopted'],
    ['unchanged', 'unchanged'],
  ]);
});

test('catalog/C5: a list is drafted, submitted and imported only where its region has adopted the item; a town counts under its county', async () => {
  const code = await newItem({ exerciseLevels: ['4', '5'] });
  const organ = await givenOrganization(w, { divisionCode: TOWN });
  const editor = await staff(w, { role: 'implementation-editor', unit: organ.id });
  const draft = () =>
    editor.agent.post('/v1/implementations', { organizationId: organ.id, basicCode: code, level: '5', variantName: '新办' });
  const refused = await draft().expect(422);
  expect(refused.body).toMatchObject({ code: 'implementation.not-adopted', rule: 'catalog/C5' });
  await answer(code).expect(200);
  const { body: list } = await draft().expect(201);
  const path = `/v1/implementations/${list.id}`;
  await editor.agent.with({ 'if-match': '"1"' }).put(path, guideContent()).expect(200);
  // A later version that the county may decline takes the ground from under the draft.
  await newItem({ basicCode: code, exerciseLevels: ['3'] });
  await w.turnClock({ days: 1 });
  await answer(code, { answer: 'declined', reason: '由地级行使' }).expect(200);
  const { body } = await editor.agent.post(`${path}/submission`).expect(422);
  expect(body.errors.map(({ rule }: { rule: string }) => rule)).toContain('catalog/C5');
});

test('catalog/C5: a row of an import is refused where the item is not adopted', async () => {
  const organ = await givenOrganization(w);
  await givenItem(w, { basicCode: '000123901000', name: '示例场所卫生许可' }, PREFECTURE);
  const { regulatingOrganization, form, windows, remedies, phones, visits, resultSample, questions } = guideContent();
  const extend = { regulatingOrganization, form, windows, remedies, phones, visits, resultSample, questions };
  const [row] = sampleRows(organ.uscc, extend);
  const importer = await staff(w, { role: 'service-administrator', area: PREFECTURE });
  const send = (batch: string) =>
    imported(w, importer, `/v1/implementations/imports?batch=${batch}&approvedUnder=1`, ndjson([row as object]));
  expect(told((await send('before')).rows)).toEqual([[1, 'refused', '/use_level catalog/C5']]);
  await answer('000123901000').expect(200);
  expect(told((await send('after')).rows)).toEqual([[1, 'published']]);
});
