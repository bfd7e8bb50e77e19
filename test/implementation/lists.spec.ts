import { createHash } from 'node:crypto';
import { cleared, type PublishedItem } from '../../src/modules/catalog/catalog.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let organization: OrganizationCard;
let item: PublishedItem;
let editor: Somebody;
let administrator: Somebody;

beforeAll(async () => {
  w = await World.open();
  organization = await givenOrganization(w);
  item = await givenItem(w);
  editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
  administrator = await staff(w, { role: 'service-administrator', area: '650100000000' });
});
afterAll(() => w.close());

const at = (id: string, act = '') => `/v1/implementations/${id}${act}`;
const draft = (more: object = {}) => ({ organizationId: organization.id, basicCode: item.basicCode, level: '4', ...more });

async function drafted(content = guideContent(), more: object = {}): Promise<{ id: string; variantCode: string; code: string }> {
  const { body } = await editor.agent.post('/v1/implementations', draft(more)).expect(201);
  await editor.agent.with({ 'if-match': '"1"' }).put(at(body.id), content).expect(200);
  return body;
}

async function publish(id: string) {
  await editor.agent.post(at(id, '/submission')).expect(200);
  await administrator.agent.post(at(id, '/audit'), { outcome: 'approved', reasons: '要素完整' }).expect(200);
  await administrator.agent.post(at(id, '/secrecy-review'), cleared).expect(200);
  return administrator.agent.post(at(id, '/publication')).expect(200);
}

test('implementation/I8: the organ drafts and submits, the administration body audits and publishes', async () => {
  const made = await editor.agent.post('/v1/implementations', draft({ variantName: '新办' })).expect(201);
  const code = `${organization.uscc}4${item.basicCode}`;
  expect(made.body).toMatchObject({
    state: 'draft',
    code,
    variantCode: `${code}01`,
    content: { name: item.name },
    acts: ['edit', 'submit'],
  });
  const lacking = await editor.agent.get(at(made.body.id, '/completeness')).expect(200);
  expect(lacking.body).toMatchObject({ ready: false });
  expect(lacking.body.elements).toContainEqual({ element: 'form', name: '表单', present: false });
  await editor.agent.put(at(made.body.id), guideContent()).expect(428);
  await editor.agent.with({ 'if-match': '"9"' }).put(at(made.body.id), guideContent()).expect(412);
  await editor.agent.with({ 'if-match': '"1"' }).put(at(made.body.id), guideContent()).expect(200);
  const ready = await editor.agent.get(at(made.body.id, '/completeness')).expect(200);
  expect(ready.body).toMatchObject({ ready: true, findings: [] });
  const { body } = await publish(made.body.id);
  expect(body).toMatchObject({ state: 'published', latestNumber: 1, audit: { outcome: 'approved' } });
  expect(body.acts).toEqual(['unschedule', 'suspend', 'withdraw']);
  const facts = await w.rows('select payload from kernel.fact where name = $1', ['implementation.guide-published']);
  const { basicCode } = item;
  const told = { implementationId: made.body.id, code: `${code}01`, basicCode, organizationId: organization.id };
  expect(facts.at(-1)!.payload).toEqual({ ...told, versionId: expect.any(String) });
  const guide = await w.as().get(`/v1/guides/${code}`).expect(200);
  expect(guide.body).toMatchObject({ versionNumber: 1, variantCode: `${code}01`, guide: { name: '示例场所卫生许可（新办）' } });
  expect(guide.body.guide.procedureLaw).toEqual({ licensing: true, basis: '《中华人民共和国行政许可法》' });
});

test('implementation/I8: nobody audits their own draft, and a returned list comes back with the reasons', async () => {
  const both = await staff(
    w,
    { role: 'implementation-editor', unit: organization.id },
    { role: 'service-administrator', area: '650100000000' },
  );
  const { body } = await both.agent.post('/v1/implementations', draft()).expect(201);
  await both.agent.with({ 'if-match': '"1"' }).put(at(body.id), guideContent()).expect(200);
  const submitted = await both.agent.post(at(body.id, '/submission')).expect(200);
  expect(submitted.body.acts).not.toContain('approve');
  const refused = await both.agent.post(at(body.id, '/audit'), { outcome: 'approved', reasons: '可以' }).expect(403);
  expect(refused.body).toMatchObject({ code: 'implementation.own-draft', rule: 'implementation/I8' });
  await administrator.agent.post(at(body.id, '/audit'), { outcome: 'returned' }).expect(422);
  const returned = await administrator.agent
    .post(at(body.id, '/audit'), { outcome: 'returned', reasons: '窗口地址有误' })
    .expect(200);
  expect(returned.body).toMatchObject({ state: 'draft', audit: { outcome: 'returned', reasons: '窗口地址有误' } });
});

test('implementation/P1: nothing is published before somebody else has cleared it, and a refusal goes back with its reasons', async () => {
  const { id } = await drafted();
  await editor.agent.post(at(id, '/submission')).expect(200);
  await administrator.agent.post(at(id, '/audit'), { outcome: 'approved', reasons: '要素完整' }).expect(200);
  const unread = await administrator.agent.post(at(id, '/publication')).expect(422);
  expect(unread.body).toMatchObject({ code: 'implementation.secrecy-not-cleared', rule: 'implementation/P1' });
  const sensitive = { ...cleared, grade: 'sensitive' };
  const closed = await administrator.agent.post(at(id, '/secrecy-review'), sensitive).expect(422);
  expect(closed.body).toMatchObject({ code: 'implementation.secrecy-not-open', rule: 'implementation/P1' });
  const refusal = { grade: 'work-secret', outcome: 'refused', reasons: '窗口信息涉及工作秘密' };
  const returned = await administrator.agent.post(at(id, '/secrecy-review'), refusal).expect(200);
  expect(returned.body).toMatchObject({ state: 'draft', secrecy: { ...refusal, at: expect.any(String) } });
  const again = await editor.agent.post(at(id, '/submission')).expect(200);
  expect(again.body).not.toHaveProperty('secrecy');
});

test('implementation/P1: nobody reviews their own draft for secrecy', async () => {
  const both = await staff(
    w,
    { role: 'implementation-editor', unit: organization.id },
    { role: 'service-administrator', area: '650100000000' },
  );
  const { body } = await both.agent.post('/v1/implementations', draft()).expect(201);
  await both.agent.with({ 'if-match': '"1"' }).put(at(body.id), guideContent()).expect(200);
  await both.agent.post(at(body.id, '/submission')).expect(200);
  const refused = await both.agent.post(at(body.id, '/secrecy-review'), cleared).expect(403);
  expect(refused.body).toMatchObject({ code: 'implementation.secrecy-own-draft', rule: 'implementation/P1' });
});

test('implementation/I8: a list that lacks elements is not submitted; every one is named', async () => {
  const { body } = await editor.agent.post('/v1/implementations', draft()).expect(201);
  const refused = await editor.agent.post(at(body.id, '/submission')).expect(422);
  const pointers = refused.body.errors.map(({ pointer }: { pointer: string }) => pointer);
  expect(pointers).toEqual(
    expect.arrayContaining(['/regulatingOrganization', '/promisedLimit', '/steps', '/form', '/channels', '/remedies', '/phones']),
  );
  expect(refused.body.errors).toContainEqual(
    expect.objectContaining({ code: 'implementation.incomplete', rule: 'implementation/I8' }),
  );
});

test('implementation/I9: versions are immutable, read as of an instant, and cases keep theirs', async () => {
  const { id, variantCode } = await drafted();
  const first = (await publish(id)).body;
  const one = await w.as().get(`/v1/guides/${variantCode}`).expect(200);
  await w.turnClock({ hours: 1 });
  const revised = guideContent({ promisedLimit: { days: 5, unit: 'working-day' } });
  await editor.agent
    .with({ 'if-match': `"${first.version}"` })
    .put(at(id), revised)
    .expect(200);
  const during = await w.as().get(`/v1/guides/${variantCode}`).expect(200);
  expect(during.body.versionNumber).toBe(1);
  await publish(id);
  const two = await w.as().get(`/v1/guides/${variantCode}`).expect(200);
  expect(two.body).toMatchObject({ versionNumber: 2, guide: { promisedLimit: { days: 5 } } });
  const asOf = await w
    .as()
    .get(`/v1/guides/${variantCode}?asOf=${encodeURIComponent(one.body.effectiveFrom)}`)
    .expect(200);
  expect(asOf.headers.etag).toBe(one.headers.etag);
  const kept = await w.as().get(`/v1/guide-versions/${one.body.versionId}`).expect(200);
  expect(kept.body).toEqual(one.body);
  const change = `update implementation.guide_version set name = 'x' where id = $1`;
  await expect(w.rows(change, [one.body.versionId])).rejects.toThrow('immutable');
  await expect(w.rows('delete from implementation.guide_version where id = $1', [one.body.versionId])).rejects.toThrow(
    'immutable',
  );
});

test('implementation/I10: one document for every channel: digest of its canonical bytes, 304, and never a stale one', async () => {
  const { id, variantCode } = await drafted();
  await publish(id);
  const { text, headers } = await w.as().get(`/v1/guides/${variantCode}`).expect(200);
  const digest = createHash('sha256').update(text).digest('hex');
  expect(headers).toMatchObject({
    etag: `"${digest}"`,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'public, no-cache',
  });
  expect(text.startsWith('{"code":')).toBe(true);
  const known = w.as().with({ 'if-none-match': headers.etag! });
  const unchanged = await known.get(`/v1/guides/${variantCode}`).expect(304);
  expect(unchanged.text).toBe('');
  await known.with({ 'if-none-match': '"old"' }).get(`/v1/guides/${variantCode}`).expect(200);
  await administrator.agent.post(at(id, '/withdrawal'), { reason: '停办' }).expect(200);
  await known.get(`/v1/guides/${variantCode}`).expect(404);
});

test('implementation/I10: guides are listed by region and organization, page by page', async () => {
  const other = await givenOrganization(w, { divisionCode: '654200000000' });
  const theirs = await staff(w, { role: 'implementation-editor', unit: other.id });
  const region = await staff(w, { role: 'service-administrator', area: '650000000000' });
  const adoption = { division: '654200000000', answer: 'adopted' };
  await region.agent.post(`/v1/catalog/items/${item.basicCode}/adoptions`, adoption).expect(200);
  const { body } = await theirs.agent.post('/v1/implementations', draft({ organizationId: other.id, level: '3' })).expect(201);
  await theirs.agent.with({ 'if-match': '"1"' }).put(at(body.id), guideContent()).expect(200);
  await theirs.agent.post(at(body.id, '/submission')).expect(200);
  await region.agent.post(at(body.id, '/audit'), { outcome: 'approved', reasons: '可以' }).expect(200);
  await region.agent.post(at(body.id, '/secrecy-review'), cleared).expect(200);
  await region.agent.post(at(body.id, '/publication')).expect(200);
  const codes = async (query: string) =>
    (await w.as().get(`/v1/guides?${query}`).expect(200)).body.items.map(
      ({ variantCode }: { variantCode: string }) => variantCode,
    );
  expect(await codes('division=654200000000')).toEqual([body.variantCode]);
  expect(await codes(`organization=${other.id}&itemType=01`)).toEqual([body.variantCode]);
  expect(await codes('division=650100000000')).not.toContain(body.variantCode);
  const page = await w.as().get('/v1/guides?limit=1').expect(200);
  const next = await w.as().get(`/v1/guides?limit=1&cursor=${page.body.nextCursor}`).expect(200);
  expect(next.body.items[0].variantCode > page.body.items[0].variantCode).toBe(true);
  await w.as().get('/v1/guides?region=1').expect(400);
  for (const asOf of ['0000-01-01T00:00:00Z', '2026-01-01T00:00:00%2B23:00', '2026-02-30T00:00:00Z'])
    await w.as().get(`/v1/guides?asOf=${asOf}`).expect(400);
  const forged = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
  await editor.agent.get(`/v1/implementations?cursor=${forged}`).expect(400);
  const nul = Buffer.from(JSON.stringify(['\u0000'])).toString('base64url');
  await w.as().get(`/v1/guides?cursor=${nul}`).expect(400);
});

test('implementation/I1: a list needs an item in force, a level that exercises it, and a variant of its own', async () => {
  const unknown = await editor.agent.post('/v1/implementations', draft({ basicCode: '000199999000' })).expect(422);
  expect(unknown.body).toMatchObject({ code: 'implementation.no-such-item', rule: 'implementation/I1' });
  const level = await editor.agent.post('/v1/implementations', draft({ level: '6' })).expect(422);
  expect(level.body).toMatchObject({ code: 'implementation.level-not-exercised', rule: 'implementation/I1' });
  await editor.agent.post('/v1/implementations', draft({ variantNumber: 80 })).expect(201);
  const twice = await editor.agent.post('/v1/implementations', draft({ variantNumber: 80 })).expect(409);
  expect(twice.body).toMatchObject({ code: 'implementation.variant-exists', rule: 'implementation/I1' });
});

test('implementation/I1: an organization that is no longer there offers nothing', async () => {
  const anywhere = await staff(w, { role: 'implementation-editor' });
  const nowhere = draft({ organizationId: '00000000-0000-7000-8000-000000000009' });
  const { body } = await anywhere.agent.post('/v1/implementations', nowhere).expect(422);
  expect(body).toMatchObject({ code: 'implementation.organization-not-active', rule: 'implementation/I1' });
});

test('lists are seen by their organ and the administration of its area; the public reads guides', async () => {
  const { id } = await drafted();
  const stranger = await staff(w, { role: 'implementation-editor', unit: (await givenOrganization(w)).id });
  await stranger.agent.get(at(id)).expect(404);
  await stranger.agent.post('/v1/implementations', draft()).expect(403);
  const elsewhere = await staff(w, { role: 'service-administrator', area: '654200000000' });
  await elsewhere.agent.get(at(id)).expect(404);
  await w.as().get(at(id)).expect(401);
  const mine = await editor.agent.get(`/v1/implementations?organization=${organization.id}&state=draft&limit=100`).expect(200);
  expect(mine.body.items.map((line: { id: string }) => line.id)).toContain(id);
  const none = await stranger.agent.get('/v1/implementations').expect(200);
  expect(none.body.items).toEqual([]);
  await editor.agent.post(at(id, '/withdrawal'), { reason: '不办了' }).expect(403);
});
