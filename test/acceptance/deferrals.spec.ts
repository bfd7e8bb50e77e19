import { person } from '../kit/actors';
import { eventually, givenNow } from '../kit/given-calendar';
import { application, type Desk, givenCase, statement } from '../kit/given-case';
import { complete, deferralsOf, deferring, givenDeferral, givenDeferringDesk, promise } from '../kit/given-deferral';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
let following: Desk;
beforeAll(async () => {
  w = await World.open();
  await givenNow(w, '2025-07-07T02:00:00.000Z');
  desk = await givenDeferringDesk(w);
  following = await givenDeferringDesk(w, { mayFollowDecision: true });
});
afterAll(() => w.close());
// Monday, an hour after the guides were published.
beforeEach(() => givenNow(w, '2025-07-07T03:00:00.000Z'));

const rule = 'acceptance/A9';
const read = async (id: string, { clerk } = desk) => (await clerk.agent.get(`/v1/cases/${id}`).expect(200)).body;
const supply = ({ id, deferralId }: Given, materials: object[] = [statement('M03')], { applicant } = desk) =>
  applicant.agent.post(`/v1/cases/${id}/deferrals/${deferralId}/supply`, { materials });
const ask = ({ id, deferralId }: Given) =>
  desk.applicant.agent.post(`/v1/cases/${id}/deferrals/${deferralId}/extension-request`, { reason: '尚未取得' });
const extend = ({ id, deferralId }: Given, days = 3) =>
  desk.officer.agent.post(`/v1/cases/${id}/deferrals/${deferralId}/extension`, { days, reason: '理由属实' });
const inbox = async ({ applicant } = desk) => JSON.stringify((await applicant.agent.get('/v1/me/inbox').expect(200)).body);
const documents = (id: string) =>
  w.rows<{ kind: string; number: string }>(
    'select kind, number from acceptance.document where case_id = $1 order by issued_at, id',
    [id],
  );
interface Given {
  id: string;
  deferralId: string;
}

test('acceptance/A9: the text is shown beforehand with its digest; a promise names it, of a material that may follow', async () => {
  const { body } = await w.as().get(`/v1/guides/${desk.guide.variantCode}/commitments`).expect(200);
  expect(body.deferral).toMatchObject({
    textVersion: promise().textVersion,
    materials: [{ code: 'M03', days: 5, unit: 'working-day', source: 'guide', mayFollowDecision: false }],
  });
  await w
    .as()
    .get(`/v1/guides/${desk.guide.code.slice(0, 30)}9/commitments`)
    .expect(404);
  const sent = (materials: object[]) => desk.applicant.agent.post('/v1/cases', application(desk, { submit: true, materials }));
  const stale = await sent([promise('M03', '2019-1')]).expect(422);
  expect(stale.body).toMatchObject({ code: 'acceptance.commitment-text-not-current', rule });
  expect((await sent([promise('M02')]).expect(422)).body).toMatchObject({ code: 'acceptance.beyond-the-guide' });

  const { id } = await givenCase(desk, 'accepted', deferring);
  const materials = (await desk.applicant.agent.get(`/v1/cases/${id}/materials`).expect(200)).body.items as { kind: string }[];
  const { text, textVersion, textDigest } = body.deferral;
  expect(materials.find(({ kind }) => kind === 'deferred')).toMatchObject({ content: { text, textVersion, textDigest } });
});

test('acceptance/A9: nothing is accepted that lacks a deferrable material and the promise of it', async () => {
  const { id } = await givenCase(desk, 'submitted', { materials: [statement('M01'), statement('M02')] });
  const { body } = await desk.clerk.agent.post(`/v1/cases/${id}/acceptance`).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.materials-missing', errors: [{ detail: 'M03' }] });
  // The notice names it, and a promise answers the notice.
  await desk.clerk.agent
    .post(`/v1/cases/${id}/supplement-requests`, { points: [{ material: 'M03', problem: '未提交' }] })
    .expect(200);
  await desk.applicant.agent.post(`/v1/cases/${id}/supplements`, { materials: [promise()] }).expect(200);
  await desk.clerk.agent.post(`/v1/cases/${id}/acceptance`).expect(200);
  expect(await deferralsOf(desk, id)).toMatchObject([{ state: 'promised' }]);
});

test('acceptance/A9: accepted with a promise, the clock of the case runs all the same; the notice and a message tell the day', async () => {
  const given = await givenDeferral(desk);
  expect(await read(given.id)).toMatchObject({ state: 'accepted', dueOn: '2025-07-21' });
  expect(await deferralsOf(desk, given.id)).toMatchObject([
    { id: given.deferralId, state: 'promised', dueOn: '2025-07-14', source: 'guide', acts: ['ask', 'supply'] },
  ]);
  expect((await documents(given.id)).map(({ number }) => number)).toContainEqual(
    expect.stringMatching(/^容缺受理〔2025〕\d+号$/),
  );
  expect(await inbox()).toContain('请于 2025-07-14 前（含当日）补交');
  // Where the guide says no days, the default of the platform.
  const other = await givenDeferral(following);
  expect(await deferralsOf(following, other.id)).toMatchObject([{ dueOn: '2025-07-14', source: 'default' }]);
});

test('acceptance/A9: a decision waits for what was promised, and is made once it has come', async () => {
  const given = await givenDeferral(desk);
  const decide = (body: object) => desk.officer.agent.post(`/v1/cases/${given.id}/decision`, body);
  const refused = { code: 'acceptance.deferral-open', rule, errors: [{ code: 'M03', detail: '2025-07-14' }] };
  expect((await decide({ granted: true }).expect(409)).body).toMatchObject(refused);
  expect((await decide({ granted: false, reasons: ['材料不齐'] }).expect(409)).body).toMatchObject(refused);
  for (const wrong of [[statement('M01')], [promise()], [statement('M03'), statement('M02')]])
    expect((await supply(given, wrong).expect(422)).body).toMatchObject({ code: 'acceptance.supply-of-another', rule });
  await supply(given, []).expect(422);
  const stranger = await person(w);
  await supply(given, undefined, { ...desk, applicant: stranger }).expect(404);
  const another = await givenDeferral(desk);
  await supply({ ...given, id: another.id }).expect(404);
  expect((await supply(given).expect(200)).body).toMatchObject({ state: 'supplied', acts: [] });
  await supply(given).expect(409);
  await decide({ granted: true }).expect(200);
  const { body } = await desk.applicant.agent.get(`/v1/cases/${given.id}/materials`);
  expect((body.items as { code: string; kind: string }[]).filter(({ code }) => code === 'M03').map(({ kind }) => kind)).toEqual([
    'deferred',
    'statement',
  ]);
});

test('acceptance/A9: extended once, by the organ, because the applicant has asked, by no more days than were given', async () => {
  const given = await givenDeferral(desk);
  expect((await extend(given).expect(409)).body).toMatchObject({ code: 'acceptance.extension-not-asked', rule });
  expect((await ask(given).expect(200)).body).toMatchObject({ askedBecause: '尚未取得', acts: ['ask', 'supply'] });
  expect((await extend(given, 6).expect(422)).body).toMatchObject({ code: 'acceptance.deferral-extension-too-long', rule });
  await desk.clerk.agent
    .post(`/v1/cases/${given.id}/deferrals/${given.deferralId}/extension`, { days: 3, reason: '理由属实' })
    .expect(403);
  const extended = { state: 'extended', dueOn: '2025-07-17', extendedBecause: '理由属实' };
  expect((await extend(given).expect(200)).body).toMatchObject(extended);
  await extend(given).expect(409);
  await ask(given).expect(409);
  expect((await documents(given.id)).map(({ kind }) => kind)).toEqual(['acceptance', 'deferral-notice', 'extension']);
  expect(await inbox()).toContain('补交期限延长至 2025-07-17');
});

test('acceptance/A9: reminded before the day, overdue after it; nothing ends by itself, and what comes late is taken', async () => {
  const given = await givenDeferral(desk);
  await givenNow(w, '2025-07-14T03:00:00.000Z');
  await eventually(async () => {
    await w.settle();
    expect(await inbox()).toContain('补交期限将到');
  });
  await givenNow(w, '2025-07-15T03:00:00.000Z');
  await eventually(async () => {
    await w.settle();
    expect(await deferralsOf(desk, given.id)).toMatchObject([{ state: 'overdue', acts: ['supply'] }]);
  });
  expect(await inbox()).toContain('已逾期未补交');
  expect(await read(given.id)).toMatchObject({ state: 'accepted' });
  await supply(given).expect(200);
});

test('acceptance/A9: the organ ends it with reasons and remedies, and nobody is barred: a later submission is taken like any other', async () => {
  const given = await givenDeferral(desk);
  const end = (body: object) => desk.officer.agent.post(`/v1/cases/${given.id}/termination`, body);
  expect((await end({ basis: '《示例条例》第七条' }).expect(422)).body).toMatchObject({ code: 'acceptance.reasons-missing' });
  await end({ reasons: ['逾期未补交场所使用证明'], basis: '《示例条例》第七条' }).expect(200);
  expect(await deferralsOf(desk, given.id)).toMatchObject([{ state: 'lapsed', acts: [] }]);
  const { body } = await desk.applicant.agent.get(`/v1/cases/${given.id}/receipts`).expect(200);
  const { remedies } = desk.guide.guide;
  expect((body.items as { kind: string }[]).at(-1)).toMatchObject({ kind: 'termination', content: { remedies } });
  for (const materials of [deferring.materials, complete(desk).materials]) {
    const again = await givenCase(desk, 'submitted', { materials });
    await desk.clerk.agent.post(`/v1/cases/${again.id}/acceptance`).expect(200);
  }
});

test('acceptance/A9: where the guide lets it follow, the grant comes first and the nation is told so (12)', async () => {
  const granted = await givenDeferral(following);
  await following.officer.agent.post(`/v1/cases/${granted.id}/decision`, { granted: true }).expect(200);
  const { body } = await following.applicant.agent.get(`/v1/cases/${granted.id}/history`).expect(200);
  expect((body.items as { act: string }[]).at(-1)).toMatchObject({
    act: 'decide',
    nationalEvent: 12,
    note: { following: ['M03'] },
  });
  await supply(granted, undefined, following).expect(200);
  // What was denied awaits nothing.
  const denied = await givenDeferral(following);
  await following.officer.agent.post(`/v1/cases/${denied.id}/decision`, { granted: false, reasons: ['不符合条件'] }).expect(200);
  expect(await deferralsOf(following, denied.id)).toMatchObject([{ state: 'lapsed' }]);
});

test('acceptance/A9: what is withdrawn awaits nothing', async () => {
  const given = await givenDeferral(desk);
  await desk.applicant.agent.post(`/v1/cases/${given.id}/withdrawal`, { reason: 'changed-mind' }).expect(200);
  expect(await deferralsOf(desk, given.id)).toMatchObject([{ state: 'lapsed' }]);
  const limits = await w.rows<{ state: string }>('select state from time_limits."limit" where subject_id = $1', [
    given.deferralId,
  ]);
  expect(limits).toEqual([{ state: 'cancelled' }]);
});
