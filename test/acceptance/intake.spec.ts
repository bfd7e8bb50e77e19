import { staff } from '../kit/actors';
import { application, type Desk, givenCase, givenDesk, publicity, statement, testing } from '../kit/given-case';
import { givenNow } from '../kit/given-calendar';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  await givenNow(w, '2025-03-10T02:00:00.000Z');
  desk = await givenDesk(w);
});
afterAll(() => w.close());

interface ClockLimit {
  kind: string;
  state: string;
  clock: { mark: string; why?: string }[];
}

const points = [{ material: 'M02', problem: '缺少检测章' }];
const at = (id: string, act: string) => `/v1/cases/${id}/${act}`;

test('acceptance/A3: one notice names everything at once; a second for the same submission is refused', async () => {
  const { id } = await givenCase(desk);
  const { agent } = desk.clerk;
  const told = await agent
    .post(at(id, 'supplement-requests'), { points: [...points, { field: 'area', problem: '与检测报告不符' }] })
    .expect(200);
  expect(told.body).toMatchObject({ state: 'awaiting-supplement', nationalState: 6 });
  expect(told.body.dueOn).toBeUndefined();
  const { body } = await agent.post(at(id, 'supplement-requests'), { points }).expect(409);
  expect(body).toMatchObject({
    code: 'acceptance.supplement-already-requested',
    rule: 'acceptance/A3',
    state: 'awaiting-supplement',
  });
  expect(body.basis).toContain('第三十二条');
  expect(body.acts).toEqual(['assign', 'supplement', 'withdraw', 'name-helper']);
});

test('acceptance/A3: a point names a material or a form field, one of them', async () => {
  const { id } = await givenCase(desk);
  const { body } = await desk.clerk.agent.post(at(id, 'supplement-requests'), { points: [{ problem: '不全' }] }).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.notice-names-nothing', rule: 'acceptance/A3' });
});

test('acceptance/A4: a notice asks for nothing that the published version does not name', async () => {
  const { id } = await givenCase(desk);
  for (const point of [
    { material: 'M09', problem: '另交' },
    { field: 'ethnicity', problem: '另填' },
  ]) {
    const { body } = await desk.clerk.agent.post(at(id, 'supplement-requests'), { points: [point] }).expect(422);
    expect(body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
  }
});

test('acceptance/A3: the supplement brings all that was named; then five fresh days check only what was newly supplied', async () => {
  const { id } = await givenCase(desk);
  const { clerk, applicant } = desk;
  const all = [...points, { field: 'area', problem: '与检测报告不符' }];
  await clerk.agent.post(at(id, 'supplement-requests'), { points: all }).expect(200);
  const short = await applicant.agent.post(at(id, 'supplements'), { materials: [statement('M02')] }).expect(422);
  expect(short.body).toMatchObject({ code: 'acceptance.supplement-incomplete', rule: 'acceptance/A3' });
  const supplied = { materials: [statement('M02')], form: { placeName: '示例理发店', area: 41 } };
  const { body } = await applicant.agent.post(at(id, 'supplements'), supplied).expect(200);
  expect(body.state).toBe('submitted');
  expect(body.dueOn).toBeDefined();
  const beyond = await clerk.agent
    .post(at(id, 'supplement-requests'), { points: [{ material: 'M01', problem: '也不对' }] })
    .expect(422);
  expect(beyond.body).toMatchObject({ code: 'acceptance.notice-beyond-supplement', rule: 'acceptance/A3' });
  await clerk.agent.post(at(id, 'supplement-requests'), { points }).expect(200);
});

test('acceptance/A3: what is missing is named before it is accepted', async () => {
  const { id } = await givenCase(desk, 'submitted', { materials: [statement('M01')] });
  const { body } = await desk.clerk.agent.post(at(id, 'acceptance')).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.materials-missing', rule: 'acceptance/A3', errors: [{ detail: 'M02' }] });
});

test('acceptance/A3: errors that can be put right on the spot use up no notice (32-3)', async () => {
  const { id } = await givenCase(desk);
  const { agent } = desk.clerk;
  const form = { placeName: '示例理发店（总店）', area: 40 };
  const corrected = await agent.post(at(id, 'corrections'), { form, materials: [statement('M01', '更正')] }).expect(200);
  expect(corrected.body.state).toBe('submitted');
  expect((await agent.get(`/v1/cases/${id}`)).body.form).toEqual(form);
  await agent.post(at(id, 'supplement-requests'), { points }).expect(200);
});

test('acceptance/A6: not competent is told with where to go, the same working day', async () => {
  const { id } = await givenCase(desk);
  const { agent } = desk.clerk;
  const body = { kind: 'not-competent', reasons: ['由市级机构办理'] };
  const nowhere = await agent.post(at(id, 'refusal'), body).expect(422);
  expect(nowhere.body).toMatchObject({ code: 'acceptance.where-to-go-missing', rule: 'acceptance/A6' });
  const told = await agent.post(at(id, 'refusal'), { ...body, whereToGo: '示例市卫生健康委员会' }).expect(200);
  expect(told.body).toMatchObject({ state: 'not-needed', refusalKind: 'not-competent', nationalState: 4 });
  const { body: receipts } = await desk.applicant.agent.get(at(id, 'receipts')).expect(200);
  expect(receipts.items[0].content).toMatchObject({ whereToGo: '示例市卫生健康委员会', late: false });
});

test('acceptance/A6: told on a later working day it is told all the same, and document and history say that it is late', async () => {
  const own = await givenDesk(w, { item: { itemType: '20' } });
  const { id } = await givenCase(own);
  const [row] = await w.rows<{ received_at: string }>('select received_at from acceptance."case" where id = $1', [id]);
  await w.turnClock({ days: 8 });
  await own.clerk.agent.post(at(id, 'refusal'), { kind: 'not-needed', reasons: ['不需要'] }).expect(200);
  const { body } = await own.clerk.agent.get(at(id, 'receipts'));
  expect(body.items[0].content.late).toBe(true);
  expect(row!.received_at).toBeDefined();
});

test('acceptance/A7: a refusal carries reasons and tells the remedies', async () => {
  const { id } = await givenCase(desk);
  const { agent } = desk.clerk;
  const without = await agent.post(at(id, 'refusal'), { kind: 'refused' }).expect(422);
  expect(without.body).toMatchObject({ code: 'acceptance.reasons-missing', rule: 'acceptance/A7' });
  await agent.post(at(id, 'refusal'), { kind: 'refused', reasons: ['不符合受理条件'] }).expect(200);
  const { body } = await desk.applicant.agent.get(at(id, 'receipts'));
  expect(body.items[0]).toMatchObject({
    kind: 'refusal',
    content: { reasons: ['不符合受理条件'], remedies: { review: '示例区人民政府', lawsuit: '示例区人民法院' } },
  });
});

test('acceptance/A5: five working days without an answer: deemed accepted as of receipt, for licensing items', async () => {
  const own = await givenDesk(w);
  const other = await givenDesk(w, { item: { itemType: '20' } });
  const silent = await givenCase(own, 'submitted', { materials: [] });
  const service = await givenCase(other);
  await w.turnClock({ days: 16 });
  const { body } = await own.applicant.agent.get(`/v1/cases/${silent.id}`).expect(200);
  expect(body).toMatchObject({ state: 'accepted', deemed: true, acceptedAt: body.submittedAt, nationalState: 3 });
  const [limit] = (await own.applicant.agent.get(at(silent.id, 'clock'))).body.items.filter(
    ({ kind }: { kind: string }) => kind === 'acceptance.statutory',
  );
  const receivedOn = new Date(Date.parse(body.submittedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(limit.startedOn).toBe(receivedOn);
  expect(body.receipts.map(({ kind }: { kind: string }) => kind)).toEqual(['acceptance']);
  await own.clerk.agent.post(at(silent.id, 'supplement-requests'), { points }).expect(409);
  expect((await other.applicant.agent.get(`/v1/cases/${service.id}`)).body.state).toBe('submitted');
});

test('acceptance/A5: an answer after the five days is refused or is that acceptance, even before the clock has told', async () => {
  const codes: string[] = [];
  for (let n = 0; n < 3; n++) {
    const [told, accepted] = [await givenCase(desk), await givenCase(desk)];
    await w.rows(`update kernel.clock set turned = turned + interval '16 days'`);
    const [late, taken] = await Promise.all([
      desk.clerk.agent.post(at(told.id, 'supplement-requests'), { points }),
      desk.officer.agent.post(at(accepted.id, 'acceptance')),
    ]);
    // Where the beat of the clocks was faster the case is accepted already.
    expect(late.status).toBe(409);
    codes.push(late.body.code as string);
    if (taken.status === 200) expect(taken.body).toMatchObject({ deemed: true, acceptedAt: taken.body.submittedAt });
    await w.turnClock({});
    expect((await desk.clerk.agent.get(`/v1/cases/${told.id}`)).body).toMatchObject({ state: 'accepted', deemed: true });
  }
  expect(codes).toContain('acceptance.answered-too-late');
});

test('acceptance/A18: an item marked 收件即受理 is accepted with the receipt when complete, and waits when not', async () => {
  const own = await givenDesk(w, { overrides: { acceptedOnReceipt: true } });
  const { body } = await own.applicant.agent.post('/v1/cases', application(own, { submit: true })).expect(201);
  expect(body).toMatchObject({ state: 'accepted', deemed: false });
  const kinds = (await own.applicant.agent.get(at(body.id, 'clock'))).body.items.map(({ kind }: { kind: string }) => kind);
  expect(kinds.sort()).toEqual(['acceptance.promised', 'acceptance.statutory']);
  const incomplete = await givenCase(own, 'submitted', { materials: [] });
  expect((await own.applicant.agent.get(`/v1/cases/${incomplete.id}`)).body.state).toBe('submitted');
  const notice = { points: [{ material: 'M01', problem: '缺' }, ...points] };
  await own.clerk.agent.post(at(incomplete.id, 'supplement-requests'), notice).expect(200);
  await own.clerk.agent.post(at(incomplete.id, 'assignment')).expect(200);
  const materials = [statement('M01'), statement('M02')];
  const supplied = await own.applicant.agent.post(at(incomplete.id, 'supplements'), { materials }).expect(200);
  expect(supplied.body).toMatchObject({ state: 'accepted', deemed: false });
});

test('implementation/I4: what art. 45 names stops the clock, other procedures do not; the time is told in writing', async () => {
  const { officer, clerk } = desk;
  const { id } = await givenCase(desk, 'accepted');
  const begin = (kind: string) => officer.agent.post(at(id, 'special-procedures'), { kind, reason: '依法需要' });
  expect((await begin('hearing').expect(422)).body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
  const open = await begin(publicity.kind).expect(201);
  expect(open.body).toMatchObject({ state: 'in-review' });
  const paused = await begin(testing.kind).expect(201);
  expect(paused.body).toMatchObject({ state: 'suspended', nationalState: 9 });
  await officer.agent.post(at(id, 'decision'), { granted: true }).expect(409);
  await w.turnClock({ days: 7 });
  const end = (procedureId: string) => officer.agent.post(at(id, `special-procedures/${procedureId}/end`), { result: '已完成' });
  expect((await end(open.body.procedureId).expect(200)).body.state).toBe('suspended');
  const resumed = await end(paused.body.procedureId).expect(200);
  expect(resumed.body).toMatchObject({ state: 'in-review' });
  expect(resumed.body.dueOn).toBeDefined();
  expect((await end(paused.body.procedureId).expect(409)).body.code).toBe('acceptance.procedure-ended');
  const { items } = (await clerk.agent.get(at(id, 'clock')).expect(200)).body as { items: ClockLimit[] };
  const running = items.filter(({ state }) => state === 'running');
  expect(running.map(({ kind }) => kind).sort()).toEqual(['acceptance.promised', 'acceptance.statutory']);
  for (const { clock } of running) expect(clock.some(({ mark, why }) => mark === 'paused' && why === '检测')).toBe(true);
  const receipts = (await clerk.agent.get(at(id, 'receipts'))).body.items as { kind: string; content: { days: number } }[];
  expect(receipts.filter(({ kind }) => kind === 'special-procedure').map(({ content }) => content.days)).toEqual([3, 5]);
});

test('a decision waits for procedures that are still running', async () => {
  const { id } = await givenCase(desk, 'accepted');
  await desk.officer.agent.post(at(id, 'special-procedures'), { kind: 'publication', reason: '公示' }).expect(201);
  const { body } = await desk.officer.agent.post(at(id, 'decision'), { granted: true }).expect(422);
  expect(body.code).toBe('acceptance.procedure-running');
});

test('acceptance/A4: an opinion belongs to a step of the guide', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const opine = (step: string) => desk.officer.agent.post(at(id, 'opinions'), { step, conclusion: 'pass', text: '符合' });
  expect((await opine('S9').expect(422)).body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
  expect((await opine('S2').expect(200)).body.state).toBe('in-review');
  const { body } = await desk.head.agent.get(at(id, 'opinions')).expect(200);
  expect(body.items).toMatchObject([{ step: 'S2', text: '符合', authorId: desk.officer.id }]);
  await desk.applicant.agent.get(at(id, 'opinions')).expect(403);
});

test('acceptance/A17: whoever takes a case holds it for thirty minutes; a colleague takes over with a reason', async () => {
  const { id } = await givenCase(desk);
  const { clerk, officer } = desk;
  const held = await clerk.agent.post(at(id, 'assignment')).expect(200);
  expect(held.body).toMatchObject({ state: 'submitted' });
  expect(held.body.assignedUntil).toBeDefined();
  for (const act of ['assignment', 'acceptance']) {
    const { body } = await officer.agent.post(at(id, act)).expect(409);
    expect(body).toMatchObject({ code: 'acceptance.held-by-another', rule: 'acceptance/A17' });
  }
  await officer.agent.post(at(id, 'assignment'), { takeOverReason: 'absent' }).expect(200);
  await officer.agent.post(at(id, 'acceptance')).expect(200);
  await clerk.agent.post(at(id, 'assignment')).expect(409);
  await w.turnClock({ hours: 1 });
  await clerk.agent.post(at(id, 'assignment')).expect(200);
});

test('implementation/I9: a suspended guide takes no new case and no submission; cases that run go on', async () => {
  const { organization, ...guide } = desk.guide;
  const list = await w.rows<{ id: string }>('select implementation_id as id from implementation.guide_version where id = $1', [
    guide.versionId,
  ]);
  const [running, draft] = [await givenCase(desk), await givenCase(desk, 'draft')];
  const administrator = await staff(w, { role: 'service-administrator', area: organization.divisionCode });
  const act = (name: string) =>
    administrator.agent.post(`/v1/implementations/${list[0]!.id}/${name}`, { reason: '系统升级' }).expect(200);
  await act('suspension');
  const { agent } = desk.applicant;
  for (const answer of [agent.post('/v1/cases', application(desk)), agent.post(at(draft.id, 'submission'))]) {
    const { body } = await answer.expect(409);
    expect(body).toMatchObject({ code: 'acceptance.guide-suspended', rule: 'implementation/I9' });
  }
  await desk.clerk.agent.post(at(running.id, 'acceptance')).expect(200);
  await act('resumption');
  await agent.post(at(draft.id, 'submission')).expect(200);
});
