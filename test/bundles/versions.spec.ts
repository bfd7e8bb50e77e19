import { platform } from '../../src/kernel/authz/actor';
import { BundlesFacade } from '../../src/modules/bundles/bundles.facade';
import { type GuideContent, ImplementationFacade } from '../../src/modules/implementation/implementation.facade';
import { person, staff } from '../kit/actors';
import {
  type GivenBundle,
  givenBundle,
  givenJourney,
  handle,
  journeyOf,
  newbornApplication,
  newbornContent,
  standing,
} from '../kit/given-bundle';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

async function desk({ document, guides }: GivenBundle) {
  const editor = await staff(w, { role: 'implementation-editor', unit: guides.birth.organization.id });
  const administrator = await staff(w, { role: 'service-administrator', area: '650100000000' });
  return { path: `/v1/bundles/${document.bundleId}`, editor, administrator };
}

/** The next version of a member's guide, as an import brings it. */
async function republish({ guides }: GivenBundle, key: 'birth' | 'guidance', change: Partial<GuideContent>): Promise<void> {
  const { guide, organization } = guides[key];
  const { basicCode, level, procedureLaw } = guide;
  const follows = ['basicCode', 'itemType', 'level', 'organization', 'procedureLaw'];
  const kept = Object.fromEntries(Object.entries(guide).filter(([key]) => !follows.includes(key)));
  const content: GuideContent = { ...kept, procedureBasis: procedureLaw.basis, ...change };
  const list = { organizationId: organization.id, basicCode, level, content, approvedUnder: '示例〔2026〕2号' };
  await w.get(ImplementationFacade).publish(platform('test'), list);
}

test('bundles/B6: a new version is for new journeys; one that has begun keeps its own', async () => {
  const bundle = await givenBundle(w);
  const journey = await givenJourney(w, bundle);
  const { path, editor, administrator } = await desk(bundle);
  // The new version wants household registration to be complete before the birth certificate counts for insurance, and drops guidance.
  const sound = newbornContent(bundle.guides);
  const members = sound.members.filter(({ key }) => key !== 'guidance');
  const fields = sound.fields.map((field) => ({ ...field, asks: field.asks.filter(({ member }) => member !== 'guidance') }));
  const edges = sound.edges.map((edge) => ({ ...edge, after: 'completed' as const }));
  const revision = { ...sound, members, fields, edges };
  const read = await editor.agent.get(path).expect(200);
  await editor.agent.with({ 'if-match': read.headers.etag! }).put(path, revision).expect(200);
  expect((await w.get(BundlesFacade).inForce(bundle.code))!.versionNumber).toBe(1);
  await administrator.agent.post(`${path}/publication`).expect(200);
  const inForce = (await w.get(BundlesFacade).inForce(bundle.code))!;
  expect(inForce).toMatchObject({ versionNumber: 2, bundleId: bundle.document.bundleId });

  const { agent } = await person(w);
  const begun = await agent.post('/v1/journeys', newbornApplication(bundle)).expect(201);
  expect(begun.body.bundleVersionId).toBe(inForce.versionId);
  expect(begun.body.members).toHaveLength(3);
  expect(await journeyOf(journey)).toMatchObject({ bundleVersionId: bundle.document.versionId });
  await handle(w, journey, 'birth', 'accept', 'grant');
  expect(await standing(journey)).toMatchObject({ household: 'submitted', guidance: 'submitted' });
});

test('bundles/B6: a published version is immutable, and one of a code is in force at a time', async () => {
  const bundle = await givenBundle(w);
  const { versionId, bundleId } = bundle.document;
  const rewrite = w.rows(`update bundles.bundle_version set name = '改' where id = $1`, [versionId]);
  await expect(rewrite).rejects.toThrow('a published version is immutable');
  await expect(w.rows('delete from bundles.bundle_version where id = $1', [versionId])).rejects.toThrow('immutable');
  const second = w.rows(
    `insert into bundles.bundle_version select gen_random_uuid(), bundle_id, 2, code, theme, name, lead_organization_id,
       lead_organization_name, area_path, document, digest, effective_from, null from bundles.bundle_version where bundle_id = $1`,
    [bundleId],
  );
  await expect(second).rejects.toThrow('one_version_at_a_time');
});

test('bundles/B6: a bundle that is withdrawn takes no new journeys, and those that run go on', async () => {
  const bundle = await givenBundle(w);
  const journey = await givenJourney(w, bundle);
  const { path, administrator } = await desk(bundle);
  const { body } = await administrator.agent.post(`${path}/withdrawal`, { reason: '主题调整' }).expect(200);
  expect(body).toMatchObject({ state: 'withdrawn', acts: [] });
  const { agent } = await person(w);
  const refused = await agent.post('/v1/journeys', newbornApplication(bundle)).expect(422);
  expect(refused.body.code).toBe('bundles.no-such-bundle');
  await w.as().get(`/v1/bundle-versions/${bundle.document.versionId}`).expect(200);
  expect((await w.as().get(`/v1/bundle-versions?code=${bundle.code}`).expect(200)).body.items).toEqual([]);
  await handle(w, journey, 'birth', 'accept', 'grant');
  expect((await standing(journey)).household).toBe('submitted');
});

test('bundles/B2: a guide that has changed so that the bundle no longer fits it stops new journeys, and says where', async () => {
  const bundle = await givenBundle(w);
  const { agent } = await person(w);
  await republish(bundle, 'guidance', { phones: { enquiry: '0991-0000002', complaint: '0991-0000003' } });
  // Another version that the bundle still fits is no obstacle.
  await agent.post('/v1/journeys', newbornApplication(bundle)).expect(201);
  const { form } = bundle.guides.birth.guide;
  const properties = { ...(form.properties as object), weight: { type: 'integer', minimum: 1, title: '出生体重（克）' } };
  await republish(bundle, 'birth', {
    form: { ...form, properties, required: [...(form.required as string[]), 'motherName', 'weight'] },
  });
  const { body } = await agent.post('/v1/journeys', newbornApplication(bundle)).expect(409);
  expect(body).toMatchObject({ code: 'bundles.out-of-step', rule: 'bundles/B2' });
  expect(body.errors).toEqual([expect.objectContaining({ code: 'bundles.field-uncovered', pointer: '/members/0' })]);
});
