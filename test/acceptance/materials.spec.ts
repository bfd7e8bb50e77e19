import { randomUUID } from 'node:crypto';
import type { GuideContent } from '../../src/modules/implementation/implementation.facade';
import { application, type Desk, givenCase, givenDesk, statement } from '../kit/given-case';
import { fileOf, pdf } from '../kit/given-file';
import { itemElements } from '../kit/given-item';
import { Ticks } from '../../src/kernel/jobs/ticks';
import { person } from '../kit/actors';
import { World } from '../kit/world';

const TYPE = '11100000000013338W001';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  const [first, second] = itemElements().materials;
  const materials = [first!, { ...second!, replaceableBy: { certificateType: TYPE } }];
  const overrides = { materials: materials.map((one) => ({ ...one, legalBasis: one.legalBasis! })) } as Partial<GuideContent>;
  desk = await givenDesk(w, { overrides });
});
afterAll(() => w.close());

const refusal = async (materials: object[]) =>
  (await desk.applicant.agent.post('/v1/cases', application(desk, { materials })).expect(422)).body as {
    code: string;
    errors: { pointer: string; code: string; detail: string }[];
  };
const told = ({ errors }: { errors: { pointer: string; code: string }[] }) =>
  errors.map(({ pointer, code }) => `${pointer} ${code}`);

test('acceptance/A8: everything that is wrong with the materials is named at once, each with its place', async () => {
  const reference = { code: 'M02', kind: 'certificate-reference' };
  const sent = await fileOf(desk.applicant, 'M02');
  const body = await refusal([
    statement('M01'),
    { ...sent, name: '材料.png' },
    statement('M77'),
    { ...sent, uploadId: randomUUID() },
    reference,
    { ...reference, confirmed: true },
    { code: 'M01', kind: 'commitment', text: '承诺', textVersion: '1' },
  ]);
  expect(body).toMatchObject({ code: 'acceptance.file-mismatch', rule: 'acceptance/A8' });
  expect(told(body)).toEqual([
    '/materials/1 acceptance.file-mismatch',
    '/materials/2 acceptance.beyond-the-guide',
    '/materials/3 acceptance.no-such-upload',
    '/materials/4 acceptance.certificate-not-confirmed',
    '/materials/5 acceptance.certificate-not-held',
    '/materials/6 acceptance.beyond-the-guide',
  ]);
  expect(body.errors[1]!.detail).toContain('M77');
});

test('acceptance/A4: of several that the guide does not name every one is named', async () => {
  const body = await refusal([statement('M01'), statement('M77'), statement('M78')]);
  expect(body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
  expect(JSON.stringify(body)).toContain('M77, M78');
  expect(told(body).map((line) => line.split(' ')[0])).toEqual(['/materials/1', '/materials/2']);
});

test('acceptance/A8: a material has the fields of its kind and no others, and the name of a file is no path', async () => {
  const sent = await fileOf(desk.applicant, 'M02');
  const { uploadId } = sent;
  const mixed = await refusal([
    { ...statement('M01'), uploadId },
    { ...sent, text: 'x', confirmed: true },
  ]);
  expect(told(mixed)).toEqual(['/materials/0/uploadId unknown', '/materials/1/text unknown', '/materials/1/confirmed unknown']);
  for (const name of ['../../etc/passwd', 'C:\\a.pdf', '..'])
    expect(told(await refusal([{ ...sent, name }]))).toEqual(['/materials/0/name name']);
});

test('acceptance/A8: several of one code in one hand-in are its parts; the next hand-in of the code takes the place of them all', async () => {
  const { applicant } = desk;
  const sides = [await fileOf(applicant, 'M02', pdf('正面')), await fileOf(applicant, 'M02', pdf('反面'))];
  const parts = [statement('M01'), ...sides];
  const { id } = await givenCase(desk, 'submitted', { materials: parts });
  const current = async () => {
    const { body } = await desk.clerk.agent.get(`/v1/cases/${id}/materials`).expect(200);
    return (body.items as { code: string }[]).map(({ code }) => code);
  };
  expect(await current()).toEqual(['M01', 'M02', 'M02']);
  await desk.clerk.agent.post(`/v1/cases/${id}/acceptance`).expect(200);
  const receipts = await desk.applicant.agent.get(`/v1/cases/${id}/receipts`).expect(200);
  const [receipt] = receipts.body.items as { content: { materials: { code: string }[] } }[];
  expect(receipt!.content.materials.map(({ code }) => code)).toEqual(['M01', 'M02', 'M02']);
});

test('acceptance/A3: a supplement that lacks something, and a notice that goes too far, say where', async () => {
  const points = [
    { material: 'M02', problem: '缺章' },
    { field: 'area', problem: '有误' },
  ];
  const { id } = await givenCase(desk);
  const unknown = [points[0]!, { material: 'M77', problem: '无' }, { field: 'colour', problem: '无' }];
  const beyond = await desk.clerk.agent.post(`/v1/cases/${id}/supplement-requests`, { points: unknown }).expect(422);
  expect(told(beyond.body)).toEqual(['/points/1 unknown', '/points/2 unknown']);
  const both = await desk.clerk.agent
    .post(`/v1/cases/${id}/supplement-requests`, { points: [...points, { problem: '无' }] })
    .expect(422);
  expect(told(both.body)).toEqual(['/points/2 names-nothing']);
  await desk.clerk.agent.post(`/v1/cases/${id}/supplement-requests`, { points }).expect(200);
  const short = await desk.applicant.agent.post(`/v1/cases/${id}/supplements`, { materials: [] }).expect(422);
  expect(short.body.errors).toMatchObject([
    { pointer: '/materials', code: 'missing', detail: 'M02' },
    { pointer: '/form/area', code: 'missing' },
  ]);
  const form = { placeName: '示例理发店', area: 41 };
  await desk.applicant.agent
    .post(`/v1/cases/${id}/supplements`, { form, materials: [await fileOf(desk.applicant, 'M02')] })
    .expect(200);
  const again = [points[0]!, { material: 'M01', problem: '无' }, { field: 'placeName', problem: '无' }];
  const late = await desk.clerk.agent.post(`/v1/cases/${id}/supplement-requests`, { points: again }).expect(422);
  expect(told(late.body)).toEqual(['/points/1 not-new', '/points/2 not-new']);
});

const handedIn = async (materials: object[], more: object = {}) =>
  desk.applicant.agent.post('/v1/cases', application(desk, { materials, ...more }));

test("acceptance/A8: a file is handed in by whoever sent it; a stranger's is as one that is not there", async () => {
  const theirs = await fileOf(await person(w), 'M02');
  const [stranger, nothing] = [await refusal([theirs]), await refusal([{ ...theirs, uploadId: randomUUID() }])];
  expect(stranger).toMatchObject({ code: 'acceptance.no-such-upload', rule: 'acceptance/A8' });
  expect(stranger.errors).toEqual(nothing.errors);
});

test('acceptance/A8: of two cases that hand in the same file at once one gets it; nothing of the other stays', async () => {
  const sent = await fileOf(desk.applicant, 'M02');
  const answers = await Promise.all(Array.from({ length: 4 }, () => handedIn([statement('M01'), sent], { submit: true })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  const refused = answers.find(({ status }) => status === 409)!.body as object;
  expect(refused).toMatchObject({
    code: 'acceptance.upload-taken',
    rule: 'acceptance/A8',
    errors: [{ pointer: '/materials/1' }],
  });
  const cases = await w.rows('select distinct case_id from acceptance.material where upload_id = $1', [sent.uploadId]);
  expect(cases).toHaveLength(1);
});

test('acceptance/A8: a file with a case outlives the day; one that its draft lost is removed with the next sweep', async () => {
  const [kept, lost] = [await fileOf(desk.applicant, 'M02'), await fileOf(desk.applicant, 'M02')];
  await givenCase(desk, 'submitted', { materials: [statement('M01'), kept] });
  const { body: draft } = await handedIn([lost]);
  const { form, channel } = application(desk);
  const agent = desk.applicant.agent.with({ 'if-match': '"1"' });
  await agent.put(`/v1/cases/${draft.id}`, { form, channel, materials: [lost] }).expect(200);
  await desk.applicant.agent.post(`/v1/cases/${draft.id}/discard`).expect(200);
  await w.turnClock({ hours: 25 });
  await w.get(Ticks).tick();
  await w.get(Ticks).tick();
  const state = async ({ uploadId }: { uploadId: string }) =>
    (await w.rows<{ state: string }>('select state from acceptance.upload where id = $1', [uploadId]))[0]!.state;
  expect([await state(kept), await state(lost)]).toEqual(['unscanned', 'removed']);
  expect(await refusal([lost])).toMatchObject({ code: 'acceptance.no-such-upload' });
});
