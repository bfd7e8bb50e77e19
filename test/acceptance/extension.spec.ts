import { CaseDesks } from '../../src/modules/acceptance/case-desks.facade';
import { Cases } from '../../src/modules/acceptance/case/case.store';
import { Clocks } from '../../src/modules/acceptance/case/clocks.service';
import { FrozenGuides } from '../../src/modules/acceptance/case/guides.service';
import { staff } from '../kit/actors';
import { eventually, givenNow } from '../kit/given-calendar';
import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { clerkship } from '../kit/given-limit';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
let joint: Desk;
const MONDAY = '2025-07-07T02:00:00.000Z';
const steps = [
  { code: 'S1', name: '受理', countsAsStep: true },
  { code: 'S2', name: '审查', countsAsStep: true, days: 5 },
  { code: 'S3', name: '决定', countsAsStep: true, days: 3 },
];
beforeAll(async () => {
  w = await World.open();
  await givenNow(w, MONDAY);
  desk = await givenDesk(w, { overrides: { steps } });
  const assisting = { uscc: '11650000010183859F', name: '示例卫生健康委员会' };
  joint = await givenDesk(w, { overrides: { jointHandling: true, assistingOrganizations: [assisting] } });
});
afterAll(() => w.close());
// An hour after the guides were published.
beforeEach(() => givenNow(w, '2025-07-07T03:00:00.000Z'));

const EXTENSION = { days: 10, reason: '经营场所需要进一步核实' };
const extend = ({ head }: Pick<Desk, 'head'>, id: string, body: object = EXTENSION) =>
  head.agent.post(`/v1/cases/${id}/extension`, body);

interface Limit {
  kind: string;
  state: string;
  dueOn: string;
  days: number;
  extensionDays: number;
}
const limitsOf = async (id: string, { clerk }: Desk = desk) => {
  const { body } = await clerk.agent.get(`/v1/cases/${id}/clock`).expect(200);
  return new Map((body.items as Limit[]).map((limit) => [limit.kind.replace('acceptance.', ''), limit]));
};

test('acceptance/A20: the head of the organ adds ten working days, once; the applicant gets the document and is told', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const before = await limitsOf(id);
  await extend({ head: desk.officer }, id).expect(403);
  await extend({ head: desk.clerk }, id).expect(403);
  expect((await extend(desk, id, { ...EXTENSION, days: 11 }).expect(422)).body).toMatchObject({
    ...{ code: 'acceptance.extension-too-long', rule: 'acceptance/A20' },
  });
  await extend(desk, id, { days: 10, reason: '' }).expect(422);
  await extend(desk, id).expect(200);
  const after = await limitsOf(id);
  expect(after.get('statutory')).toMatchObject({ extensionDays: 10, state: 'running' });
  expect(after.get('statutory')!.dueOn > before.get('statutory')!.dueOn).toBe(true);
  // A promise to be quicker than the law stays as it was given.
  expect(after.get('promised')).toEqual(before.get('promised'));
  const again = await extend(desk, id).expect(409);
  expect(again.body).toMatchObject({ code: 'time-limits.extended-already', rule: 'time-limits/T6' });

  const [document] = await w.rows<{ number: string }>(
    `select number from acceptance.document where case_id = $1 and kind = 'extension'`,
    [id],
  );
  expect(document!.number).toBe('延期〔2025〕1号');
  await w.settle();
  const { body: inbox } = await desk.applicant.agent.get('/v1/me/inbox').expect(200);
  expect(JSON.stringify(inbox)).toContain('延长 10 个工作日');
});

test('acceptance/A20: joint handling is extended by the head of the government of its own level, up to fifteen days', async () => {
  const { id } = await givenCase(joint, 'accepted');
  const own = joint.guide.organization.divisionCode;
  const [mayor, above, administrator] = await Promise.all([
    staff(w, { role: 'government-head', area: own }),
    staff(w, { role: 'government-head', area: '650000000000' }),
    staff(w, { role: 'service-administrator', area: '650000000000' }),
  ]);
  const refused = { code: 'acceptance.extension-of-another-head', rule: 'acceptance/A20' };
  expect((await extend(joint, id).expect(403)).body).toMatchObject(refused);
  expect((await extend({ head: above }, id).expect(403)).body).toMatchObject(refused);
  await extend({ head: administrator }, id).expect(403);
  await extend({ head: mayor }, id, { ...EXTENSION, days: 15 }).expect(200);
  expect((await limitsOf(id, joint)).get('statutory')).toMatchObject({ extensionDays: 15 });
  const alone = await givenCase(desk, 'accepted');
  const elsewhere = await staff(w, { role: 'government-head', area: desk.guide.organization.divisionCode });
  expect((await extend({ head: elsewhere }, alone.id).expect(403)).body).toMatchObject(refused);
});

test('acceptance/A20: an item that is no licence is extended under a provision of its own', async () => {
  const service = await givenDesk(w, { item: { itemType: '20' } });
  const { id } = await givenCase(service, 'accepted');
  expect((await extend(service, id).expect(422)).body).toMatchObject({ code: 'acceptance.extension-without-basis' });
  await extend(service, id, { ...EXTENSION, basis: '《示例条例》第九条' }).expect(200);
});

test('time-limits/T6: what has run out is not extended, nor what has no limit', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const unlimited = await givenCase(desk, 'accepted');
  await w.get(Clocks).cancel(clerkship, unlimited.id);
  expect((await extend(desk, unlimited.id).expect(409)).body).toMatchObject({
    ...{ code: 'time-limits.nothing-to-extend', rule: 'time-limits/T6' },
  });
  await w.turnClock({ days: 60 });
  expect((await extend(desk, id).expect(409)).body).toMatchObject({ code: 'time-limits.run-out', rule: 'time-limits/T6' });
});

test('time-limits/T5: the clock of a suspended case runs on when the time told for the procedure is over', async () => {
  const { id } = await givenCase(desk, 'suspended');
  expect((await limitsOf(id)).get('statutory')).toMatchObject({ state: 'paused' });
  // Testing takes five working days: to 14 July.
  await givenNow(w, '2025-07-15T02:00:00.000Z');
  await eventually(async () => {
    await w.settle();
    const { body } = await desk.officer.agent.get(`/v1/cases/${id}`).expect(200);
    expect(body).toMatchObject({ state: 'suspended', dueOn: expect.any(String) });
  });
  const { body } = await desk.officer.agent.get(`/v1/cases/${id}`);
  const limits = await limitsOf(id);
  expect(limits.get('statutory')).toMatchObject({ state: 'running' });
  expect(limits.get('promised')!.dueOn).toBe(body.dueOn);
  const [procedure] = body.specialProcedures as { id: string }[];
  await desk.officer.agent.post(`/v1/cases/${id}/special-procedures/${procedure!.id}/end`, { result: '合格' }).expect(200);
  expect((await limitsOf(id)).get('promised')!.dueOn).toBe(body.dueOn);
});

test('time-limits/T4: the limit of a step runs beside the statutory and the promised one, from the step before to its own end', async () => {
  const { id } = await givenCase(desk, 'accepted');
  expect([...(await limitsOf(id)).keys()].sort()).toEqual(['intake', 'promised', 'statutory', 'step.S2']);
  expect((await limitsOf(id)).get('step.S2')).toMatchObject({ state: 'running', days: 5, dueOn: '2025-07-14' });
  const { body } = await desk.officer.agent.get(`/v1/cases/${id}`);
  expect(body.dueOn).toBe((await limitsOf(id)).get('promised')!.dueOn);
  const opine = (step: string, conclusion = 'pass') =>
    desk.officer.agent.post(`/v1/cases/${id}/opinions`, { step, conclusion, text: '意见' }).expect(200);
  await opine('S2', 'return');
  expect((await limitsOf(id)).get('step.S2')).toMatchObject({ state: 'running' });
  await opine('S2');
  expect((await limitsOf(id)).get('step.S2')).toMatchObject({ state: 'met' });
  expect((await limitsOf(id)).get('step.S3')).toMatchObject({ state: 'running', days: 3, dueOn: '2025-07-10' });
  await opine('S2');
  await w.get(CaseDesks).decide(clerkship, id, { granted: true });
  expect((await limitsOf(id)).get('step.S3')).toMatchObject({ state: 'met' });
});

test('time-limits/T13: five working days to ask for a hearing, twenty to hold it, and seven of notice before it', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const [kase] = await w.get(Cases).byIds([id]);
  const guide = await w.get(FrozenGuides).of(kase!);
  const clocks = w.get(Clocks);
  expect(await clocks.awaitHearingRequest(clerkship, id, guide)).toMatchObject({ dueOn: '2025-07-14', days: 5 });
  expect(await clocks.awaitHearing(clerkship, id, guide)).toMatchObject({ dueOn: '2025-08-04', days: 20 });
  expect(await clocks.earliestHearing(guide)).toBe('2025-07-16');
  const limits = await limitsOf(id);
  expect(limits.get('hearing-request')).toMatchObject({ state: 'met' });
  // The hearing itself stops the limit of the decision (art. 45), not its own.
  await clocks.pause(clerkship, id, { reason: '听证', basis: '《行政许可法》第四十五条' });
  expect((await limitsOf(id)).get('hearing')).toMatchObject({ state: 'running' });
});

test('time-limits/T14: a renewal that was asked for in time is decided before the licence expires', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const [kase] = await w.get(Cases).byIds([id]);
  const guide = await w.get(FrozenGuides).of(kase!);
  const limit = await w.get(Clocks).startRenewal(clerkship, id, guide, '2025-08-06');
  expect(limit).toMatchObject({ dueOn: '2025-08-06', unit: 'calendar-day', days: 30, provisional: false });
  expect((await limitsOf(id)).get('renewal')).toMatchObject({ state: 'running', dueOn: '2025-08-06' });
});
