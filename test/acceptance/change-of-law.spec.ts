import { platform } from '../../src/kernel/authz/actor';
import { shanghaiDay } from '../../src/kernel/clock/day';
import { Clock } from '../../src/kernel/clock/clock';
import { Tx } from '../../src/kernel/persistence/tx';
import { MovingCases } from '../../src/modules/acceptance/change-of-law/moving.service';
import { ChangeOfLawOrders } from '../../src/modules/acceptance/change-of-law/order.store';
import { TakingEffect } from '../../src/modules/acceptance/change-of-law/taking-effect.service';
import { ImplementationFacade } from '../../src/modules/implementation/implementation.facade';
import { staff } from '../kit/actors';
import { type Desk, type GivenCase, givenCase, statement } from '../kit/given-case';
import { givenNow } from '../kit/given-calendar';
import { givenGuide } from '../kit/given-guide';
import {
  type Administration,
  carriedOut,
  givenAdministration,
  givenIssuedOrder,
  givenMilderLaw,
  givenNewLaw,
  givenOldLaw,
  givenScheduled,
  givenOrder,
  issue,
  orderOf,
  ORDERS,
} from '../kit/given-order';
import { World } from '../kit/world';

let w: World;
let by: Administration;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  // A Monday of a year whose calendars are all known.
  await givenNow(w, '2025-03-10T02:00:00.000Z');
  by = await givenAdministration(w);
});
beforeEach(async () => (desk = await givenOldLaw(w)));
afterAll(() => w.close());

const at = (id: string, act = '') => `${ORDERS}/${id}${act}`;
const rule = 'implementation/I9';
const refused = (code: string) => ({ code, rule });
const read = async (id: string, own = desk) => (await own.clerk.agent.get(`/v1/cases/${id}`).expect(200)).body;
const tomorrow = async () => shanghaiDay(new Date(Date.parse(await w.get(Clock).now()) + 86_400_000).toISOString());
const lines = async (id: string, act: string) => {
  const { body } = await desk.clerk.agent.get(`/v1/cases/${id}/history`).expect(200);
  return (body.items as { act: string; note: object }[]).filter((line) => line.act === act);
};

test('implementation/I9: an order moves open cases to the version it names, each once, and tells their applicants; decided ones stay', async () => {
  const open: GivenCase[] = [];
  for (const state of ['submitted', 'awaiting-supplement', 'accepted', 'suspended'] as const)
    open.push(await givenCase(desk, state));
  const others = [await givenCase(desk, 'decided'), await givenCase(desk, 'draft'), await givenCase(desk, 'refused')];
  const [submitted, , accepted, suspended] = open as [GivenCase, GivenCase, GivenCase, GivenCase];
  const version = await givenNewLaw(w, desk);
  const order = await givenOrder(by, version);
  const impact = await by.issuer.agent.get(at(order.id, '/impact')).expect(200);
  expect(impact.body).toMatchObject({
    ...{ cases: 4, moveCount: 1, byChange: { limits: 4, materials: 4, steps: 0, form: 0 } },
    moves: [{ cases: 4, materialsAdded: ['M03'], materialsDropped: [], to: { number: 2, promisedLimit: { days: 15 } } }],
  });
  const affected = await by.issuer.agent.get(at(order.id, '/affected-cases?limit=2')).expect(200);
  const rest = await by.issuer.agent.get(at(order.id, `/affected-cases?cursor=${affected.body.nextCursor}`)).expect(200);
  const affectedLines = [...affected.body.items, ...rest.body.items] as { id: string; state: string }[];
  expect(affectedLines.map(({ state }) => state)).toEqual(['submitted', 'awaiting-supplement', 'accepted', 'suspended']);
  expect(affectedLines[2]).toMatchObject({
    ...{ asksMaterials: ['M03'], asksFields: [], asksNoMore: [], dueOn: '2025-03-24', dueOnThen: '2025-04-01' },
    ...{ fromVersionId: desk.guide.versionId, toVersionId: version.versionId },
  });
  await issue(by, order).then(({ status }) => expect(status).toBe(200));
  await Promise.all([carriedOut(w), carriedOut(w)]);
  await carriedOut(w);
  for (const { id } of open) {
    const kase = await read(id);
    expect(kase).toMatchObject({ guideVersionId: version.versionId, state: affectedLines.find((line) => line.id === id)!.state });
    expect(kase.supplementRequests.at(-1)).toMatchObject({ materials: ['M03'], orderId: order.id });
    expect(kase.receipts.at(-1)).toMatchObject({ kind: 'change-of-law' });
    expect(await lines(id, 'change-law')).toHaveLength(1);
  }
  for (const { id } of others) {
    const kase = (await desk.applicant.agent.get(`/v1/cases/${id}`).expect(200)).body;
    expect(kase.guideVersionId).toBe(desk.guide.versionId);
  }
  expect(await read(accepted.id)).toMatchObject({ dueOn: '2025-04-01' });
  expect((await read(suspended.id)).dueOn).toBeUndefined();
  expect((await read(submitted.id)).dueOn).toBe('2025-03-17');
  const [line] = await lines(accepted.id, 'change-law');
  expect(line!.note).toMatchObject({ orderId: order.id, statute: '《示例条例》', article: '第八条', dueBefore: '2025-03-24' });
  const inbox = await desk.applicant.agent.get('/v1/me/inbox?limit=100').expect(200);
  const told = (inbox.body.items as { title: string; body: string }[]).filter(({ title }) => title.includes('法律已变更'));
  expect(told).toHaveLength(4);
  expect(told[0]!.body).toContain('《示例条例》第八条');
  expect(told[0]!.body).toContain('请补充：平面图');
  // Everybody may read the order that moved their case.
  expect((await desk.applicant.agent.get(at(order.id)).expect(200)).body).toMatchObject({ state: 'in-effect', moved: 4 });
});

test('implementation/I9: what the new law asks for besides uses up no notice, holds up no acceptance, and is there before a grant', async () => {
  const { id } = await givenCase(desk);
  const accepted = await givenCase(desk, 'accepted');
  const act = (who: 'clerk' | 'officer' | 'applicant', path: string, body: object = {}) =>
    desk[who].agent.post(`/v1/cases/${id}/${path}`, body);
  const version = await givenNewLaw(w, desk);
  await issue(by, await givenOrder(by, version));
  await carriedOut(w);
  // The one notice is still there, and its supplement answers it alone.
  await act('clerk', 'supplement-requests', { points: [{ material: 'M02', problem: '缺章' }] }).expect(200);
  await act('applicant', 'supplements', { materials: [statement('M02')] }).expect(200);
  const again = await act('clerk', 'supplement-requests', { points: [{ material: 'M01', problem: '缺签名' }] }).expect(422);
  expect(again.body).toMatchObject({ code: 'acceptance.notice-beyond-supplement' });
  await act('clerk', 'acceptance').expect(200);
  const early = await act('officer', 'decision', { granted: true }).expect(422);
  expect(early.body).toMatchObject(refused('acceptance.change-of-law-unanswered'));
  expect((await act('applicant', 'supplements', { materials: [statement('M02')] }).expect(422)).body).toMatchObject({
    code: 'acceptance.supplement-incomplete',
  });
  const supplied = await act('applicant', 'supplements', { materials: [statement('M03')] }).expect(200);
  expect(supplied.body).toMatchObject({ state: 'accepted' });
  expect(await lines(id, 'supply-by-order')).toHaveLength(1);
  const nothing = await act('applicant', 'supplements', { materials: [statement('M03')] }).expect(409);
  expect(nothing.body).toMatchObject({ code: 'kernel.not-possible-now', state: 'accepted' });
  await act('officer', 'decision', { granted: true }).expect(200);
  // What the next version asks for no more holds up no grant either.
  await givenMilderLaw(w, desk);
  await desk.officer.agent.post(`/v1/cases/${accepted.id}/decision`, { granted: true }).expect(200);
});

test('implementation/I9: what an order asks for may come along with a correction or an answer to the notice', async () => {
  const [one, other] = [await givenCase(desk), await givenCase(desk, 'awaiting-supplement')];
  await issue(by, await givenOrder(by, await givenNewLaw(w, desk)));
  await carriedOut(w);
  await desk.clerk.agent.post(`/v1/cases/${one.id}/corrections`, { materials: [statement('M03')] }).expect(200);
  await desk.applicant.agent
    .post(`/v1/cases/${other.id}/supplements`, { materials: [statement('M02'), statement('M03')] })
    .expect(200);
  for (const { id } of [one, other]) {
    const { supplementRequests } = await read(id);
    expect(supplementRequests.every(({ suppliedAt }: { suppliedAt?: string }) => suppliedAt)).toBe(true);
  }
});

test('implementation/I9: an order takes effect at the midnight of its day; what is decided by then stays, what was submitted since goes along', async () => {
  const day = await tomorrow();
  const { own, version } = await givenScheduled(w, day);
  desk = own;
  const [stays, goes] = [await givenCase(desk, 'accepted'), await givenCase(desk, 'accepted')];
  const order = await givenOrder(by, version, { effectiveOn: day });
  expect((await issue(by, order)).body).toMatchObject({ state: 'issued', moved: 0 });
  const late = await givenCase(desk, 'accepted');
  await carriedOut(w);
  expect((await read(goes.id)).guideVersionId).toBe(desk.guide.versionId);
  await desk.officer.agent.post(`/v1/cases/${stays.id}/decision`, { granted: true }).expect(200);
  await w.turnClock({ hours: 14 });
  await carriedOut(w);
  expect((await read(stays.id)).guideVersionId).toBe(desk.guide.versionId);
  for (const { id } of [goes, late]) expect((await read(id)).guideVersionId).toBe(version.versionId);
  const withdrawn = await by.issuer.agent.post(at(order.id, '/withdrawal'), { reason: '日期有误' }).expect(409);
  expect(withdrawn.body).toMatchObject({ code: 'kernel.not-possible-now' });
  await w.turnClock({ hours: 1 });
  await carriedOut(w);
  expect((await by.issuer.agent.get(at(order.id))).body).toMatchObject({ state: 'carried-out', moved: 2, lapsedIds: [] });
});

test('implementation/I9: an order is withdrawn before its day, by nobody once the day has come', async () => {
  const version = await givenNewLaw(w, desk);
  const [one, other] = [await givenOrder(by, version, { effectiveOn: await tomorrow() }), await givenOrder(by, version)];
  await issue(by, one);
  await by.drafter.agent.post(at(one.id, '/withdrawal'), { reason: '施行日期推迟' }).expect(200);
  await w.get(Tx).run(async () => {
    const order = await w.get(ChangeOfLawOrders).lookupFor(platform('test'), 'issue', other.id);
    order.issue('0'.repeat(64), w.get(Tx).now);
    await w.get(ChangeOfLawOrders).save(platform('test'), order);
  });
  // Its day has come, whether or not a sweep has been there.
  const { body } = await by.drafter.agent.post(at(other.id, '/withdrawal'), { reason: '施行日期推迟' }).expect(409);
  expect(body).toMatchObject({ code: 'kernel.not-possible-now', state: 'in-effect' });
  await by.drafter.agent.post(at((await givenOrder(by, version)).id, '/withdrawal'), { reason: '不再需要' }).expect(200);
});

test('implementation/I9: nobody issues their own draft, or what they have not read, or what has changed since; of two issuers one does', async () => {
  await givenCase(desk, 'accepted');
  const second = await givenMilderLaw(w, desk, 12);
  const version = await givenNewLaw(w, desk);
  const order = await givenOrder(by, version);
  const { digest } = (await by.issuer.agent.get(at(order.id, '/impact')).expect(200)).body as { digest: string };
  const post = (who: 'drafter' | 'issuer', body: object) => by[who].agent.post(at(order.id, '/issue'), body);
  expect((await post('drafter', { impact: digest }).expect(403)).body).toMatchObject(refused('acceptance.order-own-draft'));
  expect((await post('issuer', {}).expect(422)).body).toMatchObject(refused('acceptance.order-impact-not-seen'));
  // One more case under the same version changes nothing that has not been read, one under another version does.
  const same = await givenCase(desk);
  await w.rows('update acceptance."case" set guide_version_id = $2 where id = $1', [same.id, desk.guide.versionId]);
  expect((await by.issuer.agent.get(at(order.id, '/impact'))).body).toMatchObject({ digest, cases: 2 });
  await w.rows('update acceptance."case" set guide_version_id = $2 where id = $1', [same.id, second.versionId]);
  expect((await post('issuer', { impact: digest }).expect(409)).body).toMatchObject(refused('acceptance.order-impact-changed'));
  const now = ((await by.issuer.agent.get(at(order.id, '/impact'))).body as { digest: string }).digest;
  const third = (await givenAdministration(w)).issuer;
  const answers = await Promise.all([by.issuer, third].map(({ agent }) => agent.post(at(order.id, '/issue'), { impact: now })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  // Whoever has edited it has drafted it.
  const edited = await givenOrder(by, version);
  const body = orderOf(version, { article: '第九条' });
  await by.issuer.agent.with({ 'if-match': '"1"' }).put(at(edited.id), body).expect(200);
  expect((await issue(by, edited)).body).toMatchObject(refused('acceptance.order-own-draft'));
});

test('implementation/I9: an order names one version in force for each list of the item in its region', async () => {
  const version = await givenNewLaw(w, desk);
  const elsewhere = await givenGuide(w);
  const draft = async (more: object) => (await by.drafter.agent.post(ORDERS, orderOf(version, more)).expect(422)).body;
  const unknown = '01900000-0000-7000-8000-000000000000';
  expect(await draft({ versionIds: [unknown] })).toMatchObject(refused('acceptance.order-version-unknown'));
  expect(await draft({ versionIds: [version.versionId, elsewhere.versionId] })).toMatchObject({
    ...refused('acceptance.order-version-elsewhere'),
    errors: [{ pointer: '/versionIds/1' }],
  });
  expect(await draft({ divisionCode: '650103000000' })).toMatchObject(refused('acceptance.order-version-elsewhere'));
  expect(await draft({ versionIds: [version.versionId, version.versionId] })).toMatchObject(
    refused('acceptance.order-list-twice'),
  );
  expect(await draft({ versionIds: [desk.guide.versionId] })).toMatchObject(refused('acceptance.order-version-not-in-force'));
  expect(await draft({ divisionCode: '659999999999' })).toMatchObject(refused('acceptance.order-place-unknown'));
  const { agent } = await staff(w, { role: 'service-administrator', area: '650103000000' });
  await agent.post(ORDERS, orderOf(version)).expect(403);
  const order = await givenOrder(by, version);
  await agent.get(at(order.id)).expect(404);
  await desk.applicant.agent.get(at(order.id)).expect(404);
  expect((await desk.applicant.agent.get(`${ORDERS}?basicCode=${version.guide.basicCode}`).expect(200)).body.items).toEqual([]);
});

test('implementation/I9: an order without cases is carried out all the same; a version replaced before the day gets none', async () => {
  const { order } = await givenIssuedOrder(w, by);
  await carriedOut(w);
  const kase = await givenCase(desk, 'accepted');
  const version = await givenNewLaw(w, desk);
  const lapsing = await givenOrder(by, version, { effectiveOn: await tomorrow() });
  await issue(by, lapsing).then(({ status }) => expect(status).toBe(200));
  await givenMilderLaw(w, desk);
  await w.turnClock({ days: 1 });
  await carriedOut(w);
  expect((await by.issuer.agent.get(at(order.id))).body).toMatchObject({ state: 'carried-out', moved: 0 });
  const { body } = await by.issuer.agent.get(at(lapsing.id));
  expect(body).toMatchObject({ state: 'carried-out', moved: 0, lapsedIds: [version.versionId] });
  expect((await read(kase.id)).guideVersionId).toBe(desk.guide.versionId);
});

test('implementation/I9: whoever goes on after a restart moves those that have not moved, and nobody twice', async () => {
  const cases = [await givenCase(desk, 'accepted'), await givenCase(desk, 'accepted'), await givenCase(desk, 'accepted')];
  const version = await givenNewLaw(w, desk);
  const { id } = await givenOrder(by, version);
  const cards = await w.get(ImplementationFacade).versions([version.versionId], await w.get(Clock).now());
  const batch = (count: number, fails: boolean) =>
    w.get(Tx).run(async () => {
      const order = await w.get(ChangeOfLawOrders).see(platform('test'), id);
      const moved = await w.get(MovingCases).move(order, cards, count);
      if (fails) throw new Error('the process ended');
      return moved;
    });
  await expect(batch(3, true)).rejects.toThrow('the process ended');
  expect(await batch(1, false)).toBe(1);
  await issue(by, { id }).then(({ status }) => expect(status).toBe(200));
  await Promise.all([w.get(TakingEffect).sweep(), w.get(TakingEffect).sweep()]);
  await carriedOut(w);
  for (const one of cases) {
    expect(await read(one.id)).toMatchObject({ guideVersionId: version.versionId });
    expect(await lines(one.id, 'change-law')).toHaveLength(1);
  }
  expect((await by.issuer.agent.get(at(id))).body).toMatchObject({ moved: 2 });
});
