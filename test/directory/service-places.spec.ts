import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import { type Somebody, staff } from '../kit/actors';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let host: OrganizationCard;
let editor: Somebody;
beforeAll(async () => {
  w = await World.open();
  host = await givenOrganization(w);
  editor = await staff(w, { role: 'service-administrator', area: '650102000000' });
});
afterAll(() => w.close());

const PLACES = '/v1/service-places';
const NOWHERE = '00000000-0000-7000-8000-000000000000';
const hours = [{ weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '18:00' }];
const facts = () => ({ name: '示例区政务服务中心', hostId: host.id, address: '示例路 1 号', phone: '0991-0000000', hours });
const centre = () => ({ ...facts(), kind: 'centre', divisionCode: '650102000000' });
const registered = async (more = {}) =>
  (await editor.agent.post(PLACES, { ...centre(), ...more }).expect(201)).body as { id: string };

test('a place is registered, read by anybody, changed only with its ETag, and closed once', async () => {
  const made = await editor.agent.post(PLACES, centre()).expect(201);
  expect(made.body).toMatchObject({ ...centre(), state: 'open', version: 1 });
  expect(made.body.acts).toEqual(['change', 'open-window', 'close-window', 'close']);

  const path = `${PLACES}/${made.body.id}`;
  const { body, headers } = await w.as().get(path).expect(200);
  expect([body.name, body.acts, headers.etag]).toEqual(['示例区政务服务中心', [], '"1"']);

  const moved = { ...facts(), address: '示例路 2 号' };
  await editor.agent.put(path, moved).expect(428);
  await editor.agent.with({ 'if-match': '"9"' }).put(path, moved).expect(412);
  const changed = await editor.agent.with({ 'if-match': '"1"' }).put(path, moved).expect(200);
  expect([changed.body.address, changed.headers.etag]).toEqual(['示例路 2 号', '"2"']);

  await editor.agent.post(`${path}/closure`, { reason: '迁址' }).expect(200);
  const again = await editor.agent.post(`${path}/closure`, { reason: '迁址' }).expect(409);
  expect(again.body).toMatchObject({ code: 'kernel.not-possible-now', state: 'closed', acts: [] });
});

test('the level of the division decides the kind of place: a township has no centre, a district no station', async () => {
  const township = { divisionCode: '650102002000', name: '燕儿窝街道便民服务中心' };
  const { body } = await editor.agent.post(PLACES, { ...centre(), ...township }).expect(422);
  expect(body).toMatchObject({ code: 'directory.place-kind-and-level', basis: '新政发〔2022〕84号（六）' });
  await editor.agent.post(PLACES, { ...centre(), kind: 'convenience-station' }).expect(422);
  await registered({ ...township, kind: 'convenience-centre' });
  await registered({ kind: 'convenience-station', divisionCode: '650102002002', name: '燕儿窝南社区便民服务站' });
});

test('an outlet or self-service point names the organ that is responsible for it, also when it is changed', async () => {
  const point = { kind: 'self-service', name: '示例银行自助服务点' };
  const { body } = await editor.agent.post(PLACES, { ...centre(), ...point }).expect(422);
  expect(body.code).toBe('directory.responsible-organ-missing');
  const { id } = await registered({ ...point, responsibleId: host.id });
  const without = await editor.agent.with({ 'if-match': '"1"' }).put(`${PLACES}/${id}`, facts()).expect(422);
  expect(without.body.code).toBe('directory.responsible-organ-missing');
});

test('the host and the responsible organ are organizations that work', async () => {
  const closed = await givenOrganization(w);
  const { agent } = await staff(w, { role: 'platform-operator' });
  await agent.post(`/v1/organizations/${closed.id}/closure`, { reason: '机构改革撤销' }).expect(200);
  for (const wrong of [{ hostId: NOWHERE }, { responsibleId: NOWHERE }, { hostId: closed.id }]) {
    const { body } = await editor.agent.post(PLACES, { ...centre(), ...wrong }).expect(422);
    expect(body).toMatchObject({ code: 'directory.no-such-organization', rule: 'directory/D3' });
  }
});

test('directory/D2: no place is set up in a division that stands no more, nor (D3) in one that never was', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const ended = await agent.post(PLACES, { ...centre(), divisionCode: '654223000000' }).expect(422);
  expect(ended.body).toMatchObject({ code: 'directory.division-ended', rule: 'directory/D2' });
  const never = await agent.post(PLACES, { ...centre(), divisionCode: '650199000000' }).expect(422);
  expect(never.body).toMatchObject({ code: 'directory.no-such-division', rule: 'directory/D3' });
});

test.each([
  ['that overlap', [...hours, { weekdays: [5], opens: '17:00', closes: '20:00' }]],
  ['that end before they begin', [{ weekdays: [1], opens: '18:00', closes: '10:00' }]],
])('opening hours %s are refused', async (_, wrong) => {
  const { body } = await editor.agent.post(PLACES, { ...centre(), hours: wrong }).expect(422);
  expect(body.code).toBe('directory.hours-unsound');
});

test('opening hours that are no hours are refused, naming the field', async () => {
  const wrong = [{ weekdays: [8], opens: '25:00', closes: '18:00' }];
  const { body } = await editor.agent.post(PLACES, { ...centre(), hours: wrong }).expect(422);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/hours/0/weekdays', '/hours/0/opens']);
});

test('places are edited by the administrator of the area or the operator, by nobody else', async () => {
  const { id } = await registered();
  const elsewhere = await staff(w, { role: 'service-administrator', area: '653100000000' });
  await elsewhere.agent.post(PLACES, centre()).expect(403);
  await elsewhere.agent.post(`${PLACES}/${id}/closure`, { reason: '迁址' }).expect(403);
  const head = await staff(w, { role: 'department-head', unit: host.id });
  await head.agent.post(PLACES, centre()).expect(403);
  const operator = await staff(w, { role: 'platform-operator' });
  await operator.agent.post(`${PLACES}/${id}/closure`, { reason: '迁址' }).expect(200);
});

test('places are listed with those below a division, by kind, organization and state, page by page', async () => {
  const organ = await givenOrganization(w, { divisionCode: '654203000000' });
  const { agent } = await staff(w, { role: 'service-administrator', area: '654203000000' });
  const here = { ...centre(), divisionCode: '654203000000', hostId: organ.id };
  const ids: string[] = [];
  for (const more of [{}, {}, { kind: 'outlet', responsibleId: organ.id }])
    ids.push((await agent.post(PLACES, { ...here, ...more }).expect(201)).body.id);
  await agent.post(`${PLACES}/${ids[1]}/closure`, { reason: '迁址' }).expect(200);

  const listed = async (query: string) => {
    const { body } = await w.as().get(`${PLACES}?${query}`).expect(200);
    return { ids: body.items.map((place: { id: string }) => place.id), next: body.nextCursor as string | null };
  };
  // Along both relations of D1: Shawan lies in Tacheng, Tacheng under Ili.
  expect((await listed('division=654000000000')).ids).toEqual(ids);
  expect((await listed('division=654000000000&kind=outlet')).ids).toEqual([ids[2]]);
  expect((await listed(`organizationId=${organ.id}&state=open`)).ids).toEqual([ids[0], ids[2]]);
  const first = await listed('division=654203000000&limit=2');
  expect(first.ids).toEqual(ids.slice(0, 2));
  expect(await listed(`division=654203000000&limit=2&cursor=${first.next}`)).toEqual({ ids: ids.slice(2), next: null });
});

test('a cursor that this list never made is refused', async () => {
  const forged = Buffer.from(JSON.stringify(['650102000000', 'no-id'])).toString('base64url');
  const { body } = await w.as().get(`${PLACES}?cursor=${forged}`).expect(400);
  expect(body.code).toBe('kernel.bad-cursor');
});

describe('halls outside the centre', () => {
  let windows: string;
  let hall: Record<string, string>;
  beforeAll(async () => {
    windows = `${PLACES}/${(await registered()).id}/windows`;
  });
  beforeEach(async () => {
    const [department, administration] = [await givenOrganization(w), await givenOrganization(w)];
    const centreWindowId = await windowOf('comprehensive');
    const organs = { competentDepartmentId: department.id, administrationId: administration.id };
    hall = { decisionNumber: '示例政发〔2026〕1号', ...organs, centreWindowId };
  });

  let serial = 0;
  const windowOf = async (kind: string, more: object = {}) =>
    (await editor.agent.post(windows, { label: `H${++serial}`, name: '受理窗口', kind, ...more }).expect(201)).body.id as string;
  const outside = (more: object = {}) => ({
    ...centre(),
    kind: 'outside-hall',
    name: '示例业务大厅',
    hall: { ...hall, ...more },
  });
  const refused = async (body: object) => (await editor.agent.post(PLACES, body).expect(422)).body;

  test('directory/D6: a hall is registered with decision number, two supervisors and a window inside the centre', async () => {
    const { body } = await editor.agent.post(PLACES, outside()).expect(201);
    expect((await w.as().get(`${PLACES}/${body.id}`).expect(200)).body).toMatchObject({ kind: 'outside-hall', hall });
  });

  test('directory/D6: without one of them it is refused, each missing one named; no other place has them', async () => {
    const bare = await refused({ ...outside(), hall: undefined });
    expect(bare).toMatchObject({ code: 'directory.hall-incomplete', rule: 'directory/D6' });
    expect(bare.errors).toHaveLength(4);
    const { errors } = await refused(outside({ decisionNumber: undefined }));
    expect(errors).toMatchObject([{ pointer: '/hall/decisionNumber' }]);
    expect(await refused({ ...outside(), kind: 'centre' })).toMatchObject({ code: 'directory.hall-only', rule: 'directory/D6' });
  });

  test('directory/D6: the two supervisors differ, and the administration is that of the same division', async () => {
    const twice = await refused(outside({ administrationId: hall.competentDepartmentId }));
    expect(twice).toMatchObject({ code: 'directory.hall-supervisors', rule: 'directory/D6' });
    const elsewhere = await givenOrganization(w, { divisionCode: '650103000000' });
    expect((await refused(outside({ administrationId: elsewhere.id }))).code).toBe('directory.hall-supervisors');
    expect((await refused(outside({ competentDepartmentId: NOWHERE }))).code).toBe('directory.no-such-organization');
  });

  test('directory/D6: the window is open, accepts, takes its matters and stands in the centre of the same division', async () => {
    const closed = await windowOf('comprehensive');
    await editor.agent.post(`${windows}/${closed}/closure`, { reason: '整合' }).expect(200);
    const operator = await staff(w, { role: 'platform-operator' });
    const far = await operator.agent.post(PLACES, { ...centre(), divisionCode: '650103000000' }).expect(201);
    const farWindow = await operator.agent
      .post(`${PLACES}/${far.body.id}/windows`, { label: 'A01', name: '综合窗口', kind: 'comprehensive' })
      .expect(201);
    const another = await windowOf('comprehensive', { organizationId: (await givenOrganization(w)).id });
    for (const wrong of [closed, farWindow.body.id, another, await windowOf('could-not-get-it-done'), NOWHERE])
      expect(await refused(outside({ centreWindowId: wrong }))).toMatchObject({
        ...{ code: 'directory.hall-window', rule: 'directory/D6' },
      });
  });

  test('directory/D6: a supervisor of a hall is not closed until the hall has another, or is closed', async () => {
    const { id } = (await editor.agent.post(PLACES, outside()).expect(201)).body as { id: string };
    const operator = await staff(w, { role: 'platform-operator' });
    const close = (organ: string) => operator.agent.post(`/v1/organizations/${organ}/closure`, { reason: '机构改革撤销' });
    const refusal = { code: 'directory.supervises-hall', rule: 'directory/D6' };
    for (const organ of [hall.competentDepartmentId!, hall.administrationId!])
      expect((await close(organ).expect(409)).body).toMatchObject(refusal);
    const next = { ...hall, competentDepartmentId: (await givenOrganization(w)).id };
    await editor.agent
      .with({ 'if-match': '"1"' })
      .put(`${PLACES}/${id}`, { ...facts(), hall: next })
      .expect(200);
    await close(hall.competentDepartmentId!).expect(200);
    await editor.agent.post(`${PLACES}/${id}/closure`, { reason: '整合' }).expect(200);
    await close(hall.administrationId!).expect(200);
  });

  test('directory/D6: the window stays as long as the hall needs it: not closed, nor its centre, until the hall has another', async () => {
    const { id } = (await editor.agent.post(PLACES, outside()).expect(201)).body as { id: string };
    const close = (window: string) => editor.agent.post(`${windows}/${window}/closure`, { reason: '整合' });
    expect((await close(hall.centreWindowId!).expect(409)).body).toMatchObject({
      ...{ code: 'directory.hall-needs-window', rule: 'directory/D6' },
    });
    await editor.agent.post(`${windows.replace('/windows', '')}/closure`, { reason: '迁址' }).expect(409);
    const next = await windowOf('one-matter');
    const changed = { ...facts(), hall: { ...hall, centreWindowId: next } };
    await editor.agent.with({ 'if-match': '"1"' }).put(`${PLACES}/${id}`, changed).expect(200);
    await close(hall.centreWindowId!).expect(200);
    await editor.agent.post(`${PLACES}/${id}/closure`, { reason: '整合' }).expect(200);
    await close(next).expect(200);
  });
});
