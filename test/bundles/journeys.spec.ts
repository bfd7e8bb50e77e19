import { platform } from '../../src/kernel/authz/actor';
import { BundlesFacade } from '../../src/modules/bundles/bundles.facade';
import { LicencesFacade } from '../../src/modules/licences/licences.facade';
import { person } from '../kit/actors';
import {
  givenBundle,
  givenJourney,
  givenNewbornGuides,
  handle,
  journeyOf,
  type JourneyBody,
  newbornApplication,
  newbornContent,
  newBundleCode,
  standing,
} from '../kit/given-bundle';
import { statement } from '../kit/given-case';
import { givenGuide } from '../kit/given-guide';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const cases = async () => (await w.rows<{ n: number }>('select count(*)::int as n from acceptance."case"'))[0]!.n;

test('bundles/B3: one application becomes a case for each member that waits for nobody, with its own number and organization', async () => {
  const bundle = await givenBundle(w);
  const applicant = await person(w);
  const answer = await applicant.agent.post('/v1/journeys', newbornApplication(bundle)).expect(201);
  const { body } = answer;
  expect(answer.headers.location).toBe(`/v1/journeys/${body.id}`);
  expect(body).toMatchObject({ state: 'running', code: bundle.code, bundleVersionId: bundle.document.versionId, acts: ['stop'] });
  expect(body.journeyNumber).toMatch(new RegExp(`^${bundle.code}-\\d{8}-000001$`));
  expect(body.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const submitted = { state: 'submitted', caseState: 'submitted', waitsFor: [], queryCode: expect.stringMatching(/^.{8}$/) };
  expect(body.members).toMatchObject([
    { key: 'birth', organizationId: bundle.guides.birth.organization.id, organizationName: '示例区卫生健康委员会', ...submitted },
    { key: 'household', state: 'waiting', waitsFor: ['birth'] },
    { key: 'insurance', state: 'waiting', waitsFor: ['birth', 'household'] },
    { key: 'guidance', ...submitted },
  ]);
  const numbers = (body as JourneyBody).members.flatMap(({ caseNumber }) => caseNumber ?? []);
  expect(new Set(numbers).size).toBe(2);
  const { body: again } = await applicant.agent.get(`/v1/journeys/${body.id}`).expect(200);
  expect(JSON.stringify(again)).not.toContain('queryCode');
  const { body: kase } = await applicant.agent.get(`/v1/cases/${body.members[0].caseId}`).expect(200);
  expect(kase).toMatchObject({ form: { childName: '示例宝宝', bornOn: '2025-06-30', motherName: '示例母亲' } });
});

test('bundles/B3: results flow: the certificate of one member is handed in for the next, and its number fills the form', async () => {
  const journey = await givenJourney(w);
  await handle(w, journey, 'birth', 'accept', 'grant');
  expect(await standing(journey)).toEqual({
    birth: 'granted',
    household: 'submitted',
    insurance: 'waiting',
    guidance: 'submitted',
  });
  const type = journey.bundle.guides.birth.guide.result.certificateType!;
  const licence = await w.get(LicencesFacade).heldBy(journey.applicant.id, type);
  const { members } = await journeyOf(journey);
  const path = `/v1/cases/${members[1]!.caseId}`;
  const { body } = await journey.applicant.agent.get(path).expect(200);
  expect(body.form).toEqual({
    ...{ newbornName: '示例宝宝', birthday: '2025-06-30', address: '示例路 1 号' },
    birthCertificateNumber: licence!.number,
  });
  const materials = await journey.applicant.agent.get(`${path}/materials`).expect(200);
  expect(materials.body.items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'M01', kind: 'certificate-reference', licenceId: licence!.id }),
      expect.objectContaining({ code: 'M02', kind: 'statement' }),
    ]),
  );
  // The successor waits for completion, not only for the grant.
  await handle(w, journey, 'household', 'accept', 'grant');
  expect((await standing(journey)).insurance).toBe('waiting');
  await handle(w, journey, 'household', 'deliver');
  expect((await standing(journey)).insurance).toBe('submitted');
});

test('bundles/B3: what the applicant wrote is kept sealed while a member waits, and not a moment longer', async () => {
  const journey = await givenJourney(w);
  const sealed = () =>
    w.rows<{ key: string; sealed: string | null }>(
      'select key, sealed from bundles.journey_member where journey_id = $1 and sealed is not null order by key',
      [journey.id],
    );
  const kept = await sealed();
  expect(kept.map(({ key }) => key)).toEqual(['household', 'insurance']);
  expect(JSON.stringify(kept)).not.toContain('示例宝宝');
  await handle(w, journey, 'birth', 'accept', 'grant');
  expect((await sealed()).map(({ key }) => key)).toEqual(['insurance']);
});

test('bundles/B3: when everything is delivered the journey is complete, its promise kept, and the applicant told', async () => {
  const journey = await givenJourney(w);
  for (const key of ['guidance', 'birth', 'household', 'insurance'] as const) {
    expect((await journeyOf(journey)).state).toBe('running');
    await handle(w, journey, key, 'accept', 'grant', 'deliver');
  }
  const body = await journeyOf(journey);
  expect(body).toMatchObject({ state: 'completed', acts: [], endedAt: expect.any(String) });
  expect(Object.values(await standing(journey))).toEqual(Array(4).fill('completed'));
  const [limit] = await w.rows('select state, days from time_limits."limit" where subject_id = $1', [journey.id]);
  expect(limit).toEqual({ state: 'met', days: 5 });
  const { body: inbox } = await journey.applicant.agent.get('/v1/me/inbox?limit=100').expect(200);
  expect(inbox.items.filter(({ title }: { title: string }) => title === '“一件事”已全部办结')).toHaveLength(1);
});

test('bundles/B3: all or nothing: when one member is refused at submission nothing stays, and the fault is said of the merged form', async () => {
  const bundle = await givenBundle(w);
  const { agent } = await person(w);
  const before = await cases();
  const { form, ...whole } = newbornApplication(bundle);
  const { body } = await agent.post('/v1/journeys', { ...whole, form: { ...form, bornOn: 'yesterday' } }).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.form-invalid', errors: [{ pointer: '/form/bornOn', code: 'format' }] });
  const file = { code: 'A02', kind: 'file', name: '结婚证.pdf' };
  const lacking = await agent.post('/v1/journeys', newbornApplication(bundle, { materials: [file] })).expect(422);
  expect(lacking.body.errors).toEqual(expect.arrayContaining([expect.objectContaining({ pointer: '/materials/0/uploadId' })]));
  expect(await cases()).toBe(before);
  expect(await w.rows('select 1 from bundles.journey where code = $1', [bundle.code])).toEqual([]);
});

test('bundles/B3: also what waits is checked at once, but for what only a predecessor can bring', async () => {
  const bundle = await givenBundle(w);
  const { agent } = await person(w);
  const { form, ...whole } = newbornApplication(bundle);
  const wrong = await agent.post('/v1/journeys', { ...whole, form: { ...form, address: '' } }).expect(422);
  expect(wrong.body.errors).toEqual([expect.objectContaining({ pointer: '/form/address', code: 'minLength' })]);
  const held = { code: 'A02', kind: 'certificate-reference', confirmed: true };
  const beyond = await agent.post('/v1/journeys', { ...whole, form, materials: [held] }).expect(422);
  expect(beyond.body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
});

test('bundles/B3: nobody applies for somebody who has not authorised them', async () => {
  const bundle = await givenBundle(w);
  const [one, other] = [await person(w), await person(w)];
  const { body } = await one.agent.post('/v1/journeys', newbornApplication(bundle, { applicantId: other.id })).expect(403);
  expect(body).toMatchObject({ code: 'bundles.not-authorised', rule: 'bundles/B3' });
});

test('bundles/B3: results go on only once the applicant has agreed to it', async () => {
  const bundle = await givenBundle(w);
  const { agent } = await person(w);
  const { body } = await agent.post('/v1/journeys', newbornApplication(bundle, { resultsMayFlow: false })).expect(422);
  expect(body).toMatchObject({ code: 'bundles.flow-not-agreed', rule: 'bundles/B3', basis: expect.stringContaining('716') });
});

test('bundles/B1: what the merged form and the merged set do not ask for is refused, all of it at once', async () => {
  const bundle = await givenBundle(w);
  const { agent } = await person(w);
  const { form, materials, ...whole } = newbornApplication(bundle);
  const more = { form: { ...form, nation: '某' }, materials: [...materials, { code: 'A09', kind: 'statement', text: '其他' }] };
  const { body } = await agent.post('/v1/journeys', { ...whole, ...more }).expect(422);
  expect(body).toMatchObject({ code: 'bundles.beyond-the-bundle', rule: 'bundles/B1' });
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/form/nation', '/materials/2']);
  const unknown = await agent.post('/v1/journeys', newbornApplication({ code: 'NOSUCHBUNDLE' })).expect(422);
  expect(unknown.body).toMatchObject({ code: 'bundles.no-such-bundle', rule: 'bundles/B1' });
});

describe('where a member has situations', () => {
  /** 科学育儿指导 by the health commission: at home it needs the address and a statement, at the centre neither. */
  async function situatedBundle() {
    const guides = await givenNewbornGuides(w);
    const form = guides.guidance.guide.form as { properties: object };
    const [statementOf] = guides.birth.guide.materials;
    const home = { appliesWhen: [{ situation: 'where', anyOf: ['home'] }] };
    const options = ['home', 'centre'].map((code) => ({ code, name: code }));
    const guidance = await givenGuide(w, {
      organization: guides.guidance.organization,
      item: { itemType: '07', audiences: ['1'] },
      overrides: {
        ...{ name: '科学育儿指导服务登记', audiences: ['1'], promisedLimit: { days: 2, unit: 'working-day' } },
        situations: [{ code: 'where', question: '在何处指导', choice: 'single', options }],
        materials: [{ ...statementOf!, code: 'M07', name: '上门服务申请', ...home }],
        form: { ...form, properties: { ...form.properties, homeAddress: { type: 'string', maxLength: 100 } } },
        formParts: [{ fields: ['homeAddress'], required: ['homeAddress'], ...home }],
      },
    });
    const all = { ...guides, guidance };
    const content = newbornContent(all);
    const fields = content.fields.map((field) =>
      field.name === 'address' ? { ...field, asks: [...field.asks, { member: 'guidance', field: 'homeAddress' }] } : field,
    );
    const publish = (materials: typeof content.materials) =>
      w.get(BundlesFacade).publish(platform('test'), {
        code: newBundleCode(),
        leadOrganizationId: guides.birth.organization.id,
        ...content,
        fields,
        materials,
      });
    return {
      publish,
      materials: content.materials,
      more: { code: 'A03', name: '上门服务申请', asks: [{ member: 'guidance', material: 'M07' }] },
    };
  }

  test('bundles/B3: the answers reach the member, which gets what then applies and nothing else', async () => {
    const { publish, materials, more } = await situatedBundle();
    // bundles/B2: what a member may ask for after some answer is covered.
    await expect(publish(materials)).rejects.toMatchObject({ type: { code: 'bundles.material-uncovered' } });
    const { code } = await publish([...materials, more]);
    const applicant = await person(w);
    const begin = (answers: object[], handed: object[] = []) => {
      const application = newbornApplication({ code });
      return applicant.agent.post('/v1/journeys', { ...application, answers, materials: [...application.materials, ...handed] });
    };
    const at = (option: string) => [{ member: 'guidance', situation: 'where', options: [option] }];
    const refused = async (answers: object[], handed: object[], pointer: string) =>
      expect((await begin(answers, handed).expect(422)).body.errors[0].pointer).toBe(pointer);
    await refused([], [], '/answers');
    await refused([{ ...at('home')[0], options: ['moon'] }], [], '/answers/0/options/0');
    await refused([...at('home'), { member: 'nobody', situation: 'where', options: [] }], [], '/answers/1/member');
    await refused(at('centre'), [statement('A03')], '/materials/2');
    const { body: centre } = await begin(at('centre')).expect(201);
    const { body: home } = await begin(at('home'), [statement('A03')]).expect(201);
    const caseOf = async ({ members }: JourneyBody) =>
      (await applicant.agent.get(`/v1/cases/${members.find(({ key }) => key === 'guidance')!.caseId}`).expect(200)).body;
    expect(await caseOf(centre)).toMatchObject({
      form: { babyName: '示例宝宝' },
      materials: [],
      answers: [{ options: ['centre'] }],
    });
    expect((await caseOf(centre)).form).not.toHaveProperty('homeAddress');
    expect(await caseOf(home)).toMatchObject({ form: { homeAddress: '示例路 1 号' }, materials: [{ code: 'M07' }] });
  });
});
