import { staff } from '../kit/actors';
import { givenLicenceType, licenceTypeContent } from '../kit/given-licence-type';
import { givenOrganization, newUscc } from '../kit/given-organization';
import { World } from '../kit/world';
import { licenceTypeCode } from '../../src/modules/licences/identifier.rules';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const newCode = () => licenceTypeCode(newUscc(), 7);
const operator = async () => (await staff(w, { role: 'platform-operator' })).agent;

test('licences/L1: a type is defined, published, changed with its ETag, and the version in force stays until the next is published', async () => {
  const agent = await operator();
  const typeCode = newCode();
  const made = await agent.post('/v1/licence-types', { typeCode, ...licenceTypeContent }).expect(201);
  expect(made.body).toMatchObject({ typeCode, state: 'draft', number: 0, version: 1, acts: ['change', 'publish'] });
  await w.as().get(`/v1/licence-types/${typeCode}`).expect(404);
  await agent.post(`/v1/licence-types/${typeCode}/publication`).expect(200);

  const change = { ...licenceTypeContent, name: '食品经营许可证（新版）' };
  await agent.put(`/v1/licence-types/${typeCode}`, change).expect(428);
  await agent.with({ 'if-match': '"1"' }).put(`/v1/licence-types/${typeCode}`, change).expect(412);
  const changed = await agent.with({ 'if-match': '"2"' }).put(`/v1/licence-types/${typeCode}`, change).expect(200);
  expect(changed.headers.etag).toBe('"3"');

  const outside = await w.as().get(`/v1/licence-types/${typeCode}`).expect(200);
  expect(outside.body).toMatchObject({ name: licenceTypeContent.name, number: 1, acts: [] });
  await agent.post(`/v1/licence-types/${typeCode}/publication`).expect(200);
  expect((await w.as().get(`/v1/licence-types/${typeCode}`)).body).toMatchObject({ name: change.name, number: 2 });

  const first = await w.as().get(`/v1/licence-types/${typeCode}/versions/1`).expect(200);
  expect(first.body).toMatchObject({ typeCode, number: 1, name: licenceTypeContent.name });
  await w.as().with({ 'if-none-match': first.headers.etag! }).get(`/v1/licence-types/${typeCode}/versions/1`).expect(304);
  await w.as().get(`/v1/licence-types/${typeCode}/versions/3`).expect(404);
});

test('licences/L1: nothing to publish is 409 with what is possible instead', async () => {
  const agent = await operator();
  const { typeCode } = await givenLicenceType(w);
  const { body } = await agent.post(`/v1/licence-types/${typeCode}/publication`).expect(409);
  expect(body).toMatchObject({ code: 'kernel.not-possible-now', state: 'published', acts: ['change'] });
});

test('licences/L1: a published version cannot be rewritten, not even in the database', async () => {
  await givenLicenceType(w);
  await expect(w.rows('update licences.licence_type_version set number = number + 1')).rejects.toThrow('append-only');
});

test('licences/L1: a code is given to one type', async () => {
  const agent = await operator();
  const { typeCode } = await givenLicenceType(w);
  const { body } = await agent.post('/v1/licence-types', { typeCode, ...licenceTypeContent }).expect(409);
  expect(body).toMatchObject({ code: 'licences.type-code-taken', rule: 'licences/L1' });
});

test('licences/L1: a code whose organ has a wrong check character is refused, naming the field', async () => {
  const agent = await operator();
  const { body } = await agent
    .post('/v1/licence-types', { typeCode: '11440300MB2C923879001', ...licenceTypeContent })
    .expect(422);
  expect(body.errors).toEqual([expect.objectContaining({ pointer: '/typeCode', code: 'code' })]);
});

test.each([
  ['no object', { type: 'string' }],
  ['an unknown keyword', { type: 'object', properties: { scope: { type: 'string', colour: 'red' } } }],
  ['a short name that is none', { type: 'object', properties: { premises: { type: 'string', 'x-gb36903': '经营场所' } } }],
  ['one short name twice', { type: 'object', properties: { premises: { 'x-gb36903': 'KZ_A' }, b: { 'x-gb36903': 'KZ_A' } } }],
  ['a reserved name', { type: 'object', properties: { premises: {}, _sd: { type: 'array' } } }],
  ['a schema that answers later', { $async: true, type: 'object', properties: { premises: {} } }],
  ['a reference outside', { type: 'object', properties: { premises: { $ref: 'https://else.example/schema' } } }],
  ['a costly pattern', { type: 'object', properties: { premises: { type: 'string', pattern: '^(a+)+$' } } }],
  ['a field to keep back that does not exist', { type: 'object', properties: { scope: { type: 'string' } } }],
])('licences/L1: metadata with %s are refused', async (_, metadata) => {
  const agent = await operator();
  const { body } = await agent.post('/v1/licence-types', { typeCode: newCode(), ...licenceTypeContent, metadata }).expect(422);
  expect(body).toMatchObject({ code: 'licences.metadata-unsound', rule: 'licences/L1', errors: [{ pointer: '/metadata' }] });
});

test('licences/L1: an editor of an area edits the types of organs there and no others', async () => {
  const { agent } = await staff(w, { role: 'catalogue-editor', area: '650100000000' });
  const { uscc } = await givenOrganization(w);
  await agent.post('/v1/licence-types', { typeCode: licenceTypeCode(uscc, 1), ...licenceTypeContent }).expect(201);
  await agent.post('/v1/licence-types', { typeCode: newCode(), ...licenceTypeContent }).expect(403);
  const { agent: clerk } = await staff(w, { role: 'clerk' });
  await clerk.post('/v1/licence-types', { typeCode: newCode(), ...licenceTypeContent }).expect(403);
});

test('the list shows published types to everybody, by code and page by page', async () => {
  const draft = newCode();
  await (await operator()).post('/v1/licence-types', { typeCode: draft, ...licenceTypeContent }).expect(201);
  await givenLicenceType(w);
  const codes: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await w.as().get(`/v1/licence-types?limit=1${cursor}`).expect(200);
    codes.push(...body.items.map(({ typeCode }: { typeCode: string }) => typeCode));
    if (!body.nextCursor) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(codes).not.toContain(draft);
});
