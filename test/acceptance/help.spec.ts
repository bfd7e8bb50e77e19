import type { Actor } from '../../src/kernel/authz/actor';
import { casePolicy } from '../../src/modules/acceptance/case/case.policy';
import { Cases } from '../../src/modules/acceptance/case/case.store';
import { IdentityFacade } from '../../src/modules/identity/identity.facade';
import { person, staff, type Somebody } from '../kit/actors';
import { application, type Desk, givenCase, givenDesk, statement, type UpTo } from '../kit/given-case';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
let station: string;
let helper: Somebody;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
  station = (await givenOrganization(w, { divisionCode: '650102002000' })).id;
  helper = await staff(w, { role: 'clerk', unit: station });
});
afterAll(() => w.close());

const at = (id: string, more = '') => `/v1/cases/${id}${more}`;
const name = (id: string, more: object = {}, by = desk.applicant) =>
  by.agent.post(at(id, '/helper'), { helperId: helper.id, ...more });
async function helped(upTo: UpTo, more: object = {}): Promise<string> {
  const { id } = await givenCase(desk, upTo);
  await name(id, more).expect(200);
  return id;
}
const code = async (answer: PromiseLike<{ body: { code: string } }>) => (await answer).body.code;

test('acceptance/A27: a helper from any organ does what the applicant may do on this case, and every act shows both', async () => {
  const id = await helped('draft');
  const other = await givenCase(desk, 'draft');
  await helper.agent.get(at(other.id)).expect(404);
  const { body } = await helper.agent.get(at(id)).expect(200);
  expect(body).toMatchObject({ help: { helperId: helper.id, organizationId: station, mayWithdraw: false } });
  expect((body.acts as string[]).sort()).toEqual(['edit', 'end-help', 'submit']);
  const { channel, form, materials } = application(desk);
  await helper.agent.with({ 'if-match': '"2"' }).put(at(id), { channel, form, materials }).expect(200);
  await helper.agent.post(at(id, '/submission')).expect(200);
  await desk.clerk.agent
    .post(at(id, '/supplement-requests'), { points: [{ material: 'M02', problem: '缺少检测章' }] })
    .expect(200);
  await helper.agent.post(at(id, '/supplements'), { materials: [statement('M02')] }).expect(200);
  const { items } = (await desk.clerk.agent.get(at(id, '/history')).expect(200)).body as {
    items: { act: string; actorId: string; note: object }[];
  };
  const byHelper = items.filter(({ actorId }) => actorId === helper.id);
  expect(byHelper.map(({ act }) => act)).toEqual(['edit', 'submit', 'supplement']);
  for (const { note } of byHelper) expect(note).toMatchObject({ helpedApplicantId: desk.applicant.id });
  const { body: log } = await desk.applicant.agent.get('/v1/me/access-log').expect(200);
  expect(JSON.stringify(log)).toContain(id);
});

test('acceptance/A27: consent is for nothing else: no discarding, no withdrawal unless agreed, none of the acts of the organ', async () => {
  const draft = await helped('draft');
  await helper.agent.post(at(draft, '/discard')).expect(403);
  const kase = await helped('submitted');
  await helper.agent.post(at(kase, '/withdrawal'), { reason: 'changed-mind' }).expect(403);
  await helper.agent.post(at(kase, '/acceptance')).expect(403);
  await helper.agent.post(at(kase, '/helper'), { helperId: helper.id }).expect(403);
  const agreed = await helped('submitted', { mayWithdraw: true });
  await helper.agent.post(at(agreed, '/withdrawal'), { reason: 'changed-mind' }).expect(200);
  // A colleague of those who handle it helps: then somebody else handles it.
  const { id } = await givenCase(desk);
  await name(id, { helperId: desk.clerk.id }).expect(200);
  await desk.clerk.agent.post(at(id, '/acceptance')).expect(403);
  await desk.officer.agent.post(at(id, '/acceptance')).expect(200);
});

test('acceptance/A27: it ends with the case, or at once when the applicant says so; the applicant is told both times', async () => {
  const over = await helped('submitted');
  await desk.clerk.agent.post(at(over, '/refusal'), { kind: 'not-needed', reasons: ['该活动不需要许可'] }).expect(200);
  await helper.agent.get(at(over)).expect(404);
  const id = await helped('accepted');
  const mine = async () => (await helper.agent.get('/v1/me/assisted-cases?limit=100').expect(200)).body.items as { id: string }[];
  expect((await mine()).map((one) => one.id)).toContain(id);
  await desk.applicant.agent.post(at(id, '/helper/end')).expect(200);
  await helper.agent.get(at(id)).expect(404);
  expect((await mine()).map((one) => one.id)).not.toContain(id);
  expect(await code(desk.applicant.agent.post(at(id, '/helper/end')).expect(409))).toBe('acceptance.nobody-helps');
  const givenUp = await helped('submitted');
  await helper.agent.post(at(givenUp, '/helper/end')).expect(200);
  await w.settle();
  const { items } = (await desk.applicant.agent.get('/v1/me/inbox?limit=100').expect(200)).body as { items: { title: string }[] };
  expect(items.map(({ title }) => title)).toEqual(expect.arrayContaining(['已委托帮办代办', '帮办代办已结束']));
});

test('acceptance/A27: the window records consent while the applicant is present, and nobody records it for themselves', async () => {
  const { id } = await givenCase(desk);
  const record = (more: object) => name(id, more, desk.clerk);
  const { body } = await record({}).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.consent-not-shown', rule: 'acceptance/A27' });
  const self = record({ applicantPresent: true, helperId: desk.clerk.id }).expect(422);
  expect(await code(self)).toBe('acceptance.consent-to-oneself');
  const stranger = record({ applicantPresent: true, helperId: desk.applicant.id }).expect(422);
  expect(await code(stranger)).toBe('acceptance.no-such-helper');
  await record({ applicantPresent: true }).expect(200);
  expect(await code(name(id).expect(409))).toBe('acceptance.helped-already');
});

test('acceptance/A27: an agent passes nothing on (acceptance/A15)', async () => {
  const agent = await person(w);
  const { id } = await givenCase(desk);
  const authority = { partyId: desk.applicant.id, agentId: agent.id, validFrom: '2020-01-01' };
  await desk.applicant.agent.post('/v1/me/authorities', authority).expect(201);
  await agent.agent.get(at(id)).expect(200);
  await name(id, {}, agent).expect(403);
});

test('API-7: the policy of cases says the same of a record and of a list, for helpers too', async () => {
  const unit = desk.guide.organization.id;
  const of = (id: string, kind: Actor['kind'], role?: string, where: string | undefined = unit): Actor => ({
    ...{ kind, id, parties: kind === 'person' ? [id] : [] },
    grants: role ? [{ role, unit: where }] : [],
  });
  const actors = [
    of(helper.id, 'staff', 'clerk', station),
    of(desk.clerk.id, 'staff', 'clerk'),
    of(desk.head.id, 'staff', 'department-head'),
    of(desk.applicant.id, 'person'),
    of((await person(w)).id, 'person'),
  ];
  const ids = [
    ...[await helped('draft'), await helped('submitted', { mayWithdraw: true }), await helped('completed').catch(() => '')],
    ...[(await givenCase(desk, 'draft')).id, await helped('accepted', { helperId: desk.clerk.id })],
  ].filter(Boolean);
  const cases = await w.get(Cases).byIds(ids);
  const rules = { see: casePolicy.see, ...casePolicy.may };
  for (const by of actors) {
    for (const [act, rule] of Object.entries(rules)) {
      const values: unknown[] = [ids];
      const where = rule.where(by, (value) => `$${values.push(value)}`);
      const rows = await w.rows<{ id: string }>(
        `select t.id from acceptance."case" t where t.id = any($1::uuid[]) and ${where}`,
        values,
      );
      const tested = cases.filter((kase) => rule.test(kase, by)).map(({ id }) => id);
      expect([act, by.kind, rows.map(({ id }) => id).sort()]).toEqual([act, by.kind, tested.sort()]);
    }
  }
  expect(await w.get(IdentityFacade).workplaceOf(helper.id)).toBe(station);
});
