import { platform } from '../../src/kernel/authz/actor';
import { DirectoryFacade } from '../../src/modules/directory/directory.facade';
import type { GuideContent } from '../../src/modules/implementation/implementation.facade';
import { newIdNumber, staff } from '../kit/actors';
import { application, type Desk, givenCase, givenDesk } from '../kit/given-case';
import { guideContent } from '../kit/given-guide';
import { givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { givenWindow } from '../kit/given-window';
import { World } from '../kit/world';

const DISTRICT = '650102000000';
const TOWNSHIP = '650102002000';
const coverage = { fullyOnline: false, notFullyOnlineReason: '须核验原件', inCentre: true, onPlatform: true };

let w: World;
let desk: Desk;
let hostId: string;
let window: string;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w, { overrides: { coverage } });
  hostId = desk.guide.organization.id;
  window = (await givenWindow(w, { divisionCode: DISTRICT, hostId })).id;
});
afterAll(() => w.close());

interface Line {
  act: string;
  note: Record<string, unknown>;
}
const noteOf = async (id: string, act: string): Promise<Line['note'] | undefined> => {
  const { body } = await desk.clerk.agent.get(`/v1/cases/${id}/history`).expect(200);
  return (body as { items: Line[] }).items.find((line) => line.act === act)?.note;
};
const over = (act: string, at: Desk = desk) => {
  const atTheCounter = { channel: 'window', applicantId: at.applicant.id, submit: true };
  return at.clerk.agent.post(act, application(at, atTheCounter));
};
const counterCase = async (): Promise<string> => (await over('/v1/cases').expect(201)).body.id as string;
const accept = (id: string, body?: object, by = desk.clerk) => by.agent.post(`/v1/cases/${id}/acceptance`, body);

/** Windows where nothing of this desk may be accepted. */
const UNFIT: Record<string, [code: string, given: () => Promise<string>]> = {
  'that nobody registered': ['window-unknown', () => Promise.resolve('00000000-0000-7000-8000-000000000000')],
  'that is closed': [
    'window-unknown',
    async () => {
      const { id, placeId } = await givenWindow(w, { divisionCode: DISTRICT, hostId });
      const administrator = await staff(w, { role: 'service-administrator', area: DISTRICT });
      await administrator.agent.post(`/v1/service-places/${placeId}/windows/${id}/closure`, { reason: '整合' }).expect(200);
      return id;
    },
  ],
  'for complaints': [
    'window-kind',
    async () => (await givenWindow(w, { divisionCode: DISTRICT, hostId }, { kind: 'could-not-get-it-done' })).id,
  ],
  'of another organ': [
    'window-of-another-organ',
    async () => {
      const organizationId = (await givenOrganization(w)).id;
      return (await givenWindow(w, { divisionCode: DISTRICT, hostId }, { organizationId })).id;
    },
  ],
  'in the centre of another division': [
    'window-elsewhere',
    async () => (await givenWindow(w, { divisionCode: '650103000000', hostId })).id,
  ],
  'in an outlet of the same division': [
    'window-elsewhere',
    async () => (await givenWindow(w, { divisionCode: DISTRICT, hostId, kind: 'outlet' })).id,
  ],
};

test.each(Object.entries(UNFIT))(
  'acceptance/A25: an item of the centre is not accepted at a window %s',
  async (_, [code, given]) => {
    const id = await counterCase();
    const { body } = await accept(id, { windowId: await given() }).expect(422);
    expect(body).toMatchObject({ code: `acceptance.${code}`, rule: 'acceptance/A25', errors: [{ pointer: '/windowId', code }] });
  },
);

test('acceptance/A25: an item of the centre is accepted and delivered at a registered window, which history and documents name', async () => {
  const id = await counterCase();
  const { body } = await accept(id).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.window-missing', rule: 'acceptance/A25', basis: '新政发〔2022〕84号（六）' });
  await accept(id, { windowId: 'A01' }).expect(422);
  await accept(id, { windowId: window }).expect(200);
  await desk.officer.agent.post(`/v1/cases/${id}/decision`, { granted: true }).expect(200);
  const deliver = (more: object) => desk.clerk.agent.post(`/v1/cases/${id}/delivery`, { method: 'window', ...more });
  expect((await deliver({}).expect(422)).body.code).toBe('acceptance.window-missing');
  await deliver({ windowId: window }).expect(200);
  expect(await noteOf(id, 'accept')).toMatchObject({ windowId: window });
  expect(await noteOf(id, 'deliver')).toMatchObject({ method: 'window', windowId: window });
  const { items } = (await desk.applicant.agent.get(`/v1/cases/${id}/receipts`).expect(200)).body as {
    items: { kind: string; content: object }[];
  };
  const named = { window: { id: window, label: 'A01', place: '示例政务服务场所' } };
  for (const kind of ['acceptance', 'delivery']) {
    expect(items.find((one) => one.kind === kind)?.content).toMatchObject(named);
  }
});

test('acceptance/A25: what comes in online or goes out by post needs no window, nor does what is not in the centre', async () => {
  const { id } = await givenCase(desk, 'decided');
  await desk.clerk.agent.post(`/v1/cases/${id}/delivery`, { method: 'post', note: 'EMS 0001' }).expect(200);
  expect(await noteOf(id, 'accept')).not.toHaveProperty('windowId');
  const outside = await givenDesk(w);
  const { body } = await over('/v1/cases', outside).expect(201);
  await accept(body.id as string, {}, outside.clerk).expect(200);
});

test('acceptance/A25: a hall outside the centre that was decided upon counts as the centre (directory/D6)', async () => {
  const [department, administration] = [await givenOrganization(w), await givenOrganization(w)];
  const { id: centreWindowId } = await givenWindow(w, { divisionCode: DISTRICT, hostId });
  const hall = {
    ...{ decisionNumber: '示例政发〔2026〕1号', competentDepartmentId: department.id, administrationId: administration.id },
    centreWindowId,
  };
  const { id: windowId } = await givenWindow(w, { divisionCode: DISTRICT, hostId, kind: 'outside-hall', hall });
  await accept(await counterCase(), { windowId }).expect(200);
});

test('acceptance/A25: what came down to a township is accepted in its convenience centre, and nowhere else there (directory/D5)', async () => {
  const township = await givenOrganization(w, { divisionCode: TOWNSHIP });
  const clerk = await staff(w, { role: 'clerk', unit: township.id });
  const at = async (kind: 'convenience-centre' | 'outlet') =>
    (await givenWindow(w, { divisionCode: TOWNSHIP, hostId: township.id, kind })).id;
  const [windowId, outlet] = [await at('convenience-centre'), await at('outlet')];
  const id = await counterCase();
  await accept(id, { windowId }).expect(422);
  const [{ day }] = (await w.rows(`select (kernel.now() at time zone 'Asia/Shanghai')::date::text as day`)) as [{ day: string }];
  await w.get(DirectoryFacade).arrange(platform('test'), {
    ...{ grantorId: hostId, receiverId: township.id, mode: 'entrusted-acceptance', decides: 'grantor', liable: 'grantor' },
    ...{ itemCodes: [desk.guide.guide.basicCode], documentNumber: '示例〔2026〕1号', fromOn: day },
  });
  await accept(id, { windowId: outlet }, clerk).expect(422);
  await accept(id, { windowId }, clerk).expect(200);
});

test('acceptance/A25: on the spot, one window serves for acceptance and delivery', async () => {
  const handling = 'on-the-spot';
  const spot = await givenDesk(w, { organization: desk.guide.organization, overrides: { coverage, handling } });
  const body = {
    ...application(spot, { applicantId: spot.applicant.id, channel: 'window' }),
    ...{ decision: { granted: true }, delivery: { method: 'window' } },
  };
  const refused = await spot.officer.agent.post('/v1/on-the-spot-cases', body).expect(422);
  expect(refused.body.code).toBe('acceptance.window-missing');
  const { id } = (await spot.officer.agent.post('/v1/on-the-spot-cases', { ...body, windowId: window }).expect(201)).body;
  expect(await noteOf(id as string, 'deliver')).toMatchObject({ windowId: window });
});

async function submitted(content: Partial<GuideContent>) {
  const organization = await givenOrganization(w);
  const editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
  const { materials, acceptanceConditions } = content;
  const item = await givenItem(w, { ...(materials && { materials }), ...(acceptanceConditions && { acceptanceConditions }) });
  const draft = { organizationId: organization.id, basicCode: item.basicCode, level: '4' };
  const { id } = (await editor.agent.post('/v1/implementations', draft).expect(201)).body;
  await editor.agent.with({ 'if-match': '"1"' }).put(`/v1/implementations/${id}`, guideContent(content)).expect(200);
  return editor.agent.post(`/v1/implementations/${id}/submission`);
}

test('acceptance/A25: a guide leaves the centre only for a cause of the closed list', async () => {
  const outside = { ...coverage, inCentre: false, notInCentreReason: '大厅面积不足' };
  const { body } = (await submitted({ coverage: outside })) as { body: object };
  expect(body).toMatchObject({
    ...{ code: 'implementation.outside-centre-without-cause', rule: 'acceptance/A25' },
    errors: [{ pointer: '/coverage/notInCentreCause' }],
  });
  const { status } = await submitted({ coverage: { ...outside, notInCentreCause: 'site-limits' } });
  expect(status).toBe(200);
});

test('acceptance/A24: from the registration of a person to the delivery, a clerk does everything at the window, with nothing online before', async () => {
  const { clerk, officer } = desk;
  const facts = { name: '阿依古丽', idNumber: newIdNumber(), presence: { how: 'card-read', reference: '读卡回执 0001' } };
  const { body: person } = await clerk.agent.post('/v1/persons', facts).expect(201);
  const atTheCounter = { channel: 'window', applicantId: person.id, submit: true };
  const { body: kase } = await clerk.agent.post('/v1/cases', application(desk, atTheCounter)).expect(201);
  await accept(kase.id as string, { windowId: window }).expect(200);
  await officer.agent.post(`/v1/cases/${kase.id}/decision`, { granted: true }).expect(200);
  const delivered = await clerk.agent.post(`/v1/cases/${kase.id}/delivery`, { method: 'window', windowId: window }).expect(200);
  expect(delivered.body).toMatchObject({ state: 'completed', channel: 'window' });
});

const step = (code: string, name: string) => ({ code, name, countsAsStep: true });
const required = { type: 'object', properties: { code: { type: 'string', title: '网上申报编号' } }, required: ['code'] };

// A case asks for what its guide names and for nothing else (A4): what no guide can demand, no window can.
test.each<[string, Partial<GuideContent>, string]>([
  ['a step', { steps: [step('S1', '网上预约'), step('S2', '受理'), step('S3', '办结')] }, '/steps/0'],
  ['a field of the form', { form: required }, '/form/required/0'],
])(
  'acceptance/A24: a guide that demands an appointment or an online application first is refused: %s',
  async (_, content, pointer) => {
    const { body } = (await submitted(content)) as { body: object };
    expect(body).toMatchObject({
      ...{ code: 'implementation.online-demanded-first', rule: 'acceptance/A24' },
      errors: expect.arrayContaining([expect.objectContaining({ pointer })]) as object[],
    });
  },
);
