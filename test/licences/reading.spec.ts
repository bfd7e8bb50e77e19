import { newIdNumber, person, staff } from '../kit/actors';
import { givenLicence } from '../kit/given-licence';
import { givenOrganization } from '../kit/given-organization';
import { givenEnterprise } from '../kit/given-enterprise';
import { World } from '../kit/world';
import { annulment } from './annulment.kit';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

test('a holder reads their own licences in clear, newest first and page by page, and nobody else’s', async () => {
  const idNumber = newIdNumber();
  const holder = await person(w, { name: '阿依古丽·买买提', idNumber });
  const [first, second] = [await givenLicence(w, { holder }), await givenLicence(w, { holder })];
  await givenLicence(w);
  const page = await holder.agent.get('/v1/me/licences?limit=1').expect(200);
  expect(page.body.items.map(({ id }: { id: string }) => id)).toEqual([second.licence.id]);
  const rest = await holder.agent.get(`/v1/me/licences?limit=1&cursor=${page.body.nextCursor}`).expect(200);
  expect(rest.body).toMatchObject({ items: [{ id: first.licence.id }], nextCursor: null });
  const { body } = await holder.agent.get(`/v1/licences/${first.licence.id}`).expect(200);
  expect(body).toMatchObject({
    ...{ identifier: first.licence.identifier, number: first.licence.number, standing: 'valid', acts: ['present'] },
    ...{ holder: { id: holder.id, name: '阿依古丽·买买提', identifier: idNumber }, fields: { scope: '热食类食品制售' } },
  });
  await holder.agent.get('/v1/me/licences?cursor=WyJ4Il0').expect(400);
  await holder.agent.get('/v1/me/licences?holderId=x').expect(400);
});

test('a representative reads the licences of their legal person', async () => {
  const owner = await person(w);
  const { id } = await givenEnterprise(w, owner.id, '示例餐饮有限公司');
  const { licence } = await givenLicence(w, { holder: { id, agent: owner.agent } });
  const mine = await owner.agent.get(`/v1/me/licences?typeCode=${licence.typeCode}`).expect(200);
  expect(mine.body.items).toEqual([
    expect.objectContaining({ id: licence.id, holder: expect.objectContaining({ name: '示例餐饮有限公司' }) }),
  ]);
});

test('identity/N3: an agent neither reads nor presents what the party holds', async () => {
  const agent = await person(w);
  const { licence, holder } = await givenLicence(w);
  const authority = { partyId: holder.id, agentId: agent.id, validFrom: '2026-01-01' };
  await holder.agent.post('/v1/me/authorities', authority).expect(201);
  expect((await agent.agent.get('/v1/me')).body.parties).toContain(holder.id);
  expect((await agent.agent.get('/v1/me/licences').expect(200)).body.items).toEqual([]);
  await agent.agent.get(`/v1/licences/${licence.id}`).expect(404);
  await agent.agent.get(`/v1/licences/${licence.id}/credential`).expect(404);
});

test('staff of the issuing organization read a licence masked, with a purpose and a trace', async () => {
  const idNumber = newIdNumber();
  const holder = await person(w, { name: '阿依古丽', idNumber });
  const { licence, unit } = await givenLicence(w, { holder });
  const { agent } = await staff(w, { role: 'officer', unit });
  await agent.with({ purpose: '' }).get(`/v1/licences/${licence.id}`).expect(400);
  const { body, text } = await agent.get(`/v1/licences/${licence.id}`).expect(200);
  expect(body).toMatchObject({ number: licence.number, holder: { name: '阿**丽' } });
  expect(text).not.toContain(idNumber);
  expect(body).not.toHaveProperty('fields');
  const log = await holder.agent.get('/v1/me/access-log').expect(200);
  expect(log.body.items).toEqual([
    expect.objectContaining({ operation: 'read', recordKind: 'licences.licence', recordId: licence.id }),
  ]);
});

test('supervisors of the area see cards without personal data, also in the history; those of another area nothing', async () => {
  const { licence, holder, unit } = await givenLicence(w);
  const head = await staff(w, { role: 'department-head', unit });
  await head.agent.post(`/v1/licences/${licence.id}/annulment`, await annulment(w, { reason: '不可见的理由' })).expect(200);
  const { agent } = await staff(w, { role: 'supervisor', area: '650100000000' });
  const card = await agent.get(`/v1/licences/${licence.id}`).expect(200);
  expect(card.body).toMatchObject({ id: licence.id, state: 'annulled', typeName: licence.typeName });
  for (const told of ['holder', 'fields', 'identifier', 'number']) expect(card.body).not.toHaveProperty(told);
  const history = await agent.get(`/v1/licences/${licence.id}/history`).expect(200);
  expect(history.body.items).toHaveLength(2);
  const list = await agent.get(`/v1/licences?typeCode=${licence.typeCode}`).expect(200);
  expect(list.body.items).toHaveLength(1);
  for (const { text } of [card, history, list]) {
    expect(text).not.toContain(holder.id);
    expect(text).not.toContain('不可见的理由');
  }
  const elsewhere = await staff(w, { role: 'supervisor', area: '653100000000' });
  await elsewhere.agent.get(`/v1/licences/${licence.id}`).expect(404);
  await elsewhere.agent.get(`/v1/licences/${licence.id}/history`).expect(404);
  expect((await elsewhere.agent.get('/v1/licences')).body.items).toEqual([]);
});

test('what one does not see does not exist: another person, another organization, a malformed id', async () => {
  const { licence } = await givenLicence(w);
  const { id: unit } = await givenOrganization(w);
  await (await person(w)).agent.get(`/v1/licences/${licence.id}`).expect(404);
  const clerk = await staff(w, { role: 'clerk', unit });
  await clerk.agent.get(`/v1/licences/${licence.id}`).expect(404);
  expect((await clerk.agent.get('/v1/licences')).body.items).toEqual([]);
  await clerk.agent.get('/v1/licences/42').expect(404);
});

test('an organization lists its licences by state', async () => {
  const { unit, licence } = await givenLicence(w);
  const other = await givenLicence(w, { issuerOrganizationId: unit });
  const head = await staff(w, { role: 'department-head', unit });
  await head.agent.post(`/v1/licences/${licence.id}/annulment`, await annulment(w)).expect(200);
  const list = async (query: string) => (await head.agent.get(`/v1/licences${query}`).expect(200)).body.items as { id: string }[];
  expect((await list('')).map(({ id }) => id)).toEqual([other.licence.id, licence.id]);
  expect((await list('?state=annulled')).map(({ id }) => id)).toEqual([licence.id]);
});
