import { partner, person, staff } from '../kit/actors';
import { certificate, givenEnterprise } from '../kit/given-enterprise';
import { givenOrganization, newUscc } from '../kit/given-organization';
import { World } from '../kit/world';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const since = { validFrom: '2026-01-01' };

let w: World;
let unit: string;
beforeAll(async () => {
  w = await World.open();
  unit = (await givenOrganization(w)).id;
});
afterAll(() => w.close());

const clerk = () => staff(w, { role: 'clerk', unit });
const firm = (representativeId: string, more: object = {}) => ({
  ...{ uscc: newUscc(), name: '示例商贸有限公司', representativeId, proof: certificate },
  ...more,
});
const notes = (id: string, agentId: string) =>
  w.rows<{ note: { proof?: { how: string; referenceSealed: string } } }>(
    `select h.note from kernel.history h join identity.authority a on a.id = h.subject_id::uuid
     where h.subject_kind = 'identity.authority' and h.act = 'give' and a.party_id = $1 and a.agent_id = $2`,
    [id, agentId],
  );

test('identity/N3: nobody makes themselves or somebody else the representative of an organization', async () => {
  const [one, other] = [await person(w), await person(w)];
  for (const { id } of [one, other]) await one.agent.post('/v1/legal-persons', firm(id)).expect(403);
  const operator = await staff(w, { role: 'platform-operator' });
  await operator.agent.post('/v1/legal-persons', firm(operator.id)).expect(403);
  expect((await one.agent.get('/v1/me')).body.parties).toEqual([one.id]);
});

test('identity/N3: a clerk, an administrator or a partner system names the representative whom the certificate names', async () => {
  const representative = await person(w);
  const administrator = await staff(w, { role: 'service-administrator', area: '650100000000' });
  for (const by of [await clerk(), administrator, await partner(w, unit)]) {
    const { body } = await by.agent.post('/v1/legal-persons', firm(representative.id)).expect(201);
    expect((await representative.agent.get('/v1/me')).body.parties).toContain(body.id);
    const [line] = await notes(body.id, representative.id);
    expect(line!.note.proof!.how).toBe('certificate-original');
    expect(JSON.stringify(line)).not.toContain(certificate.reference);
  }
});

test('identity/N3: without a check of the certificate no legal person is registered', async () => {
  const { agent } = await clerk();
  const { body } = await agent.post('/v1/legal-persons', firm((await person(w)).id, { proof: undefined })).expect(422);
  expect(body.errors[0].pointer).toBe('/proof');
});

test('identity/N3: a second representative is refused until the first has renounced, the same one is answered again', async () => {
  const [first, second] = [await person(w), await person(w)];
  const { agent } = await clerk();
  const facts = firm(first.id);
  const { body } = await agent.post('/v1/legal-persons', facts).expect(201);
  expect((await agent.post('/v1/legal-persons', facts).expect(201)).body).toEqual(body);
  const refused = await agent.post('/v1/legal-persons', { ...facts, representativeId: second.id }).expect(409);
  expect(refused.body).toMatchObject({ code: 'identity.represented-by-another', rule: 'identity/N3' });
  expect((await second.agent.get('/v1/me')).body.parties).toEqual([second.id]);

  const { body: held } = await first.agent.get('/v1/me/authorities').expect(200);
  await first.agent.post(`/v1/me/authorities/${held.items[0].id}/revocation`).expect(200);
  const renewed = await agent.post('/v1/legal-persons', { ...facts, representativeId: second.id }).expect(201);
  expect(renewed.body).toEqual(body);
  expect((await second.agent.get('/v1/me')).body.parties).toContain(body.id);
  expect((await first.agent.get('/v1/me')).body.parties).toEqual([first.id]);
});

test('identity/N3: two clerks who name two representatives at once name one', async () => {
  const [first, second] = [await person(w), await person(w)];
  const facts = firm(first.id);
  const clerks = [await clerk(), await clerk()];
  const answers = await Promise.all(
    [first, second].map(({ id }, index) => clerks[index]!.agent.post('/v1/legal-persons', { ...facts, representativeId: id })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('identity/N3: an agent acts for a legal person from when its representative says so until it is revoked', async () => {
  const [owner, agent] = [await person(w), await person(w)];
  const { id: partyId } = await givenEnterprise(w, owner.id);
  const give = { partyId, agentId: agent.id, ...since };
  const { body } = await agent.agent.post('/v1/me/authorities', give).expect(422);
  expect(body).toMatchObject({ code: 'identity.own-authority-only', rule: 'identity/N3' });

  const given = await owner.agent.post('/v1/me/authorities', give).expect(201);
  expect((await agent.agent.get('/v1/me')).body.parties).toContain(partyId);
  await owner.agent.post(`/v1/me/authorities/${given.body.id}/revocation`).expect(200);
  expect((await agent.agent.get('/v1/me')).body.parties).not.toContain(partyId);
});

test("identity/N3: an agent neither revokes others' authorities nor passes their own on, but may renounce it", async () => {
  const [owner, agent, third] = [await person(w), await person(w), await person(w)];
  const { id: partyId } = await givenEnterprise(w, owner.id);
  const { body: own } = await owner.agent.post('/v1/me/authorities', { partyId, agentId: agent.id, ...since }).expect(201);
  const { body: others } = await owner.agent.post('/v1/me/authorities', { partyId, agentId: third.id, ...since }).expect(201);
  const { body: all } = await owner.agent.get('/v1/me/authorities').expect(200);
  expect(all.items).toHaveLength(3);
  const { body: seen } = await agent.agent.get('/v1/me/authorities').expect(200);
  expect(seen.items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
  for (const { id } of all.items as { id: string }[])
    if (id !== own.id) await agent.agent.post(`/v1/me/authorities/${id}/revocation`).expect(404);

  const further = await person(w);
  const { body } = await agent.agent.post('/v1/me/authorities', { partyId, agentId: further.id, ...since }).expect(422);
  expect(body.code).toBe('identity.own-authority-only');
  await agent.agent.post(`/v1/me/authorities/${own.id}/revocation`).expect(200);
  expect((await agent.agent.get('/v1/me')).body.parties).toEqual([agent.id]);
  expect((await third.agent.get('/v1/me')).body.parties).toContain(partyId);
  await third.agent.post(`/v1/me/authorities/${others.id}/revocation`).expect(200);
});

test('identity/N3: whoever acts for themselves or as the representative needs no authority', async () => {
  const owner = await person(w);
  const { id: partyId } = await givenEnterprise(w, owner.id);
  for (const party of [owner.id, partyId]) {
    const { body } = await owner.agent.post('/v1/me/authorities', { partyId: party, agentId: owner.id, ...since }).expect(422);
    expect(body).toMatchObject({ code: 'identity.acts-in-person', rule: 'identity/N3' });
  }
});

test('identity/N3: an authority has days on which it can be used', async () => {
  const [owner, agent] = [await person(w), await person(w)];
  for (const [days, pointer, code] of [
    [{ validFrom: '2026-03-01', validTo: '2026-02-28' }, '/validTo', 'before-it-begins'],
    [{ validFrom: '2026-01-01', validTo: '2026-01-31' }, '/validTo', 'over'],
    [{ validFrom: '9999-12-31' }, '/validFrom', 'too-late'],
    [{ validFrom: '0001-01-01' }, '/validFrom', 'too-early'],
  ] as const) {
    const { body } = await owner.agent.post('/v1/me/authorities', { partyId: owner.id, agentId: agent.id, ...days }).expect(422);
    expect(body).toMatchObject({ code: 'identity.authority-days', rule: 'identity/N3', errors: [{ pointer, code }] });
  }
});

test('identity/N3: an authority that runs is named when another is given; one that has run out gives way', async () => {
  const [owner, agent] = [await person(w), await person(w)];
  const [{ today }] = (await w.rows<{ today: string }>(
    `select to_char(kernel.now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`,
  )) as [{ today: string }];
  const give = { partyId: owner.id, agentId: agent.id, ...since };
  const { body: first } = await owner.agent.post('/v1/me/authorities', { ...give, validTo: today }).expect(201);
  const { body } = await owner.agent.post('/v1/me/authorities', give).expect(409);
  expect(body).toMatchObject({ code: 'identity.already-authorised', rule: 'identity/N3' });
  expect(body.detail).toContain(first.id);
  await w.turnClock({ days: 1 });
  const { body: second } = await owner.agent.post('/v1/me/authorities', give).expect(201);
  const { body: list } = await owner.agent.get('/v1/me/authorities').expect(200);
  expect(list.items).toMatchObject([
    { id: second.id, state: 'active' },
    { id: first.id, state: 'lapsed' },
  ]);
});

test('identity/N3: nobody represents or acts who is not registered', async () => {
  const owner = await person(w);
  const { agent } = await clerk();
  for (const refused of [
    await agent.post('/v1/legal-persons', firm(NOBODY)).expect(422),
    await owner.agent.post('/v1/me/authorities', { partyId: owner.id, agentId: NOBODY, ...since }).expect(422),
  ])
    expect(refused.body).toMatchObject({ code: 'identity.no-such-person', rule: 'identity/N3' });
});
