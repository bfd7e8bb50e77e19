import { cleared } from '../../../src/modules/catalog/catalog.facade';
import { platform } from '../../../src/kernel/authz/actor';
import { CatalogFacade, type ItemElements } from '../../../src/modules/catalog/catalog.facade';
import { staff } from '../../kit/actors';
import { givenGuide, guideContent } from '../../kit/given-guide';
import { givenItem } from '../../kit/given-item';
import { givenOrganization } from '../../kit/given-organization';
import type { World } from '../../kit/world';
import { ELSEWHERE, made, type Given, type Records } from '../reach';

type Upto = 'draft' | 'complete' | 'submitted' | 'approved' | 'cleared' | 'published';

/** A list of a new organ over a new item, brought so far. */
async function list(w: World, upto: Upto) {
  const unit = await givenOrganization(w);
  const { basicCode } = await givenItem(w);
  const editor = await staff(w, { role: 'implementation-editor', unit: unit.id });
  const administrator = await staff(w, { role: 'service-administrator', area: '650102000000' });
  const body = { organizationId: unit.id, basicCode, level: '4' };
  const { id } = await made<{ id: string }>(editor.agent.post('/v1/implementations', body));
  const address = `/v1/implementations/${id}`;
  const steps: [Upto, () => PromiseLike<{ status: number; body: unknown }>][] = [
    ['complete', () => editor.agent.with({ 'if-match': '"1"' }).put(address, guideContent())],
    ['submitted', () => editor.agent.post(`${address}/submission`)],
    ['approved', () => administrator.agent.post(`${address}/audit`, { outcome: 'approved', reasons: '完整' })],
    ['cleared', () => administrator.agent.post(`${address}/secrecy-review`, cleared)],
    ['published', () => administrator.agent.post(`${address}/publication`)],
  ];
  const last = steps.findIndex(([name]) => name === upto);
  for (const [, step] of steps.slice(0, last + 1)) await made(step());
  return { editor, administrator, at: { id } };
}

const content = guideContent();
const fourSteps = { ...content, steps: [...content.steps!, { code: 'S4', name: '复审', countsAsStep: true }] };

const edited =
  (upto: Upto, more: object = {}): Given =>
  async (w) => {
    const { editor, at } = await list(w, upto);
    const outsider = await staff(w, { role: 'implementation-editor', unit: (await givenOrganization(w)).id });
    return { by: editor, outsider, at, ...more };
  };
const administered =
  (upto: Upto, body: object = {}): Given =>
  async (w) => {
    const { administrator, at } = await list(w, upto);
    return { by: administrator, outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }), at, body };
  };

const IMPORT = '?batch=1&approvedUnder=x';
const importJob: Given = async (w) => {
  const by = await staff(w, { role: 'service-administrator', area: '650100000000' });
  const { id } = await made<{ id: string }>(
    by.agent.stream(`/v1/implementations/imports${IMPORT}`, 'application/x-ndjson', '{}'),
  );
  await w.settle();
  return { by, at: { id }, outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }) };
};

const HALL = '650100000000';

/** A managed list of a city, brought so far. */
const managed =
  (upto: 'derived' | 'cleared' | 'published', more: object = {}, reviewing = false): Given =>
  async (w) => {
    const by = await staff(w, { role: 'service-administrator', area: HALL });
    const reviewer = await staff(w, { role: 'service-administrator', area: HALL });
    const { id } = await made<{ id: string }>(by.agent.post('/v1/catalog/lists', { kind: 'commitment', division: HALL }));
    if (upto !== 'derived') await made(reviewer.agent.post(`/v1/catalog/lists/${id}/secrecy-review`, cleared));
    if (upto === 'published') await made(by.agent.post(`/v1/catalog/lists/${id}/publication`));
    const outsider = await staff(w, { role: 'service-administrator', area: ELSEWHERE });
    return { by: reviewing ? reviewer : by, outsider, at: { id }, ...more };
  };
const deriving: Given = async (w) => ({
  by: await staff(w, { role: 'service-administrator', area: HALL }),
  outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }),
  body: { kind: 'commitment', division: HALL },
});

const guideVersions: Given = async (w) => ({
  by: { id: 'nobody', agent: w.as() },
  at: { code: (await givenGuide(w)).variantCode, n: '1' },
});

export const implementationRecords: Records = {
  '/v1/list-rules/{division}/{code}': (w) =>
    Promise.resolve({ by: { id: 'nobody', agent: w.as() }, at: { division: HALL, code: 'phone-area-code' } }),
  listListRules: (w) => Promise.resolve({ by: { id: 'nobody', agent: w.as() }, query: `?division=${HALL}` }),
  decideListRule: async (w) => ({
    by: await staff(w, { role: 'service-administrator', area: HALL }),
    outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }),
    ...{ at: { division: HALL, code: 'phone-area-code' }, headers: { 'if-match': '"0"' } },
    body: { enforced: false, reason: '示例' },
  }),
  previewList: deriving,
  deriveList: deriving,
  '/v1/catalog/lists/{id}': managed('published'),
  compareManagedLists: async (w) => {
    const reach = await managed('published')(w);
    return { ...reach, query: `?with=${reach.at!.id}` };
  },
  clearManagedList: managed('derived', { body: cleared }, true),
  publishManagedList: managed('cleared', { body: {} }),
  discardManagedList: managed('derived', { body: { reason: '示例' } }),
  // Of which organs the rows are, the job finds out.
  importLists: async (w) => ({
    by: await staff(w, { role: 'service-administrator', area: '650100000000' }),
    query: IMPORT,
    body: '{}',
  }),
  '/v1/jobs/{id}': importJob,
  cancelJob: async (w) => {
    const reach = await importJob(w);
    // A worker has it, and is silent.
    await w.rows(`update kernel.job set state = 'running', claimed_until = clock_timestamp() + interval '1 hour' where id = $1`, [
      reach.at!.id,
    ]);
    return reach;
  },
  draftImplementation: async (w) => {
    const { id: organizationId } = await givenOrganization(w);
    return {
      by: await staff(w, { role: 'implementation-editor', unit: organizationId }),
      outsider: await staff(w, { role: 'implementation-editor', unit: (await givenOrganization(w)).id }),
      body: { organizationId, basicCode: (await givenItem(w)).basicCode, level: '4' },
    };
  },
  '/v1/implementations/{id}': edited('complete'),
  editImplementation: edited('draft', { headers: { 'if-match': '"1"' }, body: guideContent() }),
  '/v1/implementations/{id}/following': edited('complete'),
  followCatalogue: async (w) => {
    const given = await edited('complete', { headers: { 'if-match': '"2"' } })(w);
    const [list] = await w.rows<{ content: object }>(
      'select v.elements as content from implementation.implementation i join catalog.item_version v on v.id = i.item_version_id where i.id = $1',
      [given.at!.id],
    );
    const changed = { ...list!.content, reviewStandard: '材料齐全，检测结果合格，现场相符。' } as ItemElements;
    await w.get(CatalogFacade).takeNational(platform('test'), changed, 'followed');
    return given;
  },
  readDelegationRate: (w) => Promise.resolve({ by: { id: 'nobody', agent: w.as() }, query: `?division=${HALL}` }),
  askStepApproval: async (w) => {
    const given = await edited('draft', { body: { reason: '涉及公共安全' } })(w);
    await made(given.by.agent.with({ 'if-match': '"1"' }).put(`/v1/implementations/${given.at!.id}`, fourSteps));
    return given;
  },
  decideStepApproval: async (w) => {
    const { editor, administrator, at } = await list(w, 'draft');
    const address = `/v1/implementations/${at.id}`;
    await made(editor.agent.with({ 'if-match': '"1"' }).put(address, fourSteps));
    await made(editor.agent.post(`${address}/step-approval`, { reason: '涉及公共安全' }));
    const body = { outcome: 'refused', reasons: '可以并入审查环节' };
    return { by: administrator, outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }), at, body };
  },
  auditImplementation: administered('submitted', { outcome: 'approved', reasons: '要素完整' }),
  reviewListSecrecy: administered('approved', cleared),
  publishImplementation: administered('cleared'),
  unscheduleImplementation: async (w) => {
    const given = await administered('cleared', { reason: '生效日期有误' })(w);
    await made(given.by.agent.post(`/v1/implementations/${given.at!.id}/publication`, { effectiveFrom: '2090-01-01' }));
    return given;
  },
  suspendImplementation: administered('published', { reason: '系统升级' }),
  resumeImplementation: async (w) => {
    const given = await administered('published', { reason: '升级完成' })(w);
    await made(given.by.agent.post(`/v1/implementations/${given.at!.id}/suspension`, { reason: '系统升级' }));
    return given;
  },
  withdrawImplementation: administered('published', { reason: '依据已废止' }),
  '/v1/guides/{code}': async (w) => ({ by: { id: 'nobody', agent: w.as() }, at: { code: (await givenGuide(w)).variantCode } }),
  '/v1/guides/{code}/versions': guideVersions,
  compareGuideVersions: async (w) => ({ ...(await guideVersions(w)), query: '?with=1' }),
  resolveGuide: async (w) => ({
    by: { id: 'nobody', agent: w.as() },
    at: { code: (await givenGuide(w)).variantCode },
    body: { answers: [] },
  }),
  searchGuides: (w) => Promise.resolve({ by: { id: 'nobody', agent: w.as() }, query: '?q=卫生' }),
  '/v1/guide-versions/{id}': async (w) => ({
    by: { id: 'nobody', agent: w.as() },
    at: { id: (await givenGuide(w)).versionId },
  }),
};
