import { platform } from '../../src/kernel/authz/actor';
import { type BundleDocument, BundlesFacade } from '../../src/modules/bundles/bundles.facade';
import { person } from '../kit/actors';
import { givenBundle, type JourneyBody, newbornApplication, newBundleCode } from '../kit/given-bundle';
import { type Desk, givenCase, givenDesk, statement } from '../kit/given-case';
import { givenEnterprise } from '../kit/given-enterprise';
import { fileOf } from '../kit/given-file';
import { World } from '../kit/world';

let w: World;
let desks: [Desk, Desk];
let document: BundleDocument;
beforeAll(async () => {
  w = await World.open();
  // Two departments whose items ask for the same form and for materials of the same codes.
  desks = [await givenDesk(w), await givenDesk(w)];
  const both = (asked: object) => ['first', 'second'].map((member) => ({ member, ...asked })) as never;
  document = await w.get(BundlesFacade).publish(platform('test'), {
    ...{ code: newBundleCode(), leadOrganizationId: desks[0].guide.organization.id, theme: '开办理发店', name: '开办理发店' },
    members: ['first', 'second'].map((key, index) => ({ key, code: desks[index]!.guide.variantCode })),
    fields: [
      { name: 'placeName', title: '场所名称', asks: both({ field: 'placeName' }) },
      { name: 'area', title: '面积', asks: both({ field: 'area' }) },
    ],
    materials: ['M01', 'M02'].map((code) => ({ code, name: code, asks: both({ material: code }) })),
    edges: [{ from: 'first', to: 'second', after: 'granted' }],
    promisedDays: 20,
  });
});
afterAll(() => w.close());

const application = (more: object = {}) => ({
  ...{ code: document.code, channel: 'online', form: { placeName: '示例理发店', area: 40 } },
  materials: [statement('M01'), statement('M02')],
  ...more,
});

test('bundles/B3: a representative applies for an enterprise; what follows is submitted in the same name', async () => {
  const representative = await person(w);
  const { id: applicantId } = await givenEnterprise(w, representative.id, '示例理发有限公司');
  // Nothing flows in this bundle, so there is nothing to agree to.
  const { body } = await representative.agent.post('/v1/journeys', application({ applicantId })).expect(201);
  const { members } = body as JourneyBody;
  for (const [path, sent] of [
    ['acceptance', {}],
    ['decision', { granted: true }],
  ] as const)
    await desks[0].head.agent.post(`/v1/cases/${members[0]!.caseId}/${path}`, sent).expect(200);
  await w.settle();
  const cases = await w.rows('select applicant_id, agent_id from acceptance."case" where journey_ref = $1', [body.id]);
  expect(cases).toHaveLength(2);
  for (const kase of cases) expect(kase).toMatchObject({ applicant_id: applicantId, agent_id: representative.id });
  const read = await representative.agent.get(`/v1/journeys/${body.id}`).expect(200);
  expect(read.body.members[1]).toMatchObject({ key: 'second', state: 'submitted', caseState: 'submitted' });
  const { body: own } = await representative.agent.get('/v1/journeys').expect(200);
  expect(own.items.map(({ id }: { id: string }) => id)).toEqual([body.id]);
});

test('acceptance/A15: an agent whose authority was revoked sees the journey no more and is named in no case that follows', async () => {
  const [applicant, agent] = [await person(w), await person(w)];
  const authority = { partyId: applicant.id, agentId: agent.id, validFrom: '2026-01-01' };
  const { body: given } = await applicant.agent.post('/v1/me/authorities', authority).expect(201);
  const { body } = await agent.agent.post('/v1/journeys', application({ applicantId: applicant.id })).expect(201);
  await agent.agent.get(`/v1/journeys/${body.id}`).expect(200);
  await applicant.agent.post(`/v1/me/authorities/${given.id}/revocation`).expect(200);
  await agent.agent.get(`/v1/journeys/${body.id}`).expect(404);
  await agent.agent.post(`/v1/journeys/${body.id}/stop`).expect(404);
  expect((await agent.agent.get('/v1/journeys').expect(200)).body.items).toEqual([]);
  const first = (body as JourneyBody).members[0]!.caseId;
  await desks[0].head.agent.post(`/v1/cases/${first}/acceptance`).expect(200);
  await desks[0].head.agent.post(`/v1/cases/${first}/decision`, { granted: true }).expect(200);
  await w.settle();
  const cases = await w.rows('select agent_id from acceptance."case" where journey_ref = $1 order by submitted_at', [body.id]);
  expect(cases).toEqual([{ agent_id: agent.id }, { agent_id: null }]);
});

test('bundles/B1: one material serves every member that asks for it', async () => {
  const { agent } = await person(w);
  const { body } = await agent.post('/v1/journeys', application()).expect(201);
  const items = await agent.get(`/v1/cases/${body.members[0].caseId}/materials`).expect(200);
  expect(items.body.items.map(({ code }: { code: string }) => code)).toEqual(['M01', 'M02']);
});

test('acceptance/A8, acceptance/A16: what is wrong with materials or channel is said of the application as a whole', async () => {
  const { agent } = await person(w);
  const materials = [statement('M01'), { ...(await fileOf({ agent }, 'M02')), name: '材料.png' }];
  const wrong = await agent.post('/v1/journeys', application({ materials })).expect(422);
  expect(wrong.body).toMatchObject({ code: 'acceptance.file-mismatch', rule: 'acceptance/A8' });
  expect(wrong.body.errors).toMatchObject([{ pointer: '/materials/1', code: 'acceptance.file-mismatch' }]);
  const { body } = await agent.post('/v1/journeys', application({ channel: 'window' })).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.channel-of-the-organization', rule: 'acceptance/A16' });
  expect(body.errors).toMatchObject([{ pointer: '/channel' }]);
});

test('bundles/B1, acceptance/A8: a file that is sent once serves every member that asks for it, and no other journey', async () => {
  const { agent } = await person(w);
  const file = await fileOf({ agent }, 'M02');
  const materials = [statement('M01'), file];
  const { body } = await agent.post('/v1/journeys', application({ materials })).expect(201);
  const [upload] = await w.rows<{ to: string }>('select bound_to as to from acceptance.upload where id = $1', [file.uploadId]);
  expect(upload!.to).toBe(body.id);
  const again = await agent.post('/v1/journeys', application({ materials })).expect(409);
  expect(again.body).toMatchObject({ code: 'acceptance.upload-taken', rule: 'acceptance/A8' });
});

test('bundles/B3: several who apply at the same moment do not wait for each other in a circle', async () => {
  const bundle = await givenBundle(w);
  const applicants = await Promise.all(Array.from({ length: 6 }, () => person(w)));
  const answers = await Promise.all(applicants.map(({ agent }) => agent.post('/v1/journeys', newbornApplication(bundle))));
  expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
  expect(new Set(answers.map(({ body }) => (body as JourneyBody).journeyNumber)).size).toBe(6);
});

test('bundles/B3: the same application sent twice is one journey', async () => {
  const { agent } = await person(w);
  const once = agent.with({ 'idempotency-key': 'one-and-the-same-key' });
  const [first, second] = [await once.post('/v1/journeys', application()), await once.post('/v1/journeys', application())];
  expect([first.status, second.status, second.body.id]).toEqual([201, 201, first.body.id]);
});

test('bundles/B4: a case that belongs to no journey of ours goes its own way', async () => {
  const alone = await givenCase(desks[0], 'completed');
  await w.settle();
  expect(await w.rows('select 1 from bundles.journey_member where case_id = $1', [alone.id])).toEqual([]);
});
