import { platform } from '../../src/kernel/authz/actor';
import { cleared } from '../../src/modules/catalog/catalog.facade';
import { adoptingDivision } from '../../src/modules/catalog/standing.facade';
import type { Guide } from '../../src/modules/implementation/implementation.facade';
import { StaffService } from '../../src/modules/identity/staff/staff.service';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

const COUNTY = '650103000000';
const TOWNSHIP = '650103001000';

let w: World;
let region: Somebody;
let city: Somebody;
let county: Somebody;
beforeAll(async () => {
  w = await World.open();
  const administrator = (area: string) => staff(w, { role: 'service-administrator', area });
  [region, city, county] = [
    await administrator('650000000000'),
    await administrator('650100000000'),
    await administrator(COUNTY),
  ];
});
afterAll(() => w.close());

const at = (id: string, act = '') => `/v1/implementations/${id}${act}`;
const verdict = (outcome: string) => ({ outcome, reasons: '要素完整，与基本目录一致。' });
const inbox = async (somebody: Somebody) =>
  (await somebody.agent.get('/v1/me/inbox').expect(200)).body.items.map(({ title }: { title: string }) => title) as string[];
const limits = (id: string) =>
  w.rows<{ state: string; due_on: string }>(
    'select state, due_on::text from time_limits.limit where subject_id = $1 order by id',
    [id],
  );

interface Draft {
  id: string;
  editor: Somebody;
}

async function drafted(divisionCode: string, level: Guide['level'] = '4', content = guideContent()): Promise<Draft> {
  const { id: organizationId, areaPath } = await givenOrganization(w, { divisionCode });
  const { basicCode } = await givenItem(w, { exerciseLevels: [level] }, adoptingDivision(areaPath, level));
  const editor = await staff(w, { role: 'implementation-editor', unit: organizationId });
  const { body } = await editor.agent.post('/v1/implementations', { organizationId, basicCode, level }).expect(201);
  await editor.agent.with({ 'if-match': '"1"' }).put(at(body.id), content).expect(200);
  return { id: body.id, editor };
}

async function submitted(divisionCode: string, level: Guide['level'] = '4'): Promise<Draft> {
  const draft = await drafted(divisionCode, level);
  await draft.editor.agent.post(at(draft.id, '/submission')).expect(200);
  return draft;
}

async function isAskedOf(id: string, body: Somebody, ...others: Somebody[]): Promise<void> {
  for (const other of others) {
    const seen = (await other.agent.get(at(id)).expect(200)).body;
    expect(seen.acts).toEqual(expect.not.arrayContaining(['approve', 'return', 'publish']));
    const refused = await other.agent.post(at(id, '/audit'), verdict('approved')).expect(403);
    expect(refused.body.code).toBe('kernel.not-allowed');
  }
  await body.agent.post(at(id, '/audit'), verdict('approved')).expect(200);
  await body.agent.post(at(id, '/secrecy-review'), cleared).expect(200);
  for (const other of others) await other.agent.post(at(id, '/publication')).expect(403);
  await body.agent.post(at(id, '/publication')).expect(200);
}

test('implementation/I8: the body of the same level audits and publishes, and none above it', async () => {
  const { id, editor } = await submitted(COUNTY);
  expect((await editor.agent.get(at(id)).expect(200)).body.auditDivision).toBe(COUNTY);
  await isAskedOf(id, county, city, region);
});

test('implementation/I8: a township without a body is audited by the nearest one upwards, its county', async () => {
  const { id } = await submitted(TOWNSHIP, '5');
  await isAskedOf(id, county, city, region);
  const own = await staff(w, { role: 'service-administrator', area: TOWNSHIP });
  const { id: next } = await submitted(TOWNSHIP, '5');
  await isAskedOf(next, own, county, region);
});

test('implementation/I8: what a body was asked goes to the next one above when its last member has left', async () => {
  const place = '650104000000';
  const only = await staff(w, { role: 'service-administrator', area: place });
  const { id } = await submitted(place);
  await w.get(StaffService).deactivate(platform('test'), only.id, { reason: '调离' });
  await w.settle();
  expect((await city.agent.get(at(id)).expect(200)).body.auditDivision).toBe('650100000000');
  await isAskedOf(id, city, region);
});

test('implementation/I8: five working days from the submission, met by publication or by a return with reasons', async () => {
  const { id, editor } = await submitted(COUNTY);
  expect(await limits(id)).toEqual([{ state: 'running', due_on: expect.any(String) }]);
  await county.agent.post(at(id, '/audit'), { outcome: 'returned' }).expect(422);
  await county.agent.post(at(id, '/audit'), verdict('returned')).expect(200);
  await editor.agent.post(at(id, '/submission')).expect(200);
  await county.agent.post(at(id, '/secrecy-review'), { ...cleared, grade: 'work-secret', outcome: 'refused' }).expect(200);
  await editor.agent.post(at(id, '/submission')).expect(200);
  await isAskedOf(id, county, region);
  expect((await limits(id)).map(({ state }) => state)).toEqual(['met', 'met', 'met']);
});

test('implementation/I8: an audit that is late is told to the body and to the next one above; what was published is not', async () => {
  const { id } = await submitted(COUNTY);
  const { id: ended } = await submitted(COUNTY);
  await county.agent.post(at(ended, '/withdrawal'), { reason: '停办' }).expect(200);
  await w.turnClock({ days: 30 });
  await w.settle();
  expect((await limits(id)).map(({ state }) => state)).toEqual(['exceeded']);
  expect((await limits(ended)).map(({ state }) => state)).toEqual(['cancelled']);
  const overdue = 'An audit of an implementation list is overdue';
  expect(await inbox(county)).toEqual(expect.arrayContaining([overdue, 'An audit of an implementation list is due']));
  expect((await inbox(city)).filter((title) => title === overdue)).toHaveLength(1);
  expect(await inbox(region)).not.toContain(overdue);
  await isAskedOf(id, county, city);
});

describe('implementation/I4: more steps than are allowed', () => {
  const extra = (code: string, name: string) => ({ code, name, countsAsStep: true });
  const content = guideContent();
  const four = { ...content, steps: [...content.steps!, extra('S4', '复审')] };
  const five = { ...content, steps: [...four.steps, extra('S5', '会审')] };
  const reason = { reason: '涉及公共安全，须经复审' };
  const grant = { outcome: 'granted', reasons: '确有必要', documentNumber: '示例〔2026〕3号' };
  const ask = ({ id, editor }: Draft) => editor.agent.post(at(id, '/step-approval'), reason);
  const decide = (id: string, by: Somebody, body: object = grant) => by.agent.post(at(id, '/step-approval/decision'), body);
  const refused = (code: string) => expect.objectContaining({ code: `implementation.${code}`, rule: 'implementation/I4' });
  const edit = async ({ id, editor }: Draft, to: object) => {
    const { headers } = await editor.agent.get(at(id)).expect(200);
    return editor.agent.with({ 'if-match': headers.etag! }).put(at(id), to).expect(200);
  };

  test('implementation/I4: a granted approval covers exactly so many steps, and the published version carries it', async () => {
    const draft = await drafted(COUNTY, '4', four);
    const { id, editor } = draft;
    const without = await editor.agent.post(at(id, '/submission')).expect(422);
    expect(without.body).toEqual(refused('too-many-steps'));
    expect((await editor.agent.get(at(id)).expect(200)).body.acts).toContain('ask-approval');
    await ask(draft).expect(200);
    expect((await ask(draft).expect(409)).body).toEqual(refused('approval-asked-already'));
    expect(await inbox(county)).toContain('An approval of more steps is asked for');
    await decide(id, city).expect(403);
    expect((await decide(id, county, { ...grant, documentNumber: undefined }).expect(422)).body).toEqual(
      refused('approval-number-missing'),
    );
    const granted = (await decide(id, county).expect(200)).body;
    expect(granted.stepApproval).toMatchObject({ state: 'granted', steps: 4, authority: '沙依巴克区政务服务管理机构' });
    expect(await inbox(editor)).toContain('More steps were approved');
    expect((await decide(id, county).expect(409)).body).toEqual(refused('approval-not-asked'));
    await edit(draft, five);
    expect((await editor.agent.post(at(id, '/submission')).expect(422)).body).toEqual(refused('too-many-steps'));
    await edit(draft, four);
    await editor.agent.post(at(id, '/submission')).expect(200);
    await isAskedOf(id, county);
    const { guide } = (await w.as().get(`/v1/guides/${granted.variantCode}`).expect(200)).body;
    expect(guide.reasonedApproval).toEqual({
      ...{ authority: '沙依巴克区政务服务管理机构', documentNumber: grant.documentNumber, reason: grant.reasons, steps: 4 },
      approvedOn: granted.stepApproval.decidedOn,
    });
  });

  test('implementation/I4: a refusal has reasons, and the list stays a draft that may ask again', async () => {
    const draft = await drafted(COUNTY, '4', four);
    await ask(draft).expect(200);
    await decide(draft.id, county, { outcome: 'refused' }).expect(422);
    const { body } = await decide(draft.id, county, { outcome: 'refused', reasons: '可以并入审查环节' }).expect(200);
    expect(body).toMatchObject({ state: 'draft', stepApproval: { state: 'refused', reasons: '可以并入审查环节' } });
    expect((await draft.editor.agent.post(at(draft.id, '/submission')).expect(422)).body).toEqual(refused('too-many-steps'));
    await ask(draft).expect(200);
  });

  test('implementation/I4: nobody approves their own draft, none is asked for where none is needed, and no editor names one', async () => {
    const three = await drafted(COUNTY);
    expect((await ask(three).expect(422)).body).toEqual(refused('approval-not-needed'));
    const named = { ...four, reasonedApproval: { authority: '示例区人民政府', documentNumber: '1', reason: '有必要' } };
    await three.editor.agent.with({ 'if-match': '"2"' }).put(at(three.id), named).expect(422);
    const { organizationId } = (await three.editor.agent.get(at(three.id)).expect(200)).body;
    const grants = [
      { role: 'implementation-editor', unit: organizationId },
      { role: 'service-administrator', area: COUNTY },
    ];
    const both = await staff(w, ...grants);
    await edit({ id: three.id, editor: both }, four);
    await ask({ id: three.id, editor: both }).expect(200);
    expect((await decide(three.id, both).expect(403)).body).toEqual(refused('approval-own-request'));
  });
});
