import { nextDay } from '../../src/modules/catalog/item/effective-days.rules';
import {
  splittingStandardLifecycle,
  type SplittingStandardAct,
  type SplittingStandardState,
} from '../../src/modules/catalog/splitting-standard/splitting-standard.lifecycle';
import { platform } from '../../src/kernel/authz/actor';
import { demoProposal, StandingFacade } from '../../src/modules/catalog/standing.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

const [region, place] = ['650000000000', '650102000000'];
let w: World;
let organization: OrganizationCard;
let editor: Somebody;
let department: OrganizationCard;
let drafter: Somebody;
let reporter: Somebody;
let signer: Somebody;
let administrator: Somebody;
const [platformEditor, publisher] = [platform('test-editor'), platform('test-publisher')];
beforeAll(async () => {
  w = await World.open();
  organization = await givenOrganization(w);
  editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
  department = await givenOrganization(w, { divisionCode: region });
  drafter = await staff(w, { role: 'implementation-editor', unit: department.id });
  reporter = await staff(w, { role: 'service-administrator', area: place });
  signer = await staff(w, { role: 'department-head', unit: organization.id });
  administrator = await staff(w, { role: 'service-administrator', area: region });
});
afterAll(() => w.close());

/** A list of this content over the item, submitted. */
async function submit(basicCode: string, content: object, variant: object = {}) {
  const body = { organizationId: organization.id, basicCode, level: '4', ...variant };
  const { id } = (await editor.agent.post('/v1/implementations', body).expect(201)).body as { id: string };
  await editor.agent
    .with({ 'if-match': '"1"' })
    .put(`/v1/implementations/${id}`, { ...guideContent(), ...content })
    .expect(200);
  return editor.agent.post(`/v1/implementations/${id}/submission`);
}

const commitment = { text: '承诺场所符合卫生标准', liability: '承诺不实的，撤销决定', afterCheckDays: 20 };

test('catalog/C7: a guide offers handling on commitment only while the item is listed for it', async () => {
  const { basicCode } = await givenItem(w);
  const refused = await submit(basicCode, { commitment });
  expect(refused.status).toBe(422);
  expect(refused.body).toMatchObject({ code: 'implementation.commitment-not-listed', rule: 'catalog/C7' });
  expect(refused.body.errors).toMatchObject([{ pointer: '/commitment' }]);
  const listed = await givenItem(w);
  const proposal = { ...demoProposal, basicCode: listed.basicCode };
  await w.get(StandingFacade).listForCommitment({ editor: platformEditor, publisher }, proposal);
  expect((await submit(listed.basicCode, { commitment })).body).toMatchObject({ state: 'submitted', content: { commitment } });
});

const at = (id = '', act = '') => `/v1/catalog/splitting-standards${id && `/${id}`}${act}`;
const content = () => ({
  counterparts: [organization.id],
  variants: [
    { number: 1, name: '新办', situations: ['首次申请'] },
    { number: 2, name: '变更', situations: [] },
  ],
  elements: [{ element: 'materials', guidance: '逐项列明' }],
});
const drafted = async (basicCode: string, more: object = {}) =>
  drafter.agent.post(at(), { ...content(), basicCode, organizationId: department.id, ...more });
type Answer = PromiseLike<{ status: number; body: { id: string; code?: string; state: string } }>;
const report = (id: string, outcome = 'workable', by = reporter) =>
  by.agent.post(at(id, '/pilot-reports'), { place, outcome, findings: '试点情况' });
const sign = (id: string, answer = 'yes', more: object = {}, by = signer) =>
  by.agent.post(at(id, '/countersignatures'), { organizationId: organization.id, answer, ...more });

const ACTS: Record<Exclude<SplittingStandardAct, 'conclude' | 'agree' | 'return'>, (id: string) => Answer> = {
  edit: async (id) => {
    const { headers } = await drafter.agent.get(at(id));
    return drafter.agent.with({ 'if-match': headers.etag! }).put(at(id), content());
  },
  'open-pilot': (id) => drafter.agent.post(at(id, '/pilot'), { places: [place] }),
  report: (id) => report(id),
  countersign: (id) => sign(id),
  publish: (id) => administrator.agent.post(at(id, '/publication')),
  discard: (id) => drafter.agent.post(at(id, '/discarding'), { reason: '合并' }),
};
const WAY = ['open-pilot', 'report', 'countersign', 'publish'] as const;
const STATES: SplittingStandardState[] = ['draft', 'piloting', 'piloted', 'countersigned', 'published', 'discarded'];

async function standardIn(state: SplittingStandardState, basicCode?: string): Promise<string> {
  const { id } = (await drafted(basicCode ?? (await givenItem(w)).basicCode)).body as { id: string };
  if (state === 'discarded') await ACTS.discard(id);
  else for (const act of WAY.slice(0, STATES.indexOf(state))) expect((await ACTS[act](id)).status).toBe(200);
  return id;
}

/** Where the one place and the one counterpart lead. */
const LEADS: Partial<Record<SplittingStandardAct, SplittingStandardState>> = { report: 'piloted', countersign: 'countersigned' };

test.each(STATES)('catalog/C10: from %s each act goes as the table says', async (state) => {
  for (const act of Object.keys(ACTS) as (keyof typeof ACTS)[]) {
    const { status, body } = await ACTS[act](await standardIn(state));
    const to = LEADS[act] ?? splittingStandardLifecycle.steps[act].to;
    if (splittingStandardLifecycle.allows(act, state)) expect([act, status, body.state]).toEqual([act, 200, to]);
    // Who reports is known once there is a pilot.
    else if (act === 'report' && ['draft', 'discarded'].includes(state)) expect(status).toBe(404);
    else expect([act, status, body.code, body.state]).toEqual([act, 409, 'kernel.not-possible-now', state]);
  }
});

test('catalog/C10: a pilot that one place finds unworkable, and a "no" with its reasons, return the draft', async () => {
  const piloting = await standardIn('piloting');
  const elsewhere = await staff(w, { role: 'service-administrator', area: '653100000000' });
  await report(piloting, 'workable', elsewhere).expect(404);
  const other = await drafter.agent.get(at(piloting)).expect(200);
  expect(other.body.pilot.places).toEqual([place]);
  expect((await report(piloting, 'unworkable').expect(200)).body).toMatchObject({
    ...{ state: 'draft', pilot: { reports: [{ place, outcome: 'unworkable', findings: '试点情况' }] } },
  });
  const piloted = await standardIn('piloted');
  const bare = await sign(piloted, 'no').expect(422);
  expect(bare.body).toMatchObject({ code: 'catalog.objection-without-reasons', rule: 'catalog/C10' });
  expect((await sign(piloted, 'no', { reasons: '县级无此情形' }).expect(200)).body).toMatchObject({
    ...{ state: 'draft', signatures: [{ answer: 'no', reasons: '县级无此情形' }] },
  });
});

test('catalog/C10: every place reports once and only for itself, every counterpart signs once and only for itself', async () => {
  const second = await givenOrganization(w);
  const { id } = (await drafted((await givenItem(w)).basicCode, { counterparts: [organization.id, second.id] })).body;
  const unsound = await drafter.agent.post(at(id, '/pilot'), { places: [place, place, '659999000000'] }).expect(422);
  expect(unsound.body).toMatchObject({ code: 'catalog.pilot-place-unsound', rule: 'catalog/C10' });
  expect(unsound.body.errors).toHaveLength(2);
  await drafter.agent.post(at(id, '/pilot'), { places: [place, '653100000000'] }).expect(200);
  await reporter.agent
    .post(at(id, '/pilot-reports'), { place: '653100000000', outcome: 'workable', findings: '代报' })
    .expect(403);
  expect((await report(id).expect(200)).body.state).toBe('piloting');
  const again = await report(id).expect(409);
  expect(again.body).toMatchObject({ code: 'catalog.reported-already', rule: 'catalog/C10' });
  const stray = { place: '650103000000', outcome: 'workable', findings: '未列入' };
  const not = await administrator.agent.post(at(id, '/pilot-reports'), stray).expect(422);
  expect(not.body).toMatchObject({ code: 'catalog.not-a-pilot-place', rule: 'catalog/C10' });
  await administrator.agent.post(at(id, '/pilot-reports'), { ...stray, place: '653100000000' }).expect(200);
  await sign(id, 'yes', { organizationId: second.id }).expect(403);
  expect((await sign(id).expect(200)).body.state).toBe('piloted');
  const twice = await sign(id).expect(409);
  expect(twice.body).toMatchObject({ code: 'catalog.signed-already', rule: 'catalog/C10' });
});

test('catalog/C10: a standard is drafted by an organ of the region with counterparts below it, one at a time, saying each thing once', async () => {
  const { basicCode } = await givenItem(w);
  const variants = [...content().variants, { number: 2, name: '注销', situations: [] }];
  for (const [code, more] of [
    ['catalog.counterpart-unsound', { counterparts: [department.id] }],
    ['catalog.standard-says-twice', { variants }],
    ['catalog.item-not-in-force', { basicCode: '000123999998' }],
  ] as const)
    expect((await drafted(basicCode, more)).body).toMatchObject({ status: 422, code });
  const county = { ...content(), basicCode, organizationId: organization.id };
  expect((await editor.agent.post(at(), county).expect(422)).body).toMatchObject({
    ...{ code: 'catalog.not-regional-department', rule: 'catalog/C10' },
  });
  const { id } = (await drafted(basicCode)).body;
  expect((await drafted(basicCode)).body).toMatchObject({ status: 409, code: 'catalog.standard-in-work', rule: 'catalog/C10' });
  await drafter.agent.put(at(id), content()).expect(428);
  await drafter.agent.with({ 'if-match': '"7"' }).put(at(id), content()).expect(412);
  await w.as().get(at(id)).expect(404);
});

test('catalog/C10: nobody signs or publishes what they wrote', async () => {
  const unit = { unit: department.id };
  const grants = [
    { role: 'implementation-editor', ...unit },
    { role: 'department-head', unit: organization.id },
  ];
  const all = await staff(w, ...grants, { role: 'service-administrator', area: region });
  const { basicCode } = await givenItem(w);
  const body = { ...content(), basicCode, organizationId: department.id };
  const { id } = (await all.agent.post(at(), body).expect(201)).body;
  await all.agent.post(at(id, '/pilot'), { places: [place] }).expect(200);
  await report(id).expect(200);
  const signing = await sign(id, 'yes', {}, all).expect(403);
  expect(signing.body).toMatchObject({ code: 'catalog.own-standard', rule: 'catalog/C10' });
  await sign(id).expect(200);
  const publishing = await all.agent.post(at(id, '/publication')).expect(403);
  expect(publishing.body.code).toBe('catalog.own-standard');
});

test('catalog/C10: from its first day on, lists cite the version in force and are variants that it knows', async () => {
  const { basicCode } = await givenItem(w);
  const early = await submit(basicCode, { splittingStandard: 1 }, { variantNumber: 9 });
  expect(early.body).toMatchObject({ status: 422, code: 'implementation.standard-unknown', rule: 'catalog/C10' });
  const id = await standardIn('published', basicCode);
  expect((await w.as().get(at(id)).expect(200)).body).toMatchObject({ number: 1, state: 'published' });
  const uncited = await submit(basicCode, {}, { variantNumber: 1, variantName: '新办' });
  expect(uncited.body).toMatchObject({ status: 422, code: 'implementation.standard-uncited', rule: 'catalog/C10' });
  const stray = await submit(basicCode, { splittingStandard: 1 }, { variantNumber: 3, variantName: '注销' });
  expect(stray.body).toMatchObject({ status: 422, code: 'implementation.variant-not-in-standard', rule: 'catalog/C10' });
  const known = await submit(basicCode, { splittingStandard: 1 }, { variantNumber: 2, variantName: '变更' });
  expect(known.body).toMatchObject({ state: 'submitted' });

  const second = await standardIn('countersigned', basicCode);
  const past = await administrator.agent.post(at(second, '/publication'), { effectiveFrom: '2020-01-01' }).expect(422);
  expect(past.body).toMatchObject({ code: 'catalog.effective-too-early' });
  const { body } = await administrator.agent.post(at(second, '/publication')).expect(200);
  expect([body.number, body.effectiveFrom]).toEqual([2, nextDay((await w.as().get(at(id))).body.effectiveFrom)]);
  await expect(w.rows(`update catalog.splitting_standard set content = '{}' where id = $1`, [id])).rejects.toThrow('immutable');
});
