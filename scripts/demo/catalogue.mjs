import { randomInt } from 'node:crypto';
import { Broken, demand, expect } from './story.mjs';

const LICENCE = '示例办学许可证';
const PREFECTURES = ['prefecture-reviewer', 'second-prefecture-reviewer'];
const OPINIONS = [
  ...[
    ['legal-reviewer', 'lawful'],
    ['administration-reviewer', 'complete'],
    ['establishment-reviewer', 'consistent'],
  ],
  ...PREFECTURES.map((name) => [name, 'workable']),
];
const cleared = { grade: 'open', outcome: 'cleared', reasons: '不涉及国家秘密、工作秘密和敏感信息。' };
const paper = { medium: 'either', document: 'original', originals: 1, copies: 0 };
const material = (code, name, source) => ({
  ...{ code, name, necessity: 'required', source, replaceableBy: {}, form: paper },
  legalBasis: '《示例职业培训管理办法》第九条',
});

/** Four eyes: an editor drafts, six organizations review, the office that leads countersigns, the administration publishes. */
export async function catalogueIsPublished(story, cast) {
  const [editor, lead, publisher] = [
    ...[await cast.as('catalogue-editor'), await cast.as('joint-reviewer'), await cast.as('service-administrator')],
  ];
  const organization = await bureau(cast);
  const typeCode = await licenceType(story, editor, organization);
  const { basicCode, name } = await drafted(editor, typeCode);
  story.line(editor.who, `drafts the item ${name}`, { number: basicCode, state: 'draft' });
  const at = `/v1/catalog/items/${basicCode}`;
  const prefectures = await Promise.all(PREFECTURES.map(async (name) => organizationOf(await cast.as(name))));
  expect(await editor.post(`${at}/submission`, { prefectures }), { state: 'submitted' }, 'submission to joint review');
  story.line(editor.who, 'submits it to joint review 联合审核', { number: basicCode, state: 'submitted' });
  const answer = { question: 'lawful', answer: 'yes', organizationId: prefectures[0] };
  const refusal = await editor.refused(`${at}/reviews`, answer, { status: 403 });
  story.refused(editor.who, 'reviews the draft as well', refusal);
  let item;
  for (const [who, question] of OPINIONS) {
    const reviewer = await cast.as(who);
    item = await reviewer.post(`${at}/reviews`, { question, answer: 'yes', organizationId: await organizationOf(reviewer) });
    story.line(who, `finds it ${question}`, { number: basicCode, state: item.state });
  }
  item = expect(await lead.post(`${at}/countersignature`), { state: 'countersigned' }, 'the countersignature');
  story.line(lead.who, 'countersigns for the office that leads 会签', { number: basicCode, state: item.state });
  const unread = await publisher.refused(`${at}/publication`, {}, { status: 422, rule: 'catalog/P1' });
  story.refused(publisher.who, 'publishes it without a secrecy review', unread);
  await publisher.post(`${at}/secrecy-review`, cleared);
  story.line(publisher.who, 'finds nothing secret in it 保密审查', { number: basicCode, state: item.state });
  item = expect(await publisher.post(`${at}/publication`), { state: 'published' }, 'publication of the item');
  expect(item.inForce, { versionNumber: 1, basicCode }, 'the item in force');
  story.line(publisher.who, `publishes version 1, in force since ${item.inForce.effectiveFrom}`, {
    ...{ number: basicCode, state: item.state },
  });
  return { basicCode, typeCode, organization, name };
}

/** The organization for which somebody reviews. */
async function organizationOf(reviewer) {
  const { grants } = await reviewer.get('/v1/me');
  return grants.find(({ role }) => role === 'joint-reviewer').unit;
}

/** The bureau's list repeats what the catalogue lays down and adds how it is done there; the administration audits it. */
export async function guideIsPublished(story, cast, { basicCode, typeCode, organization, name }) {
  const [editor, auditor] = [await cast.as('county-editor'), await cast.as('service-administrator')];
  const draft = { organizationId: organization.id, basicCode, level: '4' };
  const early = await editor.refused('/v1/implementations', draft, { status: 422, rule: 'catalog/C5' });
  story.refused(editor.who, 'drafts a list of an item that the county has not adopted', early);
  const adopted = await auditor.post(`/v1/catalog/items/${basicCode}/adoptions`, {
    ...{ division: organization.divisionCode, answer: 'adopted' },
  });
  story.line(auditor.who, 'adopts the item for the county 承接', { number: basicCode, state: adopted.state });
  const list = await editor.post('/v1/implementations', draft);
  const at = `/v1/implementations/${list.id}`;
  story.line(editor.who, `drafts the list of ${organization.name}`, { number: list.code, state: list.state });
  const content = { ...listContent(typeCode, organization), name };
  await editor.put(at, list.version, content);
  expect(await editor.get(`${at}/completeness`), { ready: true, findings: [] }, 'completeness of the list');
  const submitted = expect(await editor.post(`${at}/submission`), { state: 'submitted' }, 'submission of the list');
  story.line(editor.who, 'submits it, complete in all elements', { number: list.code, state: submitted.state });
  const audit = { outcome: 'approved', reasons: '要素完整，与基本目录一致' };
  const audited = expect(await auditor.post(`${at}/audit`, audit), { state: 'audited' }, 'audit of the list');
  story.line(auditor.who, 'audits the list 审核', { number: list.code, state: audited.state });
  await auditor.post(`${at}/secrecy-review`, cleared);
  story.line(auditor.who, 'finds nothing secret in it 保密审查', { number: list.code, state: audited.state });
  const published = expect(await auditor.post(`${at}/publication`), { state: 'published' }, 'publication of the list');
  story.line(auditor.who, 'publishes it as the guide for everybody', { number: list.variantCode, state: published.state });
  const document = await cast.anybody.get(`/v1/guides/${list.variantCode}`);
  expect(document.guide, { basicCode, promisedLimit: content.promisedLimit }, 'the guide');
  return { code: list.variantCode, organization, name };
}

async function bureau(cast) {
  const editor = await cast.as('county-editor');
  const { grants } = await editor.get('/v1/me');
  const unit = grants.find(({ role }) => role === 'implementation-editor')?.unit;
  demand(unit, 'county-editor should edit the lists of a bureau');
  return editor.get(`/v1/organizations/${unit}`);
}

/** The type stays from run to run. */
async function licenceType(story, editor, { uscc }) {
  const typeCode = `${uscc}901`;
  const { status } = await editor.send('GET', `/v1/licence-types/${typeCode}`);
  if (status === 404) {
    const properties = { schoolName: { type: 'string', maxLength: 100 } };
    const metadata = { type: 'object', properties, required: ['schoolName'], additionalProperties: false };
    const layout = { selectivelyDisclosable: [], oneValidPerHolder: false, template: 'standard' };
    await editor.post('/v1/licence-types', { typeCode, name: LICENCE, metadata, ...layout });
    await editor.post(`/v1/licence-types/${typeCode}/publication`);
  }
  const type = await editor.get(`/v1/licence-types/${typeCode}`);
  expect(type, { name: LICENCE }, 'the licence type');
  const what = status === 404 ? `publishes the licence type ${LICENCE}` : `finds the licence type ${LICENCE}`;
  story.line(editor.who, what, { number: typeCode, state: type.state });
  return typeCode;
}

/** Another item each time: codes are taken once and for all. */
async function drafted(editor, typeCode) {
  for (let tries = 0; tries < 20; tries++) {
    const basicCode = `6501149${String(randomInt(100)).padStart(2, '0')}${String(randomInt(1, 1000)).padStart(3, '0')}`;
    const name = `示例办学许可（演示 ${basicCode.slice(-6)}）`;
    const { status, body } = await editor.send('POST', '/v1/catalog/items', { ...elements(name, typeCode), basicCode });
    if (status === 409) continue;
    return expect({ ...body, status, basicCode, name }, { status: 201, state: 'draft' }, `drafting ${basicCode}`);
  }
  throw new Broken('no free basic code');
}

const elements = (name, typeCode) => ({
  ...{ name, legalBasis: ['《示例职业培训管理条例》第八条'], exerciseLevels: ['3', '4'], audiences: ['1', '2'] },
  acceptanceConditions: '有固定的教学场所和合格的教师。',
  statutoryLimit: { days: 20, unit: 'working-day' },
  ...{ resultName: LICENCE, resultType: 'licence', resultCertificateType: typeCode, fees: { charged: false } },
  materials: [material('M01', '办学申请书', 'applicant'), material('M02', '场所消防检测报告', 'third-party')],
  reviewStandard: '材料齐全，场所检测合格。',
});

const listContent = (typeCode, { uscc, name }) => ({
  regulatingOrganization: { uscc, name },
  ...{ promisedLimit: { days: 3, unit: 'working-day' }, handling: 'promised' },
  steps: ['受理', '审查', '办结'].map((name, index) => ({ code: `S${index + 1}`, name, countsAsStep: true })),
  form: {
    type: 'object',
    properties: {
      schoolName: { type: 'string', minLength: 1, maxLength: 100, title: '学校名称' },
      places: { type: 'integer', minimum: 1, maximum: 10_000, title: '招生人数' },
    },
    ...{ required: ['schoolName'], additionalProperties: false },
  },
  channels: ['window', 'online'],
  windows: [{ name: '综合窗口', address: '示例路 1 号', hours: '工作日 10:00-13:30, 15:30-19:00', phone: '0000-0000000' }],
  result: { kind: 'licence', name: LICENCE, certificateType: typeCode, validityMonths: 36, fields: ['schoolName'] },
  ...{ visits: 0, resultSample: 'urn:demo:result-sample' },
  questions: [{ question: '可以委托他人办理吗？', answer: '可以，请出示授权委托书。' }],
  remedies: { review: '示例人民政府', lawsuit: '示例人民法院' },
  phones: { enquiry: '0000-0000000', complaint: '0000-0000001' },
});
