import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cleared } from '../../src/modules/catalog/catalog.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import { person, type Somebody, staff } from '../kit/actors';
import { eventually, REGION } from '../kit/given-calendar';
import { statement } from '../kit/given-case';
import { guideContent } from '../kit/given-guide';
import { draftElements } from '../kit/given-item';
import { licenceTypeContent } from '../kit/given-licence-type';
import { givenOrganization } from '../kit/given-organization';
import { givenBoard } from '../kit/given-review';
import { fileOf, pdf } from '../kit/given-file';
import { World } from '../kit/world';

// The main job from the catalogue to the rating, one test a chapter, through HTTP alone. Everybody here waits for facts as a
// client has to: by asking again. TEST_REDIS_URL lets it run with the queue on Redis.
const BASIC_CODE = '650114901000';
const LICENCE = '示例办学许可证';
const folder = mkdtempSync(join(tmpdir(), 'journey-'));

let w: World;
let bureau: OrganizationCard;
let typeCode: string;
let editor: Somebody, administrator: Somebody, operator: Somebody, supervisor: Somebody;
let listEditor: Somebody, clerk: Somebody, officer: Somebody, head: Somebody;
let citizen: Somebody, neighbour: Somebody;

let guideCode: string;
let kase: { id: string; caseNumber: string; queryCode: string; dueOn: string };
let licenceId: string;

beforeAll(async () => {
  w = await World.open();
  bureau = await givenOrganization(w, { name: '示例区人力资源和社会保障局' });
  typeCode = `${bureau.uscc}001`;
  const unit = bureau.id;
  editor = await staff(w, { role: 'catalogue-editor', area: REGION });
  administrator = await staff(w, { role: 'service-administrator', area: REGION });
  operator = await staff(w, { role: 'platform-operator' });
  supervisor = await staff(w, { role: 'supervisor', area: REGION });
  listEditor = await staff(w, { role: 'implementation-editor', unit });
  clerk = await staff(w, { role: 'clerk', unit });
  officer = await staff(w, { role: 'officer', unit });
  head = await staff(w, { role: 'department-head', unit });
  [citizen, neighbour] = [await person(w), await person(w)];
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await w.close();
});

const application = (more: object[] = []) => ({
  ...{ code: guideCode, channel: 'online', submit: true, form: { placeName: '示例职业培训学校', area: 300 } },
  materials: [statement('M01'), statement('M02'), ...more],
});
const of = (id: string, act = '') => `/v1/cases/${id}${act && `/${act}`}`;

test('a licence type and a catalogue item are published: one drafts, another one answers for it', async () => {
  const metadata = { type: 'object', properties: { placeName: { type: 'string', maxLength: 100 } }, required: ['placeName'] };
  const type = { ...licenceTypeContent, typeCode, name: LICENCE, metadata, selectivelyDisclosable: [] };
  await editor.agent.post('/v1/licence-types', { ...type, oneValidPerHolder: false }).expect(201);
  await editor.agent.post(`/v1/licence-types/${typeCode}/publication`).expect(200);

  const result = { resultType: 'licence' as const, resultName: LICENCE, resultCertificateType: typeCode };
  const elements = { ...draftElements({ name: '示例办学许可', ...result }), basicCode: BASIC_CODE };
  const item = `/v1/catalog/items/${BASIC_CODE}`;
  await editor.agent.post('/v1/catalog/items', elements).expect(201);
  const { asked, prefectures, lead } = await givenBoard(w);
  await editor.agent.post(`${item}/submission`, { prefectures }).expect(200);
  await administrator.agent.post(`${item}/publication`).expect(409);
  for (const { reviewer, question, organizationId } of asked) {
    const opinion = { question, organizationId, answer: 'yes' };
    await editor.agent.post(`${item}/reviews`, opinion).expect(403);
    await reviewer.agent.post(`${item}/reviews`, opinion).expect(200);
  }
  await lead.agent.post(`${item}/countersignature`).expect(200);
  await administrator.agent.post(`${item}/publication`).expect(422);
  await administrator.agent.post(`${item}/secrecy-review`, cleared).expect(200);
  const { body } = await administrator.agent.post(`${item}/publication`).expect(200);
  expect(body).toMatchObject({ state: 'published', inForce: { versionNumber: 1, name: '示例办学许可' } });
});

test('the bureau makes its implementation list of the item, and the administration audits and publishes it', async () => {
  const adoption = { division: bureau.divisionCode, answer: 'adopted' };
  await administrator.agent.post(`/v1/catalog/items/${BASIC_CODE}/adoptions`, adoption).expect(200);
  const drafted = await listEditor.agent
    .post('/v1/implementations', { organizationId: bureau.id, basicCode: BASIC_CODE, level: '4' })
    .expect(201);
  const list = `/v1/implementations/${drafted.body.id}`;
  const content = guideContent({ promisedLimit: { days: 3, unit: 'working-day' } });
  const result = { kind: 'licence', name: LICENCE, certificateType: typeCode, validityMonths: 36, fields: ['placeName'] };
  await listEditor.agent
    .with({ 'if-match': '"1"' })
    .put(list, { ...content, result })
    .expect(200);
  await listEditor.agent.post(`${list}/submission`).expect(200);
  await listEditor.agent.post(`${list}/audit`, { outcome: 'approved', reasons: '可以' }).expect(403);
  await administrator.agent.post(`${list}/audit`, { outcome: 'approved', reasons: '要素完整' }).expect(200);
  await administrator.agent.post(`${list}/secrecy-review`, cleared).expect(200);
  await administrator.agent.post(`${list}/publication`).expect(200);
  guideCode = drafted.body.variantCode;
  const { body } = await w.as().get(`/v1/guides/${guideCode}`).expect(200);
  expect(body).toMatchObject({ versionNumber: 1, guide: { basicCode: BASIC_CODE, promisedLimit: { days: 3 } } });
});

test('a citizen applies with what the guide names and nothing beyond it, and the five days for the answer begin', async () => {
  const beyond = await citizen.agent.post('/v1/cases', application([statement('M99', '无犯罪记录证明')])).expect(422);
  expect(beyond.body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
  const { body } = await citizen.agent.post('/v1/cases', application()).expect(201);
  kase = body;
  expect(body).toMatchObject({ state: 'submitted', organizationId: bureau.id, dueOn: expect.any(String) });
  const { items } = (await clerk.agent.get(of(kase.id, 'clock')).expect(200)).body;
  expect(items).toEqual([expect.objectContaining({ kind: 'acceptance.intake', days: 5, state: 'running', dueOn: kase.dueOn })]);
});

test('the clerk asks once for everything that is wanting; a second notice is refused', async () => {
  const points = [{ material: 'M02', problem: '缺少检测章' }];
  const extra = await clerk.agent
    .post(of(kase.id, 'supplement-requests'), { points: [{ material: 'M99', problem: '缺少' }] })
    .expect(422);
  expect(extra.body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
  const told = await clerk.agent.post(of(kase.id, 'supplement-requests'), { points }).expect(200);
  expect(told.body.state).toBe('awaiting-supplement');
  const again = await clerk.agent.post(of(kase.id, 'supplement-requests'), { points }).expect(409);
  expect(again.body).toMatchObject({ code: 'acceptance.supplement-already-requested', rule: 'acceptance/A3' });
  const supplied = await citizen.agent.post(of(kase.id, 'supplements'), {
    materials: [await fileOf(citizen, 'M02', pdf('已盖章'))],
  });
  expect(supplied).toMatchObject({ status: 200, body: { state: 'submitted' } });
});

test('accepted, the statutory and the promised limit run; an officer decides and a signed e-licence comes out', async () => {
  const accepted = await clerk.agent.post(of(kase.id, 'acceptance')).expect(200);
  const { items } = (await citizen.agent.get(of(kase.id, 'clock')).expect(200)).body as { items: Record<string, string>[] };
  const running = items.filter(({ state }) => state === 'running');
  expect(running.map(({ kind }) => kind).sort()).toEqual(['acceptance.promised', 'acceptance.statutory']);
  expect(accepted.body.dueOn).toBe(running.find(({ kind }) => kind === 'acceptance.promised')!.dueOn);
  await clerk.agent.post(of(kase.id, 'decision'), { granted: true }).expect(403);
  await officer.agent.post(of(kase.id, 'opinions'), { step: 'S2', conclusion: 'pass', text: '符合条件' }).expect(200);
  const { body } = await officer.agent.post(of(kase.id, 'decision'), { granted: true }).expect(200);
  expect(body).toMatchObject({ state: 'decided', granted: true, licenceId: expect.any(String) });
  licenceId = body.licenceId;
  const mine = await citizen.agent.get('/v1/me/licences').expect(200);
  expect(mine.body.items).toEqual([expect.objectContaining({ id: licenceId, typeCode, standing: 'valid' })]);
});

test('whoever sees the licence verifies it offline, with published keys and status list alone', async () => {
  const { credential } = (await citizen.agent.get(`/v1/licences/${licenceId}/credential`).expect(200)).body;
  const { status } = JSON.parse(Buffer.from(credential.split('.')[1], 'base64url').toString());
  keep('keys', JSON.stringify((await w.as().get('/v1/licences/keys').expect(200)).body));
  keep('list', await (await fetch(status.status_list.uri)).text());
  expect(await judge(credential)).toBe('valid');
  const at = credential.indexOf('.') + 20;
  expect(await judge(credential.slice(0, at) + (credential[at] === 'A' ? 'B' : 'A') + credential.slice(at + 1))).toBe('forged');
});

test('delivered, the citizen finds every step in the inbox, and rates the service with the invitation', async () => {
  await clerk.agent.post(of(kase.id, 'delivery'), { method: 'download' }).expect(200);
  let invitation: string | undefined;
  await eventually(async () => {
    const { body } = await citizen.agent.get('/v1/me/inbox?limit=100').expect(200);
    const items = body.items as { title: string; body: string }[];
    const titles = ['申请已提交', '请补正材料', '申请已受理', '已作出准予决定', '结果已送达', '请您评价本次服务'];
    expect(items.map(({ title }) => title).sort()).toEqual([...titles].sort());
    invitation = items.map((message) => /邀请码 ([\w-]{22}) /.exec(message.body)?.[1]).find(Boolean);
  });
  const rating = { invitation, grade: 5, details: ['517'] };
  expect((await w.as().post('/v1/ratings', rating).expect(201)).body).toMatchObject({ grade: 5, way: 'invitation' });
  const again = await w.as().post('/v1/ratings', rating).expect(409);
  expect(again.body).toMatchObject({ code: 'ratings.invitation-used', rule: 'ratings/R2' });
  const { caseNumber, queryCode } = kase;
  const progress = await w.as().post('/v1/progress', { caseNumber, queryCode }).expect(200);
  expect(progress.body).toMatchObject({ state: 'completed', granted: true });
  const { items } = (await officer.agent.get(of(kase.id, 'history')).expect(200)).body as { items: { act: string }[] };
  const acts = items.map(({ act }) => act);
  expect(acts).toEqual(expect.arrayContaining(['submit', 'request-supplement', 'supplement', 'accept', 'decide', 'deliver']));
});

test("another citizen's limit runs out on the turned clock, and the supervisor sees the overdue card", async () => {
  const { body: late } = await neighbour.agent.post('/v1/cases', application()).expect(201);
  const { body } = await clerk.agent.post(of(late.id, 'acceptance')).expect(200);
  const { now } = (await w.as().get('/ops/clock').expect(200)).body;
  const days = Math.ceil((Date.parse(`${body.dueOn}T16:00:00Z`) - Date.parse(now)) / 86_400_000);
  await officer.agent.post('/ops/clock/turns', { days }).expect(403);
  await operator.agent.post('/ops/clock/turns', { days }).expect(200);
  const cards = `/v1/supervision/cards?organization=${bureau.id}&colour=red`;
  let card: { id: string } | undefined;
  await eventually(async () => {
    const { items } = (await supervisor.agent.get(cards).expect(200)).body;
    expect(items).toEqual([expect.objectContaining({ caseId: late.id, caseNumber: late.caseNumber, dueOn: body.dueOn })]);
    card = items[0];
  });
  const seen = await supervisor.agent.get(`/v1/supervision/cards/${card!.id}`).expect(200);
  expect(seen.body).toMatchObject({ limit: { kind: 'acceptance.promised', days: 3 }, case: { state: 'accepted' } });
  await head.agent.post(`/v1/supervision/cards/${card!.id}/answer`, { text: '经办人员请假，已另行安排。' }).expect(200);
  const closed = await supervisor.agent
    .post(`/v1/supervision/cards/${card!.id}/closure`, { outcome: 'corrected', reason: '已整改' })
    .expect(200);
  expect(closed.body.state).toBe('closed');
});

const keep = (name: string, text: string): void => writeFileSync(join(folder, name), text);

/** What the example script says, which has these three files and knows no platform. */
function judge(credential: string): Promise<string> {
  keep('credential', credential);
  const place = (name: string) => join(folder, name);
  const given = ['--credential', place('credential'), '--jwks', place('keys'), '--status-list', place('list')];
  return new Promise((done) =>
    execFile(process.execPath, [resolve('examples/verify-licence.mjs'), ...given], (_, out, err) => done(out.trim() + err)),
  );
}
