import { partner, person, staff } from '../kit/actors';
import { application, type Desk, givenCase, givenDesk, statement } from '../kit/given-case';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

test('acceptance/A1: a case gets its unified number of 48 characters and a query code that is told once', async () => {
  const { applicant, guide } = desk;
  const { body, headers } = await applicant.agent.post('/v1/cases', application(desk, { submit: true })).expect(201);
  expect(body).toMatchObject({
    state: 'submitted',
    nationalState: 1,
    applicant: '阿**丽',
    acts: ['withdraw', 'name-helper'],
    version: 1,
  });
  expect(body.caseNumber).toMatch(new RegExp(`^${guide.code}\\d{8}2\\d{8}$`));
  expect(body.queryCode).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  expect(headers.location).toBe(`/v1/cases/${body.id}`);
  const read = await applicant.agent.get(`/v1/cases/${body.id}`).expect(200);
  expect(read.body.queryCode).toBeUndefined();
  const [row] = await w.rows<{ sealed: string; query_code_hash: string }>('select * from acceptance."case" where id = $1', [
    body.id,
  ]);
  expect(JSON.stringify(row)).not.toContain('示例理发店');
  expect(JSON.stringify(row)).not.toContain(body.queryCode);
});

test('acceptance/A1: fifty submissions at once get fifty numbers without a gap', async () => {
  const own = await givenDesk(w);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => own.applicant.agent.post('/v1/cases', application(own, { submit: true }))),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
  const serials = answers.map(({ body }) => Number(body.caseNumber.slice(-8))).sort((a, b) => a - b);
  expect(serials).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

test('a draft is edited with its ETag, submitted under its number, and then no draft any more', async () => {
  const { agent } = desk.applicant;
  const draft = await agent.post('/v1/cases', application(desk, { materials: [], form: {} })).expect(201);
  expect(draft.body).toMatchObject({ state: 'draft', acts: ['edit', 'submit', 'discard', 'name-helper'] });
  expect(draft.body.caseNumber).toBeUndefined();
  const path = `/v1/cases/${draft.body.id}`;
  const { channel, form, materials } = application(desk);
  await agent.put(path, { channel, form, materials }).expect(428);
  await agent.with({ 'if-match': '"9"' }).put(path, { channel, form, materials }).expect(412);
  await agent.with({ 'if-match': '"1"' }).put(path, { channel, form, materials }).expect(200);
  const submitted = await agent.post(`${path}/submission`).expect(200);
  expect(submitted.body).toMatchObject({ state: 'submitted', version: 3 });
  await agent.with({ 'if-match': '"3"' }).put(path, { channel, form, materials }).expect(409);
  await agent.post(`${path}/submission`).expect(409);
});

test('acceptance/A2: a draft is discarded with all that was written and handed in; only that it was there remains', async () => {
  const { agent, id: applicantId } = desk.applicant;
  const { id } = await givenCase(desk, 'draft');
  await desk.clerk.agent.post(`/v1/cases/${id}/discard`).expect(404);
  await (await person(w)).agent.post(`/v1/cases/${id}/discard`).expect(404);
  await agent.with({ 'if-match': '"9"' }).post(`/v1/cases/${id}/discard`).expect(412);
  const { body } = await agent.post(`/v1/cases/${id}/discard`).expect(200);
  expect(body).toMatchObject({ state: 'discarded', applicant: '*', acts: [], version: 2 });
  const read = await agent.get(`/v1/cases/${id}`).expect(200);
  expect(read.body).toMatchObject({ form: {}, materials: [], applicantId });
  const history = await agent.get(`/v1/cases/${id}/history`).expect(200);
  expect(history.body.items.map(({ act }: { act: string }) => act)).toEqual(['open', 'discard']);
  expect(await w.rows('select 1 from acceptance.material where case_id = $1', [id])).toEqual([]);
  const listed = async (query: string) => (await agent.get(`/v1/me/cases?limit=100${query}`).expect(200)).body.items as object[];
  expect(await listed('')).not.toContainEqual(expect.objectContaining({ id }));
  expect(await listed('&state=discarded')).toContainEqual(expect.objectContaining({ id }));
  await agent.post(`/v1/cases/${id}/discard`).expect(409);
  await agent.post(`/v1/cases/${id}/submission`).expect(409);
  await desk.clerk.agent.get(`/v1/cases/${id}`).expect(404);
});

test('acceptance/A2: the clerk who entered a draft may discard it, and nobody what has been submitted', async () => {
  const body = application(desk, { applicantId: (await person(w)).id, channel: 'window' });
  const { body: draft } = await desk.clerk.agent.post('/v1/cases', body).expect(201);
  await desk.clerk.agent.post(`/v1/cases/${draft.id}/discard`).expect(200);
  const { id } = await givenCase(desk);
  await desk.applicant.agent.post(`/v1/cases/${id}/discard`).expect(409);
});

test('acceptance/A4: a code that no published guide has, a channel or an applicant the guide does not name', async () => {
  const { agent } = desk.applicant;
  const unknown = `${desk.guide.code.slice(0, 28)}99901`;
  const none = await agent.post('/v1/cases', application(desk, { code: unknown })).expect(422);
  expect(none.body).toMatchObject({ code: 'acceptance.no-such-offer', rule: 'acceptance/A4' });
  const post = await agent.post('/v1/cases', application(desk, { channel: 'post' })).expect(422);
  expect(post.body).toMatchObject({ code: 'acceptance.channel-closed', rule: 'acceptance/A4' });
  const enterprises = await givenDesk(w, { overrides: { audiences: ['2'] } });
  const natural = await agent.post('/v1/cases', application(enterprises)).expect(422);
  expect(natural.body).toMatchObject({ code: 'acceptance.audience-excluded', rule: 'acceptance/A4' });
});

test('acceptance/A4: a material code that the published version does not name is refused', async () => {
  const { agent } = desk.applicant;
  const { body } = await agent.post('/v1/cases', application(desk, { materials: [statement('M77')] })).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
});

test('acceptance/A11: a form that breaks the schema, or has a field the schema does not know, is refused with every pointer', async () => {
  const form = { area: 'large', religion: 'x' };
  const { body } = await desk.applicant.agent.post('/v1/cases', application(desk, { form, submit: true })).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.form-invalid', rule: 'acceptance/A11' });
  expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort()).toEqual([
    '/form/area type',
    '/form/placeName required',
    '/form/religion unknown',
  ]);
});

test('acceptance/A15: nobody applies for somebody who has not authorised them', async () => {
  const other = await person(w);
  const { body } = await desk.applicant.agent.post('/v1/cases', application(desk, { applicantId: other.id })).expect(403);
  expect(body).toMatchObject({ code: 'acceptance.not-authorised', rule: 'acceptance/A15' });
});

test('acceptance/A16: a clerk enters a case for somebody who never goes online: same guide, same number, same case', async () => {
  const offline = await person(w);
  const body = application(desk, { applicantId: offline.id, channel: 'window', submit: true });
  const entered = await desk.clerk.agent.post('/v1/cases', body).expect(201);
  expect(entered.body.caseNumber).toContain(desk.guide.code);
  await offline.agent.get(`/v1/cases/${entered.body.id}`).expect(200);
  const elsewhere = await givenDesk(w);
  const { body: refused } = await elsewhere.clerk.agent.post('/v1/cases', body).expect(403);
  expect(refused.rule).toBe('acceptance/A15');
  const ghost = application(desk, { applicantId: '01900000-0000-7000-8000-000000000000' });
  const nobody = await desk.clerk.agent.post('/v1/cases', ghost).expect(422);
  expect(nobody.body).toMatchObject({ code: 'acceptance.no-such-applicant', rule: 'acceptance/A15' });
});

test('acceptance/A16: the channel tells who entered the case: nobody who applies themselves claims the window or the post', async () => {
  const everywhere = await givenDesk(w, { overrides: { channels: ['window', 'online', 'mobile', 'post'] } });
  const { agent, id: applicantId } = everywhere.applicant;
  for (const channel of ['window', 'post']) {
    const { body } = await agent.post('/v1/cases', application(everywhere, { channel })).expect(422);
    expect(body).toMatchObject({ code: 'acceptance.channel-of-the-organization', rule: 'acceptance/A16' });
    expect(body.errors).toMatchObject([{ pointer: '/channel' }]);
    await everywhere.clerk.agent.post('/v1/cases', application(everywhere, { channel, applicantId })).expect(201);
  }
  const draft = await givenCase(everywhere, 'draft', { channel: 'mobile' });
  const { form, materials } = application(everywhere);
  const own = agent.with({ 'if-match': '"1"' });
  await own.put(`/v1/cases/${draft.id}`, { channel: 'window', form, materials }).expect(422);
});

test('a partner system of the organization submits too, and sees the cases of its organization', async () => {
  const system = await partner(w, desk.guide.organization.id);
  const body = application(desk, { applicantId: desk.applicant.id, submit: true });
  const { body: made } = await system.agent.post('/v1/cases', body).expect(201);
  await system.agent.get(`/v1/cases/${made.id}`).expect(200);
});

test('fifty submissions with one Idempotency-Key are one case', async () => {
  const agent = desk.applicant.agent.with({ 'idempotency-key': 'one-case-only-1' });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => agent.post('/v1/cases', application(desk, { submit: true }))),
  );
  const made = answers.filter(({ status }) => status === 201);
  expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
  // The others waited for the first longer than a lock is waited for.
  expect(answers.every(({ status }) => status === 201 || status === 409 || status === 503)).toBe(true);
});

test('an act that carries a stale If-Match is refused, a fresh one is honoured', async () => {
  const { id } = await givenCase(desk);
  const { agent } = desk.clerk;
  await agent.with({ 'if-match': '"7"' }).post(`/v1/cases/${id}/acceptance`).expect(412);
  await agent.with({ 'if-match': '"1"' }).post(`/v1/cases/${id}/acceptance`).expect(200);
});

test('a strange clerk may not take in what is not theirs: the case is invisible', async () => {
  const { id } = await givenCase(desk);
  const stranger = await staff(w, { role: 'clerk', unit: (await givenDesk(w)).guide.organization.id });
  await stranger.agent.post(`/v1/cases/${id}/acceptance`).expect(404);
});
