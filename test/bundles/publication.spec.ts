import type { BundleContent } from '../../src/modules/bundles/bundles.facade';
import { DirectoryFacade } from '../../src/modules/directory/directory.facade';
import { staff, type Somebody } from '../kit/actors';
import { givenNewbornGuides, newbornContent, type NewbornGuides, newBundleCode } from '../kit/given-bundle';
import { givenGuide } from '../kit/given-guide';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let guides: NewbornGuides;
let editor: Somebody;
let administrator: Somebody;
beforeAll(async () => {
  w = await World.open();
  guides = await givenNewbornGuides(w);
  editor = await staff(w, { role: 'implementation-editor', unit: guides.birth.organization.id });
  administrator = await staff(w, { role: 'service-administrator', area: '650100000000' });
});
afterAll(() => w.close());

const lead = () => guides.birth.organization.id;

async function drafted(content: BundleContent = newbornContent(guides), code = newBundleCode()): Promise<string> {
  const { body } = await editor.agent.post('/v1/bundles', { code, leadOrganizationId: lead(), ...content }).expect(201);
  return `/v1/bundles/${body.id}`;
}

type Change = (content: BundleContent) => Partial<BundleContent>;
const [BIRTH, HOUSEHOLD, INSURANCE] = ['birth', 'household', 'insurance'];
const after = 'granted' as const;

/** What makes a sound bundle unsound, and how that is told. */
const UNSOUND: [name: string, problem: string, rule: string, change: Change][] = [
  [
    'items of one department only',
    'bundles.one-department',
    'bundles/B1',
    ({ members }) => ({ members: members.filter(({ key }) => key === BIRTH || key === 'guidance') }),
  ],
  [
    'a member named twice',
    'bundles.member-twice',
    'bundles/B1',
    ({ members }) => ({ members: [...members, { ...members[0]!, key: 'again' }] }),
  ],
  [
    'a member that is offered by nobody',
    'bundles.no-such-member',
    'bundles/B2',
    ({ members }) => ({ members: [...members, { key: 'ghost', code: `${members[0]!.code.slice(0, 31)}99` }] }),
  ],
  [
    'an order that names no member',
    'bundles.edge-unknown',
    'bundles/B2',
    ({ edges }) => ({ edges: [...edges, { from: 'nobody', to: INSURANCE, after }] }),
  ],
  ['a circle', 'bundles.circle', 'bundles/B2', ({ edges }) => ({ edges: [...edges, { from: INSURANCE, to: BIRTH, after }] })],
  ['a member that waits for itself', 'bundles.circle', 'bundles/B2', () => ({ edges: [{ from: BIRTH, to: BIRTH, after }] })],
  [
    'a member behind a circle',
    'bundles.unreachable',
    'bundles/B2',
    () => ({
      edges: [
        { from: BIRTH, to: HOUSEHOLD, after },
        { from: HOUSEHOLD, to: BIRTH, after },
        { from: HOUSEHOLD, to: INSURANCE, after },
      ],
    }),
  ],
  [
    'a required field that nothing fills',
    'bundles.field-uncovered',
    'bundles/B2',
    ({ fields }) => ({ fields: fields.filter(({ name }) => name !== 'bornOn') }),
  ],
  [
    'a required field that a result no longer fills',
    'bundles.field-uncovered',
    'bundles/B2',
    ({ edges }) => ({ edges: edges.map(({ numberFor: _, ...edge }) => edge) }),
  ],
  [
    'a field that no member has',
    'bundles.field-unknown',
    'bundles/B2',
    ({ fields }) => ({ fields: [...fields, { name: 'more', title: '其他', asks: [{ member: BIRTH, field: 'toString' }] }] }),
  ],
  [
    'a field that is filled twice',
    'bundles.field-twice',
    'bundles/B1',
    ({ fields }) => ({ fields: [...fields, { name: 'again', title: '重复', asks: [{ member: BIRTH, field: 'bornOn' }] }] }),
  ],
  [
    'one name for two fields',
    'bundles.field-twice',
    'bundles/B1',
    ({ fields }) => ({ fields: fields.map((field) => (field.name === 'address' ? { ...field, name: 'motherName' } : field)) }),
  ],
  [
    'a required material that nothing hands in',
    'bundles.material-uncovered',
    'bundles/B2',
    ({ materials }) => ({ materials: materials.slice(1) }),
  ],
  [
    'a material that no guide names',
    'bundles.material-unknown',
    'bundles/B2',
    ({ materials }) => ({
      materials: [...materials, { code: 'A09', name: '其他', asks: [{ member: BIRTH, material: 'M09' }] }],
    }),
  ],
  [
    'a material that is asked for twice',
    'bundles.material-twice',
    'bundles/B1',
    ({ materials }) => ({
      materials: [...materials, { code: 'A03', name: '结婚证', asks: [{ member: HOUSEHOLD, material: 'M02' }] }],
    }),
  ],
  [
    'one certificate asked for in two places',
    'bundles.material-twice',
    'bundles/B1',
    ({ materials, edges }) => ({
      edges: edges.map(({ certificateFor: _, ...edge }) => edge),
      materials: [
        ...materials,
        ...[HOUSEHOLD, INSURANCE].map((member) => ({
          code: `B-${member}`,
          name: '出生医学证明',
          asks: [{ member, material: 'M01' }],
        })),
      ],
    }),
  ],
  [
    'different materials as one',
    'bundles.materials-differ',
    'bundles/B1',
    ({ materials: [form, marriage] }) => ({
      materials: [{ ...form!, asks: [...form!.asks, { member: HOUSEHOLD, material: 'M02' }] }, marriage!],
    }),
  ],
  [
    'a certificate from a member that issues none',
    'bundles.flow-unfounded',
    'bundles/B2',
    ({ edges }) => ({ edges: [...edges, { from: 'guidance', to: INSURANCE, after, certificateFor: ['M01'] }] }),
  ],
  [
    'a certificate for a material that it cannot replace',
    'bundles.flow-unfounded',
    'bundles/B2',
    ({ edges: [first, ...others] }) => ({ edges: [{ ...first!, certificateFor: ['M01', 'M02'] }, ...others] }),
  ],
  ['a promise below the longest path', 'bundles.promise-too-short', 'bundles/B2', () => ({ promisedDays: 4 })],
];

test.each(UNSOUND)('bundles/B1, bundles/B2: %s: not published (%s, %s), and told beforehand', async (_, code, rule, change) => {
  const sound = newbornContent(guides);
  const path = await drafted({ ...sound, ...change(sound) });
  const { body: told } = await editor.agent.get(`${path}/findings`).expect(200);
  expect(told.ready).toBe(false);
  expect(told.findings).toContainEqual(expect.objectContaining({ code, rule }));
  const { body } = await administrator.agent.post(`${path}/publication`).expect(422);
  expect(body.errors).toContainEqual(expect.objectContaining({ code, detail: expect.stringMatching(/[a-z]/) }));
  expect(body.code).toBe(told.findings[0].code);
  expect((await editor.agent.get(path).expect(200)).body).toMatchObject({ state: 'draft', latestNumber: 0 });
});

describe('bundles/B2: members that cannot be applied for together', () => {
  const alone = async (overrides: object) => {
    const other = await givenGuide(w, { overrides: { form: { type: 'object', properties: {} }, materials: [], ...overrides } });
    const sound = newbornContent(guides);
    return drafted({ ...sound, members: [...sound.members, { key: 'other', code: other.variantCode }] });
  };

  test.each([
    ['channel', { audiences: ['1'], channels: ['post'], noWindowReason: '仅邮寄办理' }],
    ['kind of applicant', { audiences: ['2'] }],
  ])('bundles/B2: no %s in common', async (what, overrides) => {
    const path = await alone(overrides);
    const { body } = await administrator.agent.post(`${path}/publication`).expect(422);
    expect(body).toMatchObject({ code: 'bundles.nothing-in-common', rule: 'bundles/B2' });
    expect(body.detail).toContain(what);
  });

  test('bundles/B1: fields of different types have no meaning in common (bundles.fields-differ)', async () => {
    const form = { type: 'object', properties: { count: { type: 'integer', title: '数量' } } };
    const other = await givenGuide(w, { overrides: { form, audiences: ['1'], materials: [] } });
    const sound = newbornContent(guides);
    const [first, ...others] = sound.fields;
    const path = await drafted({
      ...sound,
      members: [...sound.members, { key: 'other', code: other.variantCode }],
      fields: [{ ...first!, asks: [...first!.asks, { member: 'other', field: 'count' }] }, ...others],
    });
    const { body } = await administrator.agent.post(`${path}/publication`).expect(422);
    expect(body).toMatchObject({ code: 'bundles.fields-differ', rule: 'bundles/B1' });
    expect(body.errors[0]).toMatchObject({ code: 'bundles.fields-differ', pointer: '/fields/0' });
  });
});

test('bundles/B1: a sound bundle is published: one merged form, one merged set, the order, the promise', async () => {
  const code = newBundleCode();
  const path = await drafted(newbornContent(guides), code);
  expect((await editor.agent.get(`${path}/findings`).expect(200)).body).toEqual({ ready: true, findings: [] });
  const { body } = await administrator.agent.post(`${path}/publication`).expect(200);
  expect(body).toMatchObject({ state: 'published', latestNumber: 1, acts: ['withdraw'] });

  const list = await w.as().get(`/v1/bundle-versions?code=${code}`).expect(200);
  expect(list.body.items).toMatchObject([{ code, theme: '新生儿出生', versionNumber: 1, leadOrganizationId: lead() }]);
  const [{ versionId, digest }] = list.body.items as [{ versionId: string; digest: string }];
  const read = await w.as().get(`/v1/bundle-versions/${versionId}`).expect(200);
  expect(read.headers.etag).toBe(`"${digest}"`);
  await w
    .as()
    .with({ 'if-none-match': `"${digest}"` })
    .get(`/v1/bundle-versions/${versionId}`)
    .expect(304);
  const { bundle } = read.body;
  // 姓名 is asked for once though four members need it; what flows from a predecessor is not asked for at all.
  expect(Object.keys(bundle.form.properties).sort()).toEqual(['address', 'bornOn', 'childName', 'motherName']);
  expect(bundle.form).toMatchObject({ required: ['childName', 'bornOn'], additionalProperties: false });
  expect(bundle.form.properties.childName).toEqual({ type: 'string', minLength: 1, maxLength: 100, title: '新生儿姓名' });
  expect(bundle.materials).toMatchObject([
    { code: 'A01', required: true },
    { code: 'A02', required: true, asks: [{ member: 'household' }, { member: 'insurance' }] },
  ]);
  expect(bundle).toMatchObject({ promisedDays: 5, audiences: ['1'], channels: ['window', 'online'] });
  expect(new Set(bundle.members.map(({ organization }: { organization: { id: string } }) => organization.id)).size).toBe(3);
});

test('bundles/B1: a draft is edited by its version only', async () => {
  const path = await drafted();
  const content = newbornContent(guides, { name: '新生儿出生联办' });
  expect((await editor.agent.put(path, content).expect(428)).body.code).toBe('kernel.if-match-missing');
  const edited = await editor.agent.with({ 'if-match': '"1"' }).put(path, content).expect(200);
  expect(edited.headers.etag).toBe('"2"');
  await editor.agent.with({ 'if-match': '"1"' }).put(path, content).expect(412);
  await administrator.agent.with({ 'if-match': '"1"' }).post(`${path}/publication`).expect(412);
  await administrator.agent.with({ 'if-match': '"2"' }).post(`${path}/publication`).expect(200);
});

test('bundles/B1: a code is one bundle’s, until that is withdrawn', async () => {
  const code = newBundleCode();
  const path = await drafted(newbornContent(guides), code);
  const again = { code, leadOrganizationId: lead(), ...newbornContent(guides) };
  const { body } = await editor.agent.post('/v1/bundles', again).expect(409);
  expect(body).toMatchObject({ code: 'bundles.code-taken', rule: 'bundles/B1' });
  await administrator.agent.post(`${path}/withdrawal`, { reason: '主题调整' }).expect(200);
  await editor.agent.post('/v1/bundles', again).expect(201);
});

test('bundles/B1: an organization that stands no more leads no bundle', async () => {
  const { id: leadOrganizationId } = await givenOrganization(w);
  const content = newbornContent(guides);
  const unit = await staff(w, { role: 'implementation-editor', unit: leadOrganizationId });
  const bundle = { code: newBundleCode(), leadOrganizationId, ...content };
  const { body: draft } = await unit.agent.post('/v1/bundles', bundle).expect(201);
  const operator = await staff(w, { role: 'platform-operator' });
  await operator.agent.post(`/v1/organizations/${leadOrganizationId}/closure`, { reason: '机构改革撤销' }).expect(200);
  const { body } = await administrator.agent.post(`/v1/bundles/${draft.id}/publication`).expect(422);
  expect(body).toMatchObject({ code: 'bundles.lead-not-active', rule: 'bundles/B1' });
  expect(await w.get(DirectoryFacade).organizationsById([leadOrganizationId])).toMatchObject([{ state: 'closed' }]);
});

test('bundles/B1: the lead organization edits, the administration body of its area publishes, nobody else sees a draft', async () => {
  const path = await drafted();
  const stranger = await staff(w, { role: 'implementation-editor', unit: guides.household.organization.id });
  const elsewhere = await staff(w, { role: 'service-administrator', area: '653100000000' });
  for (const { agent } of [stranger, elsewhere]) await agent.get(path).expect(404);
  await editor.agent.post(`${path}/publication`).expect(403);
  await administrator.agent.with({ 'if-match': '"1"' }).put(path, newbornContent(guides)).expect(403);
  const drafts = await editor.agent.get('/v1/bundles?state=draft&limit=1').expect(200);
  expect(drafts.body.items).toHaveLength(1);
  const next = await editor.agent.get(`/v1/bundles?state=draft&limit=1&cursor=${drafts.body.nextCursor}`).expect(200);
  expect(next.body.items[0].id).not.toBe(drafts.body.items[0].id);
  expect((await stranger.agent.get('/v1/bundles').expect(200)).body.items).toEqual([]);
  const cursor = Buffer.from(JSON.stringify(['x'])).toString('base64url');
  await editor.agent.get(`/v1/bundles?cursor=${cursor}`).expect(400);
  const foreign = { code: newBundleCode(), leadOrganizationId: lead(), ...newbornContent(guides) };
  await stranger.agent.post('/v1/bundles', foreign).expect(403);
});
