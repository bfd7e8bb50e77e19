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
