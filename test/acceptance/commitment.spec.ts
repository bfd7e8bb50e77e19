import { platform } from '../../src/kernel/authz/actor';
import { CommitmentListings } from '../../src/modules/catalog/commitment/commitment-listing.store';
import { CommitmentListingService } from '../../src/modules/catalog/commitment/commitment-listing.service';
import { person, staff } from '../kit/actors';
import { eventually, givenNow } from '../kit/given-calendar';
import { application, type Desk, givenCase, givenDesk } from '../kit/given-case';
import { chosen, committed, givenCommitment, givenCommittingDesk } from '../kit/given-commitment';
import { givenRevision } from '../kit/given-guide';
import { givenLicenceType } from '../kit/given-licence-type';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  await givenNow(w, '2025-07-07T02:00:00.000Z');
  desk = await givenCommittingDesk(w);
});
afterAll(() => w.close());
// Monday, an hour after the guide was published.
beforeEach(() => givenNow(w, '2025-07-07T03:00:00.000Z'));

const rule = 'acceptance/A10';
type Who = 'clerk' | 'officer' | 'head' | 'applicant';
const act = (who: Who, id: string, name: string, body: object = {}, at = desk) =>
  at[who].agent.post(`/v1/cases/${id}/commitment/${name}`, body);
const read = async (id: string, { applicant } = desk) =>
  (await applicant.agent.get(`/v1/cases/${id}/commitment`).expect(200)).body as Record<string, unknown>;
const decide = (who: Who, id: string, body: object, at = desk) => act(who, id, 'decision', body, at);
const stands = { outcome: 'upheld', reasons: ['申辩成立'] };
const annulled = { outcome: 'annulled', reasons: ['现场不符合卫生标准'], ground: 'obtained-by-deceit' };
const inbox = async () => JSON.stringify((await desk.applicant.agent.get('/v1/me/inbox').expect(200)).body);
const lastReceipt = async (id: string) => {
  const { body } = await desk.applicant.agent.get(`/v1/cases/${id}/receipts`).expect(200);
  return (body.items as { kind: string; number: string; content: object }[]).at(-1);
};

test('acceptance/A10: text, version and liability are shown beforehand and kept with the case; the ordinary way is open', async () => {
  const { body } = await w.as().get(`/v1/guides/${desk.guide.variantCode}/commitments`).expect(200);
  const { text, liability } = committed;
  expect(body.handling).toMatchObject({ textVersion: '1', text, liability, afterCheckDays: 20 });
  const { id } = await givenCommitment(desk, 'made');
  const { textDigest } = body.handling as { textDigest: string };
  expect(await read(id)).toMatchObject({ state: 'made', textVersion: '1', text, liability, textDigest, acts: ['withdraw'] });
  expect((await desk.clerk.agent.get(`/v1/cases/${id}`).expect(200)).body).toMatchObject(chosen(desk));
  const ordinary = await givenCase(desk, 'submitted');
  await desk.applicant.agent.get(`/v1/cases/${ordinary.id}/commitment`).expect(404);
  await act('officer', ordinary.id, 'grant').expect(404);
});

test('acceptance/A10: only where the guide allows it, the item is listed, and the text is that of today', async () => {
  const sent = (at: Desk, commitment: object) =>
    at.applicant.agent.post('/v1/cases', application(at, { submit: true, commitment }));
  const offered = { code: 'acceptance.commitment-not-offered', rule };
  expect((await sent(await givenDesk(w), { textVersion: '1' }).expect(422)).body).toMatchObject(offered);
  const changed = await sent(desk, { textVersion: '0' }).expect(422);
  expect(changed.body).toMatchObject({ code: 'acceptance.commitment-text-changed', rule, errors: [{ detail: '1' }] });

  const other = await givenCommittingDesk(w);
  const draft = await givenCase(other, 'draft', chosen(other));
  await givenRevision(w, other.guide, { commitment: { ...committed, text: '承诺场所和设备都符合卫生标准。' } });
  const submit = () => other.applicant.agent.post(`/v1/cases/${draft.id}/submission`);
  expect((await submit().expect(422)).body).toMatchObject({ code: 'acceptance.commitment-text-changed' });
  const { basicCode } = other.guide.guide;
  const listing = (await w.get(CommitmentListings).living(basicCode))!;
  await w.get(CommitmentListingService).revoke(platform('test-publisher'), listing.id, { reason: '条件不具备' });
  expect((await submit().expect(422)).body).toMatchObject(offered);
  const { channel, form, materials } = application(other);
  await other.applicant.agent.with({ 'if-match': '"1"' }).put(`/v1/cases/${draft.id}`, { channel, form, materials }).expect(200);
  await submit().expect(200);
});

test('acceptance/A10: the ordinary way is chosen at no loss until the decision', async () => {
  const { id, caseNumber } = await givenCommitment(desk, 'made');
  const clock = async () => (await desk.clerk.agent.get(`/v1/cases/${id}/clock`).expect(200)).body as object;
  const before = await clock();
  await act('applicant', id, 'withdrawal').expect(200);
  expect(await clock()).toEqual(before);
  await act('officer', id, 'grant').expect(409);
  await desk.clerk.agent.post(`/v1/cases/${id}/acceptance`).expect(200);
  const { body } = await desk.officer.agent.post(`/v1/cases/${id}/decision`, { granted: true }).expect(200);
  expect(body).toMatchObject({ state: 'decided', granted: true, caseNumber });
  expect(await read(id)).toMatchObject({ state: 'withdrawn', acts: [] });
});

test('acceptance/A10: granted on the spot, and the check afterwards has its limit; a clerk needs a delegation', async () => {
  const { id } = await givenCommitment(desk, 'made');
  expect((await act('clerk', id, 'grant').expect(403)).body).toMatchObject({ code: 'acceptance.no-delegation' });
  const { body } = await act('officer', id, 'grant').expect(200);
  expect(body).toMatchObject({ state: 'decided', granted: true });
  // Twenty working days from 7 July.
  expect(await read(id)).toMatchObject({ state: 'checking', checkDueOn: '2025-08-04' });
  // The ordinary way to a grant begins the check as well, and a denial leaves nothing to check.
  const [granted, denied] = [await givenCommitment(desk, 'made'), await givenCommitment(desk, 'made')];
  for (const one of [granted, denied]) await desk.clerk.agent.post(`/v1/cases/${one.id}/acceptance`).expect(200);
  await desk.officer.agent.post(`/v1/cases/${granted.id}/decision`, { granted: true }).expect(200);
  await desk.officer.agent.post(`/v1/cases/${denied.id}/decision`, { granted: false, reasons: ['不符合条件'] }).expect(200);
  expect([(await read(granted.id)).state, (await read(denied.id)).state]).toEqual(['checking', 'lapsed']);
  const gone = await givenCommitment(desk, 'made');
  await desk.clerk.agent.post(`/v1/cases/${gone.id}/refusal`, { kind: 'refused', reasons: ['不符合'] }).expect(200);
  expect(await read(gone.id)).toMatchObject({ state: 'lapsed' });
});

test('acceptance/A10: nothing is granted on commitment that lacks what the guide requires', async () => {
  const { id } = await givenCase(desk, 'submitted', { ...chosen(desk), materials: [] });
  expect((await act('officer', id, 'grant').expect(422)).body).toMatchObject({ code: 'acceptance.materials-missing' });
  expect(await read(id)).toMatchObject({ state: 'made' });
});

test('acceptance/A10: what was kept is closed, and the person is told', async () => {
  const { id } = await givenCommitment(desk, 'checking');
  await act('clerk', id, 'finding', { kept: true }).expect(403);
  expect((await act('officer', id, 'finding', { kept: true }).expect(200)).body).toMatchObject({ state: 'kept', acts: [] });
  await act('officer', id, 'finding', { kept: true }).expect(409);
  expect(await inbox()).toContain('承诺核查完成');
});

test('acceptance/A10: what is false is told with a numbered document and heard first: no consequence before the days are over', async () => {
  const { id } = await givenCommitment(desk, 'checking');
  const vague = await act('officer', id, 'finding', { kept: false }).expect(422);
  expect(vague.body).toMatchObject({ code: 'acceptance.finding-without-detail', rule });
  await act('officer', id, 'finding', { kept: false, detail: '现场不符', rectifiable: false }).expect(200);
  expect(await read(id)).toMatchObject({ state: 'doubted', finding: '现场不符', defenceDueOn: '2025-07-14', acts: ['defend'] });
  expect(await lastReceipt(id)).toMatchObject({ kind: 'falsehood-notice', content: { defenceUntil: '2025-07-14' } });
  expect(await inbox()).toContain('2025-07-14 前（含当日）陈述和申辩');
  await act('applicant', id, 'defence', { text: '设备已经更换' }).expect(200);
  await givenNow(w, '2025-07-14T03:00:00.000Z');
  const early = { code: 'acceptance.defence-running', rule, until: '2025-07-14' };
  expect((await decide('head', id, annulled).expect(409)).body).toMatchObject(early);
  await givenNow(w, '2025-07-15T03:00:00.000Z');
  expect((await decide('officer', id, annulled).expect(403)).body).toMatchObject({ code: 'acceptance.own-finding', rule });
  const order = await act('head', id, 'rectification-order', { days: 10, what: '更换设备' }).expect(409);
  expect(order.body).toMatchObject({ code: 'acceptance.cannot-be-rectified', rule });
  expect((await decide('head', id, { outcome: 'upheld' }).expect(422)).body).toMatchObject({
    code: 'acceptance.reasons-missing',
  });
  await decide('head', id, stands).expect(200);
  expect(await read(id)).toMatchObject({
    state: 'upheld',
    statements: [{ text: '设备已经更换' }],
    reasons: ['申辩成立'],
    acts: [],
  });
  const { remedies } = desk.guide.guide;
  expect(await lastReceipt(id)).toMatchObject({
    ...{ kind: 'after-check-decision', number: expect.stringMatching(/^核查决定〔2025〕\d+号$/) },
    content: { outcome: 'upheld', remedies },
  });
});

test('acceptance/A10: what can be put right is put right first, by a day, and then decided upon', async () => {
  const { id } = await givenCommitment(desk, 'heard');
  expect((await decide('head', id, annulled).expect(409)).body).toMatchObject({ code: 'acceptance.rectification-first', rule });
  await act('officer', id, 'rectification-order', { days: 10, what: '更换通风设备' }).expect(403);
  await act('head', id, 'rectification-order', { days: 10, what: '更换通风设备' }).expect(200);
  expect(await read(id)).toMatchObject({
    state: 'rectifying',
    rectifyDueOn: '2025-07-21',
    order: '更换通风设备',
    acts: ['rectify'],
  });
  expect((await decide('head', id, annulled).expect(409)).body).toMatchObject({ code: 'acceptance.rectification-first' });
  await act('applicant', id, 'rectification', { report: '已经更换' }).expect(200);
  await decide('head', id, { outcome: 'rectified', reasons: ['已经整改'] }).expect(200);
  expect(await read(id)).toMatchObject({ state: 'rectified', report: '已经更换' });
  expect(await inbox()).toContain('确认已整改');
  // Not reported by its day: the annulment names its ground. No licence was issued, so any officer but the one who found it may.
  const late = await givenCommitment(desk, 'rectifying');
  await givenNow(w, '2025-07-22T03:00:00.000Z');
  const { outcome, reasons } = annulled;
  expect((await decide('head', late.id, { outcome, reasons }).expect(422)).body).toMatchObject({
    code: 'acceptance.ground-missing',
    rule,
  });
  await decide('head', late.id, annulled).expect(200);
  expect(await lastReceipt(late.id)).toMatchObject({ content: { basis: '《行政许可法》第六十九条第二款' } });
});

test('acceptance/A10: a licence falls with the annulment, which is for the head of the organ', async () => {
  const { typeCode, name } = await givenLicenceType(w, { oneValidPerHolder: false });
  const result = { kind: 'licence' as const, name, certificateType: typeCode, validityMonths: 48, fields: ['scope'] };
  const item = { resultType: 'licence' as const, resultName: name, resultCertificateType: typeCode };
  const issuing = await givenCommittingDesk(w, { item, overrides: { result } });
  const { id } = await givenCase(issuing, 'submitted', chosen(issuing));
  await act('officer', id, 'grant', { certificateFields: { scope: '理发' } }, issuing).expect(200);
  await act('head', id, 'finding', { kept: false, detail: '场所不存在', rectifiable: false }, issuing).expect(200);
  await act('applicant', id, 'defence', { text: '没有异议', last: true }, issuing).expect(200);
  await decide('officer', id, annulled, issuing).expect(403);
  const second = await staff(w, { role: 'department-head', unit: issuing.guide.organization.id });
  await decide('head', id, annulled, { ...issuing, head: second }).expect(200);
  const [licence] = await w.rows<{ state: string }>(
    'select l.state from licences.licence l join acceptance."case" c on c.licence_id = l.id where c.id = $1',
    [id],
  );
  expect(licence).toEqual({ state: 'annulled' });
});

test('acceptance/A10: a clock that runs out reminds the person and decides nothing', async () => {
  const { id } = await givenCommitment(desk, 'doubted');
  await givenNow(w, '2025-07-14T03:00:00.000Z');
  await eventually(async () => {
    await w.settle();
    expect(await inbox()).toContain('陈述申辩或者整改的期限为 2025-07-14');
  });
  await givenNow(w, '2025-09-01T03:00:00.000Z');
  await w.settle();
  expect(await read(id)).toMatchObject({ state: 'doubted' });
  await (await person(w)).agent.get(`/v1/cases/${id}/commitment`).expect(404);
});
