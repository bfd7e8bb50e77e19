import { platform } from '../../src/kernel/authz/actor';
import { CatalogFacade, type ItemElements } from '../../src/modules/catalog/catalog.facade';
import { staff, type Somebody } from '../kit/actors';
import { givenGuide, type GivenGuide } from '../kit/given-guide';
import { itemElements } from '../kit/given-item';
import { World } from '../kit/world';

let w: World;
let editor: Somebody;
let guide: GivenGuide;
let id: string;
const elements = (more: Partial<ItemElements>): ItemElements => itemElements({ basicCode: guide.guide.basicCode, ...more });
const change = (more: Partial<ItemElements>) =>
  w.get(CatalogFacade).takeNational(platform('test'), elements(more), `batch-${JSON.stringify(more).length}`);

beforeAll(async () => {
  w = await World.open();
  guide = await givenGuide(w);
  editor = await staff(w, { role: 'implementation-editor', unit: guide.organization.id });
  [{ id }] = (await w.rows<{ id: string }>('select id from implementation.implementation where variant_code = $1', [
    guide.variantCode,
  ])) as [{ id: string }];
  await w.turnClock({ days: 1 });
});
afterAll(() => w.close());

const mustFollow = async (by: Somebody, flag = 'true') => {
  const { body } = await by.agent.get(`/v1/implementations?mustFollow=${flag}&organization=${guide.organization.id}`).expect(200);
  return (body.items as { id: string }[]).map((line) => line.id);
};

test('implementation/I1: a list that rests on the latest version has nothing to follow', async () => {
  expect(await mustFollow(editor)).toEqual([]);
  expect(await mustFollow(editor, 'false')).toEqual([id]);
  expect((await editor.agent.get(`/v1/implementations/${id}/following`).expect(200)).body).toMatchObject({
    mustFollow: false,
    catalogue: [],
    list: [],
  });
  const { version } = (await editor.agent.get(`/v1/implementations/${id}`)).body as { version: number };
  const { body } = await editor.agent
    .with({ 'if-match': `"${version}"` })
    .post(`/v1/implementations/${id}/following`)
    .expect(409);
  expect(body).toMatchObject({ code: 'implementation.nothing-to-follow', rule: 'implementation/I1' });
});

test('implementation/I1: a changed national element shows every list that must follow, with what changes, and the editor takes it over', async () => {
  const administrator = await staff(w, { role: 'service-administrator', area: '650000000000' });
  await change({ acceptanceConditions: '场所已经建成，检测合格。' });
  expect(await mustFollow(editor)).toEqual([id]);
  expect(await mustFollow(administrator)).toEqual([id]);
  const { body } = await editor.agent.get(`/v1/implementations/${id}/following`).expect(200);
  const difference = {
    pointer: '/acceptanceConditions',
    before: '场所已经建成并符合卫生标准。',
    after: '场所已经建成，检测合格。',
  };
  expect(body).toMatchObject({ mustFollow: true, from: 1, to: 2, catalogue: [difference], list: [difference] });

  const read = await editor.agent.get(`/v1/implementations/${id}`).expect(200);
  const address = `/v1/implementations/${id}/following`;
  await editor.agent.post(address).expect(428);
  await editor.agent.with({ 'if-match': '"999"' }).post(address).expect(412);
  const taken = await editor.agent.with({ 'if-match': read.headers.etag! }).post(address).expect(200);
  expect(taken.body).toMatchObject({ state: 'draft', content: { acceptanceConditions: '场所已经建成，检测合格。' } });
  expect(await mustFollow(editor)).toEqual([]);
  // What is in force stays until the draft is published.
  expect((await w.as().get(`/v1/guides/${guide.variantCode}`)).body.guide.acceptanceConditions).toBe(
    '场所已经建成并符合卫生标准。',
  );
});

test('implementation/I1: a locked element is refused with the level that owns it', async () => {
  const read = await editor.agent.get(`/v1/implementations/${id}`).expect(200);
  const content = { ...read.body.content, acceptanceConditions: '另有规定' };
  const { body } = await editor.agent
    .with({ 'if-match': read.headers.etag! })
    .put(`/v1/implementations/${id}`, content)
    .expect(422);
  expect(body).toMatchObject({ code: 'implementation.element-locked', rule: 'implementation/I1' });
  expect(body.detail).toContain('national');
});
