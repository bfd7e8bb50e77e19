import type { ItemElements, Material } from '../../src/modules/catalog/catalog.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import type { GuideContent } from '../../src/modules/implementation/implementation.facade';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { givenItem, itemElements } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let organization: OrganizationCard;
let editor: Somebody;
beforeAll(async () => {
  w = await World.open();
  organization = await givenOrganization(w);
  editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
});
afterAll(() => w.close());

/** Submits a list with this content over an item with these elements. */
async function submit(content: Partial<GuideContent>, elements: Partial<ItemElements> = {}) {
  const id = await put(content, elements).then(({ id, put }) => put.expect(200).then(() => id));
  return editor.agent.post(`/v1/implementations/${id}/submission`);
}

async function put(content: Partial<GuideContent>, elements: Partial<ItemElements> = {}) {
  const { basicCode } = await givenItem(w, elements);
  const { body } = await editor.agent
    .post('/v1/implementations', { organizationId: organization.id, basicCode, level: '4' })
    .expect(201);
  const id: string = body.id;
  return { id, put: editor.agent.with({ 'if-match': '"1"' }).put(`/v1/implementations/${id}`, guideContent(content)) };
}

const [first, second] = itemElements().materials as [Material, Material];
const step = (code: string, name: string, more: object = {}) => ({ code, name, countsAsStep: true, ...more });
const three = [step('S1', '受理'), step('S2', '审查'), step('S3', '办结')];
const service = { itemType: '20' };
const own = { procedureBasis: '《示例服务办法》第三条' };
const special = (more: object) =>
  ({ kind: 'expert-review', name: '专家评审', stopsClock: true, days: 20, unit: 'working-day', ...more }) as never;
const fee = (more: object = {}) =>
  ({ code: 'F1', name: '示例费', standard: '每件 10 元', basis: '《示例法》第五条', basisKind: 'law', ...more }) as never;
const charged = { fees: { charged: true } };
const party = { uscc: '11650000010183859F', name: '示例委员会' };

interface Refused {
  rule: string;
  code: string;
  says: string;
  content?: Partial<GuideContent>;
  elements?: Partial<ItemElements>;
  pointer: string;
}

const REFUSED: Refused[] = [
  ...[
    ['refers to itself', { type: 'object', $ref: '#' }],
    ['demands what it does not know', { type: 'object', required: ['x'], properties: {}, additionalProperties: false }],
    ['wants more than it allows', { type: 'object', properties: { x: { type: 'string', minLength: 3, maxLength: 2 } } }],
  ].map(([says, form]) => ({
    ...{ rule: 'implementation/I8', code: 'implementation.form-unsound', pointer: '/form' },
    ...{ says: `a form that can never be met because it ${says as string}`, content: { form: form as never } },
  })),
  ...['constructor', 'toString'].map((name) => ({
    ...{ rule: 'implementation/I8', code: 'implementation.result-field-unsound', pointer: '/result/fields/0' },
    ...{ says: `a result with a field called ${name}` },
    content: { result: { kind: 'document', name: '示例卫生许可证', fields: [name] } as never },
  })),
  {
    ...{ rule: 'implementation/I4', code: 'implementation.code-twice', says: 'two steps of one code' },
    ...{ content: { steps: [step('S1', '受理'), step('S1', '审查')] }, pointer: '/steps/1/code' },
  },
  {
    ...{ rule: 'implementation/I4', code: 'implementation.procedure-twice', says: 'the same special procedure twice' },
    content: { specialProcedures: [1, 2].map((n) => special({ name: `评审${n}`, article: '《示例法》第五条' })) },
    pointer: '/specialProcedures/1/kind',
  },
  {
    rule: 'implementation/I2',
    code: 'implementation.handling-and-promise',
    says: 'on the spot with a promise of days',
    content: { handling: 'on-the-spot', promisedLimit: { days: 3, unit: 'working-day' } },
    pointer: '/handling',
  },
  {
    ...{
      rule: 'implementation/I2',
      code: 'implementation.theme-and-audience',
      says: 'a theme for enterprises alone, for persons too',
    },
    ...{ content: { themes: ['E005'] }, pointer: '/themes' },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.depth-without-online', says: 'an online depth of what is not online' },
    ...{ content: { channels: ['window'], onlineDepth: 3 }, pointer: '/onlineDepth' },
  },
  ...(
    [
      ['implementation.visits-and-reason', 'a visit without a reason', { visits: 1 }, '/visitReason'],
      [
        'implementation.no-visit-needs-post',
        'no visit, no internet and no post',
        { visits: 0, channels: ['window'] },
        '/channels',
      ],
      [
        'implementation.fully-online-and-visits',
        'a visit for what is fully online',
        { visits: 1, visitReason: '须核验', coverage: { fullyOnline: true, inCentre: true, onPlatform: true } },
        '/visits',
      ],
      [
        'implementation.phones-different',
        'one phone for both',
        { phones: { enquiry: '0991-1', complaint: '0991-1' } },
        '/phones/complaint',
      ],
      [
        'implementation.phone-area-code',
        'a bare hotline',
        { phones: { enquiry: '12345', complaint: '0991-12345' } },
        '/phones/enquiry',
      ],
      ['implementation.questions-missing', 'a licence without questions', { questions: [] }, '/questions'],
      ['implementation.result-sample-missing', 'a result without its sample', { resultSample: undefined }, '/resultSample'],
    ] as [string, string, Partial<GuideContent>, string][]
  ).map(([code, says, content, pointer]) => ({
    ...{ rule: 'implementation/I2', code, says, content, pointer },
  })),
  {
    ...{ rule: 'implementation/I2', code: 'implementation.result-kind-and-name', says: 'a 文 that is nothing' },
    ...{ elements: { resultType: 'none', resultName: '示例批文' }, content: {}, pointer: '/result/kind' },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.fees-complete', says: 'a charged item without its fees' },
    ...{ elements: charged, content: {}, pointer: '/fees' },
  },
  {
    ...{
      rule: 'implementation/I2',
      code: 'implementation.theme-and-audience',
      says: 'a theme for enterprises alone, for persons too',
    },
    ...{ content: { themes: ['E005'] }, pointer: '/themes' },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.depth-without-online', says: 'an online depth of what is not online' },
    ...{ content: { channels: ['window'], onlineDepth: 3 }, pointer: '/onlineDepth' },
  },
  {
    rule: 'implementation/I3',
    code: 'implementation.promise-longer',
    says: 'a promise longer than the statutory limit',
    content: { promisedLimit: { days: 21, unit: 'working-day' } },
    pointer: '/promisedLimit',
  },
  {
    rule: 'implementation/I3',
    code: 'implementation.promise-longer',
    says: 'a promise in working days against a limit in calendar days',
    elements: { statutoryLimit: { days: 20, unit: 'calendar-day' } },
    content: { promisedLimit: { days: 19, unit: 'working-day' } },
    pointer: '/promisedLimit',
  },
  {
    rule: 'implementation/I4',
    code: 'implementation.too-many-steps',
    says: 'four steps',
    content: { steps: [...three, step('S4', '复审')] },
    pointer: '/steps',
  },
  {
    rule: 'implementation/I4',
    code: 'implementation.step-disguised',
    says: 'a step outside the count without a provision',
    content: { steps: [...three, step('S4', '公示', { countsAsStep: false })] },
    pointer: '/steps/3',
  },
  {
    rule: 'implementation/I4',
    code: 'implementation.step-disguised',
    says: 'an internal approval called a special procedure',
    content: {
      specialProcedures: [special({ kind: 'other', name: '科室复核', stopsClock: false, article: '《示例法》第九条' })],
    },
    pointer: '/specialProcedures/0',
  },
  {
    rule: 'implementation/I4',
    code: 'implementation.clock-stopped-unlawfully',
    says: 'an on-site inspection that stops the clock',
    content: { specialProcedures: [special({ kind: 'on-site-inspection', name: '现场勘查', article: '《示例法》第九条' })] },
    pointer: '/specialProcedures/0/stopsClock',
  },
  {
    rule: 'implementation/I4',
    code: 'implementation.step-disguised',
    says: 'an internal approval spelled apart',
    content: {
      specialProcedures: [special({ kind: 'other', name: '科室 复\u3000核', stopsClock: false, article: '《示例法》第九条' })],
    },
    pointer: '/specialProcedures/0',
  },
  {
    rule: 'implementation/I4',
    code: 'implementation.joint-without-assistants',
    says: 'joint handling with nobody',
    content: { jointHandling: true },
    pointer: '/assistingOrganizations',
  },
  {
    rule: 'implementation/I5',
    code: 'implementation.fee-without-basis',
    says: 'a licence fee on a local regulation',
    elements: charged,
    content: { fees: [fee({ basisKind: 'local-regulation', basis: '《示例条例》第五条' })] },
    pointer: '/fees/0',
  },
  {
    rule: 'implementation/I5',
    code: 'implementation.fee-without-basis',
    says: 'a notice passed off as a law',
    elements: charged,
    content: { fees: [fee({ basis: '《关于收费的通知》第五条' })] },
    pointer: '/fees/0',
  },
  {
    rule: 'implementation/I5',
    code: 'implementation.form-fee',
    says: 'a fee for the application form',
    elements: charged,
    content: { fees: [fee({ name: '申请表工本费' })] },
    pointer: '/fees/0',
  },
  {
    rule: 'implementation/I5',
    code: 'implementation.payment-without-fee',
    says: 'online payment without a fee',
    content: { onlinePayment: true },
    pointer: '/onlinePayment',
  },
  {
    rule: 'implementation/I6',
    code: 'implementation.material-without-basis',
    says: 'a material without legal basis',
    elements: { materials: [{ ...first, legalBasis: undefined }] },
    pointer: '/materials/0/legalBasis',
  },
  {
    rule: 'implementation/I6',
    code: 'implementation.material-without-form',
    says: 'a material without medium and copies',
    elements: { materials: [{ ...first, form: undefined }] },
    pointer: '/materials/0/form',
  },
  {
    rule: 'implementation/I6',
    code: 'implementation.material-without-condition',
    says: 'a conditional material without its condition',
    elements: { materials: [{ ...first, necessity: 'conditional' }] },
    pointer: '/materials/0/condition',
  },
  {
    rule: 'implementation/I7',
    code: 'implementation.certificate-unnamed',
    says: 'a government document without certificate type or reason',
    elements: { materials: [{ ...first, source: 'government' }] },
    pointer: '/materials/0/replaceableBy',
  },
  {
    rule: 'implementation/I8',
    code: 'implementation.form-unsound',
    says: 'a form with a keyword that does not exist',
    content: { form: { type: 'object', properties: {}, requried: [] } },
    pointer: '/form',
  },
  {
    rule: 'implementation/I8',
    code: 'implementation.form-unsound',
    says: 'a form that refers outside itself',
    content: { form: { type: 'object', properties: { a: { $ref: 'https://example.org/a' } } } },
    pointer: '/form',
  },
  {
    rule: 'implementation/I8',
    code: 'implementation.form-unsound',
    says: 'a form that would be judged later',
    content: { form: { $async: true, type: 'object', properties: {} } },
    pointer: '/form',
  },
  {
    rule: 'implementation/I8',
    code: 'implementation.form-unsound',
    says: 'a part of a form that would be judged later',
    content: { form: { type: 'object', properties: { a: { $ref: '#/$defs/a' } }, $defs: { a: { $async: true } } } },
    pointer: '/form',
  },
  {
    rule: 'implementation/I8',
    code: 'implementation.form-unsound',
    says: 'a form with a pattern that could hang',
    content: { form: { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } } },
    pointer: '/form',
  },
  {
    rule: 'implementation/I14',
    code: 'implementation.limit-without-provision',
    says: 'a licence that may take 25 working days on no provision',
    elements: { statutoryLimit: { days: 25, unit: 'working-day' } },
    pointer: '/statutoryLimit',
  },
  {
    rule: 'implementation/I14',
    code: 'implementation.limit-without-provision',
    says: 'a licence that may take 25 working days on a notice',
    elements: {
      statutoryLimit: { days: 25, unit: 'working-day', basis: '《关于审批时限的通知》第五条', basisKind: 'normative-document' },
    },
    pointer: '/statutoryLimit',
  },
  {
    rule: 'implementation/I14',
    code: 'implementation.procedure-basis-missing',
    says: 'a public service without the basis of its procedure',
    elements: service,
    pointer: '/procedureBasis',
  },
  {
    rule: 'implementation/I15',
    code: 'implementation.regulator-missing',
    says: 'nobody who regulates',
    content: { regulatingOrganization: undefined },
    pointer: '/regulatingOrganization',
  },
  {
    rule: 'implementation/I16',
    code: 'implementation.no-window',
    says: 'an online item without a window',
    content: { channels: ['online'] },
    pointer: '/windows',
  },
];

test.each(REFUSED)('$rule: $says is refused ($code)', async ({ rule, code, content = {}, elements = {}, pointer }) => {
  const { status, body } = await submit(content, elements);
  expect(status).toBe(422);
  expect(body.errors).toContainEqual({
    pointer,
    code,
    rule,
    detail: expect.any(String),
  });
  expect(body).toMatchObject({ code: body.errors[0].code, rule: body.errors[0].rule });
});

test('implementation/I15: an approval bureau does not regulate what it decides', async () => {
  const { body } = await submit({
    decidedByApprovalBureau: true,
    regulatingOrganization: { uscc: organization.uscc, name: organization.name },
  });
  expect(body).toMatchObject({ status: 422, code: 'implementation.regulator-is-bureau', rule: 'implementation/I15' });
});

test('implementation/I6: a material is asked for once', async () => {
  const { body } = await submit({ materials: [first, first] });
  expect(body).toMatchObject({ status: 422, code: 'implementation.material-twice', rule: 'implementation/I6' });
});

const LAWFUL: { rule: string; says: string; content?: Partial<GuideContent>; elements?: Partial<ItemElements> }[] = [
  {
    rule: 'implementation/I3',
    says: 'a promise in calendar days within the working days of the law',
    content: { promisedLimit: { days: 20, unit: 'calendar-day' } },
  },
  {
    rule: 'implementation/I4',
    says: 'five steps of joint handling',
    content: { jointHandling: true, assistingOrganizations: [party], steps: [...three, step('S4', '会审'), step('S5', '办结')] },
  },
  {
    rule: 'implementation/I4',
    says: 'a publication that a provision demands, outside the count',
    content: { steps: [...three, step('S4', '公示', { countsAsStep: false, article: '《示例法》第九条' })] },
  },
  {
    rule: 'implementation/I4',
    says: 'an expert review with its article, which stops the clock',
    content: { specialProcedures: [special({ article: '《示例法》第九条' })] },
  },
  {
    rule: 'implementation/I5',
    says: 'a licence fee by law, payable online',
    elements: charged,
    content: { fees: [fee()], onlinePayment: true },
  },
  {
    rule: 'implementation/I7',
    says: 'a government document with its certificate type',
    elements: { materials: [{ ...first, source: 'government', replaceableBy: { certificateType: '11100000000013338W001' } }] },
  },
  {
    rule: 'implementation/I7',
    says: 'a government document that says why it has none',
    elements: { materials: [{ ...first, source: 'government', noCertificateReason: '历史纸质档案' }] },
  },
  {
    rule: 'implementation/I14',
    says: 'a licence of 25 days by a named regulation',
    elements: {
      statutoryLimit: { days: 25, unit: 'working-day', basis: '《示例管理条例》第十条', basisKind: 'administrative-regulation' },
    },
  },
  {
    rule: 'implementation/I14',
    says: 'a joint licence of 45 days',
    elements: { statutoryLimit: { days: 45, unit: 'working-day' } },
    content: { jointHandling: true, assistingOrganizations: [party] },
  },
  {
    rule: 'implementation/I14',
    says: 'a public service of 60 days on its own basis',
    elements: { ...service, statutoryLimit: { days: 60, unit: 'working-day' } },
    content: own,
  },
  {
    rule: 'implementation/I16',
    says: 'an online item that says why it has no window',
    content: { channels: ['online'], windows: [], noWindowReason: '结果即时生成，无需到场' },
  },
];

test.each(LAWFUL)('$rule: $says is lawful', async ({ content = {}, elements = {} }) => {
  const { body } = await submit(content, elements);
  expect(body.errors ?? []).toEqual([]);
  expect(body.state).toBe('submitted');
});

test('implementation/I4: joint handling with nobody but oneself is refused', async () => {
  const { uscc, name } = organization;
  const { body } = await submit({ jointHandling: true, assistingOrganizations: [{ uscc, name }] });
  expect(body).toMatchObject({ status: 422, rule: 'implementation/I4', code: 'implementation.joint-without-assistants' });
  expect(body.errors).toMatchObject([{ pointer: '/assistingOrganizations' }]);
});

const LOCKED: { says: string; content: Partial<GuideContent>; elements?: Partial<ItemElements>; pointer: string }[] = [
  { says: 'another name', content: { name: '另一名称' }, pointer: '/name' },
  { says: 'other conditions', content: { acceptanceConditions: '另有条件。' }, pointer: '/acceptanceConditions' },
  {
    says: 'a longer statutory limit',
    content: { statutoryLimit: { days: 30, unit: 'working-day' } },
    pointer: '/statutoryLimit',
  },
  { says: 'another audience', content: { audiences: ['1'] }, pointer: '/audiences' },
  { says: 'a fee where the catalogue knows none', content: { fees: [fee()] }, pointer: '/fees' },
  { says: 'a renamed material', content: { materials: [{ ...first, name: '另一表格' }] }, pointer: '/materials/0/name' },
  {
    says: 'a deferrable material made required',
    elements: { materials: [{ ...first, necessity: 'deferrable' }] },
    content: { materials: [first] },
    pointer: '/materials/0/necessity',
  },
];

test.each(LOCKED)(
  'implementation/I1: $says is refused at once, naming the element and who owns it',
  async ({ content, elements, pointer }) => {
    const { body } = await (await put(content, elements)).put.expect(422);
    expect(body).toMatchObject({ code: 'implementation.element-locked', rule: 'implementation/I1', errors: [{ pointer }] });
    expect(body.detail).toContain('national catalogue');
  },
);

test('implementation/I1: a material that the catalogue does not know is refused', async () => {
  const { body } = await (await put({ materials: [first, { ...second, code: 'M99' }] })).put.expect(422);
  expect(body).toMatchObject({
    code: 'implementation.material-not-in-catalogue',
    rule: 'implementation/I1',
    errors: [{ pointer: '/materials/1' }],
  });
});

test('implementation/I1: fewer materials, a milder necessity, a shorter promise and the address are free', async () => {
  const { body } = await submit({
    materials: [{ ...first, necessity: 'deferrable' }],
    promisedLimit: { days: 1, unit: 'working-day' },
  });
  expect(body).toMatchObject({ state: 'submitted', content: { materials: [{ code: 'M01', necessity: 'deferrable' }] } });
});

test('implementation/I1: a county organ drafts no list at a level above its own', async () => {
  const { basicCode } = await givenItem(w);
  const list = { organizationId: organization.id, basicCode, level: '3' };
  const { body } = await editor.agent.post('/v1/implementations', list).expect(422);
  expect(body).toMatchObject({ code: 'implementation.level-above-organ', rule: 'implementation/I1' });
  expect(body.errors[0].pointer).toBe('/level');
});

const options = [
  { code: 'a', name: '=HYPERLINK("x")' },
  { code: 'b', name: '<script>乙</script>' },
];
const question = (code: string, more: object = {}) => ({ code, question: '情形', choice: 'single' as const, options, ...more });
const when = (situation: string, ...anyOf: string[]) => ({ appliesWhen: [{ situation, anyOf }] });
const both = { situations: [question('Q1'), question('Q2', when('Q1', 'a'))] };
const never = {
  appliesWhen: [
    { situation: 'Q2', anyOf: ['a'] },
    { situation: 'Q1', anyOf: ['b'] },
  ],
};
const part = (more: object = {}) => ({ fields: ['area'], ...when('Q1', 'a'), ...more });
const conditional: Material = { ...second, necessity: 'conditional', condition: '示例情形' };
const schema = guideContent().form as { properties: object };

const UNSITUATED: Omit<Refused, 'says'>[] = [
  {
    rule: 'implementation/I2',
    code: 'implementation.situation-twice',
    content: { situations: [question('Q1'), question('Q1')] },
    pointer: '/situations/1/code',
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.option-twice', pointer: '/situations/0/options/2/code' },
    content: { situations: [question('Q1', { options: [...options, options[0]] })] },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.situation-unknown', pointer: '/materials/0/appliesWhen/0/situation' },
    content: { ...both, materials: [{ ...first, ...when('constructor', 'a') }] },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.option-unknown', pointer: '/situations/1/appliesWhen/0/anyOf/1' },
    content: { situations: [question('Q1'), question('Q2', when('Q1', 'a', 'toString'))] },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.situation-circle', pointer: '/situations/0/appliesWhen' },
    content: { situations: [question('Q1', when('Q2', 'a')), question('Q2', when('Q1', 'a'))] },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.situation-unreachable', pointer: '/situations/2/appliesWhen' },
    content: { situations: [...both.situations, question('Q3', never)] },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.part-never-applies', pointer: '/reviewPoints/0/appliesWhen' },
    content: { ...both, reviewPoints: [{ code: 'R1', name: '要点', standard: '合格', ...never }] },
  },
  {
    ...{ rule: 'implementation/I6', code: 'implementation.material-never-applies', pointer: '/materials/1/appliesWhen' },
    content: { ...both, materials: [first, { ...second, ...never }] },
  },
  {
    ...{ rule: 'implementation/I1', code: 'implementation.material-always-applies', pointer: '/materials/1/appliesWhen' },
    elements: { materials: [first, conditional] },
    content: { ...both, materials: [first, { ...conditional, ...when('Q1', 'a', 'b') }] },
  },
  {
    ...{ rule: 'implementation/I1', code: 'implementation.condition-twice', pointer: '/conditions/1/code' },
    content: {
      conditions: [
        { code: 'C1', text: '场所已经建成' },
        { code: 'C1', text: '符合卫生标准' },
      ],
    },
  },
  {
    ...{ rule: 'implementation/I1', code: 'implementation.condition-not-in-catalogue', pointer: '/conditions/0/text' },
    content: { conditions: [{ code: 'C1', text: '本地户籍' }] },
  },
  {
    ...{ rule: 'implementation/I1', code: 'implementation.condition-left-out', pointer: '/conditions' },
    content: { conditions: [{ code: 'C1', text: '场所已经建成' }] },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.form-part-unknown', pointer: '/formParts/0/fields/0' },
    content: { ...both, formParts: [part({ fields: ['constructor'] })] },
  },
  {
    rule: 'implementation/I2',
    code: 'implementation.form-part-twice',
    content: { ...both, formParts: [part(), part()] },
    pointer: '/formParts/1/fields/0',
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.field-demanded', pointer: '/form/required/0' },
    content: { ...both, formParts: [part({ fields: ['placeName'] })] },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.field-demanded', pointer: '/form/allOf/0/then/required/0' },
    content: { ...both, formParts: [part()], form: { ...schema, allOf: [{ if: {}, then: { required: ['area'] } }] } },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.form-part-unsound', pointer: '/form' },
    content: { ...both, formParts: [part()], form: { ...schema, additionalProperties: true } },
  },
  {
    ...{ rule: 'implementation/I2', code: 'implementation.form-part-unsound', pointer: '/form' },
    content: {
      ...{ ...both, formParts: [part()] },
      form: { ...schema, properties: { ...schema.properties, more: { $ref: '#/properties/area' } } },
    },
  },
];

test.each(UNSITUATED)('$rule: $code at $pointer is refused', async ({ rule, code, content = {}, elements, pointer }) => {
  const { body } = await submit(content, elements);
  expect(body.status).toBe(422);
  expect(body.errors).toEqual([
    expect.objectContaining({ rule, code, pointer }),
    ...(code === 'implementation.situation-circle' ? [expect.objectContaining({ pointer: '/situations/1/appliesWhen' })] : []),
  ]);
});

test('implementation/I2: situations that agree are lawful, and a name is a text and nothing else', async () => {
  const materials = [first, { ...second, ...when('Q2', 'b') }];
  const { body } = await submit({ ...both, materials, formParts: [part({ required: ['area'] })] });
  expect(body).toMatchObject({ state: 'submitted', content: { situations: [{ options }, { code: 'Q2' }] } });
});

test.each([
  ['10,000 materials', { materials: Array.from({ length: 10_000 }, () => ({})) }],
  [
    '1,000 options',
    { situations: [question('Q1', { options: Array.from({ length: 1_000 }, (_, i) => ({ code: `o${i}`, name: '选项' })) })] },
  ],
  ['a prototype name as code', { situations: [question('__proto__')] }],
  ['an unseen character in a name', { situations: [question('Q1', { question: '是否\u200b首次' })] }],
])('implementation/I8: %s is refused at the door', async (_, content) => {
  const { body } = await (await put(content as object)).put.expect(422);
  expect(body.code).toBe('kernel.invalid');
});

describe('cross-field rules as configuration', () => {
  const bare = { phones: { enquiry: '1234567', complaint: '0991-7654321' } };
  const at = (division: string, code = 'phone-area-code', more = '') => `/v1/list-rules/${division}/${code}${more}`;
  const off = { enforced: false, reason: '咨询统一使用短号' };
  let keeper: Somebody;
  let place: string;
  beforeAll(async () => {
    place = organization.divisionCode;
    keeper = await staff(w, { role: 'service-administrator', area: place });
  });
  const decide = (version: number, body: object, address = at(place), by = keeper) =>
    by.agent.with({ 'if-match': `"${version}"` }).put(address, body);

  test('implementation/I2: anybody reads the rules that hold in a place', async () => {
    const { items } = (await w.as().get(`/v1/list-rules?division=${place}`).expect(200)).body;
    expect(items).toContainEqual(expect.objectContaining({ code: 'visits-and-reason', number: 3, enforced: true, version: 0 }));
    expect(items).toContainEqual(
      expect.objectContaining({ code: 'questions-missing', parameter: { value: 1, standard: 1, least: 1, most: 20 } }),
    );
    expect(items).toContainEqual(expect.objectContaining({ code: 'promise-longer', law: 'implementation/I3' }));
    await w.as().get('/v1/list-rules?division=999999000000').expect(404);
    await w.as().get(at(place, 'no-such-rule')).expect(404);
  });

  test('implementation/I2: a place switches a rule off and on again, with reasons that anybody reads', async () => {
    expect((await submit(bare)).body.code).toBe('implementation.phone-area-code');
    await keeper.agent.put(at(place), off).expect(428);
    await decide(1, off).expect(412);
    const { body, headers } = await decide(0, off).expect(200);
    expect(body).toMatchObject({ ...off, version: 1, decidedBy: place });
    expect(headers.etag).toBe('"1"');
    await decide(0, off).expect(412);
    expect((await submit(bare)).status).toBe(200);
    await decide(1, { enforced: true, reason: '短号停用' }).expect(200);
    expect((await submit(bare)).body.code).toBe('implementation.phone-area-code');
    const { items } = (
      await w
        .as()
        .get(at(place, 'phone-area-code', '/history'))
        .expect(200)
    ).body;
    expect(items).toMatchObject([
      { seq: 1, ...off },
      { seq: 2, enforced: true, reason: '短号停用' },
    ]);
  });

  test('implementation/I2: what the law lays down is never switched off, and a number stays within its bounds', async () => {
    for (const code of ['promise-longer', 'payment-without-fee'])
      expect((await decide(0, off, at(place, code)).expect(422)).body).toMatchObject({
        ...{ code: 'implementation.rule-is-law', rule: 'implementation/I2' },
      });
    for (const [code, parameter] of [
      ['questions-missing', 21],
      ['phones-different', 1],
    ] as const)
      expect((await decide(0, { enforced: true, parameter, reason: '试行' }, at(place, code)).expect(422)).body).toMatchObject({
        ...{ code: 'implementation.rule-parameter', rule: 'implementation/I2', errors: [{ pointer: '/parameter' }] },
      });
    await decide(0, { enforced: true, parameter: 2, reason: '试行' }, at(place, 'questions-missing')).expect(200);
    expect((await submit({})).body.errors).toMatchObject([{ code: 'implementation.questions-missing', pointer: '/questions' }]);
    await decide(1, { enforced: true, reason: '试行结束' }, at(place, 'questions-missing')).expect(200);
  });

  test('implementation/I2: another area decides nothing here', async () => {
    const elsewhere = await staff(w, { role: 'service-administrator', area: '654000000000' });
    await decide(0, off, at(place, 'phones-different'), elsewhere).expect(403);
  });
});
