import { createHash } from 'node:crypto';
import { platform } from '../../src/kernel/authz/actor';
import { cleared } from '../../src/modules/catalog/catalog.facade';
import { nextDay } from '../../src/modules/catalog/item/effective-days.rules';
import { demoProposal, StandingFacade } from '../../src/modules/catalog/standing.facade';
import type { GuideContent } from '../../src/modules/implementation/implementation.facade';
import {
  managedListLifecycle,
  type ManagedListAct,
  type ManagedListState,
} from '../../src/modules/implementation/managed-list/managed-list.lifecycle';
import type { ListKind } from '../../src/modules/implementation/managed-list/kinds.rules';
import { type Somebody, staff } from '../kit/actors';
import { type GivenGuide, givenGuide, guideContent } from '../kit/given-guide';
import { givenItem, itemElements } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

const [COUNTY, TOWN, OTHER, THIRD] = ['654021000000', '654021100000', '654022000000', '654023000000'] as const;
let w: World;
let keeper: Somebody;
let second: Somebody;
let rich: GivenGuide;
let town: GivenGuide;
beforeAll(async () => {
  w = await World.open();
  keeper = await staff(w, { role: 'service-administrator', area: '654000000000' });
  second = await staff(w, { role: 'service-administrator', area: '650000000000' });
  const [first, report] = itemElements().materials;
  const materials = [
    { ...first!, replaceableBy: {} },
    { ...report!, necessity: 'deferrable' as const },
    { ...first!, code: 'M03', name: '营业执照', source: 'government' as const, replaceableBy: { certificateType: LICENCE } },
  ];
  const item = await givenItem(w, { exerciseLevels: ['4', '5'], materials });
  const hands = { editor: platform('editor'), publisher: platform('publisher') };
  await w.get(StandingFacade).listForCommitment(hands, { ...demoProposal, basicCode: item.basicCode });
  rich = await guideIn(COUNTY, richContent, item.elements);
  const organization = await givenOrganization(w, { divisionCode: TOWN });
  town = await givenGuide(w, { organization, level: '5', item: item.elements });
});
afterAll(() => w.close());

const LICENCE = '11100000000013338W001';
const richContent: Partial<GuideContent> = {
  commitment: { text: '承诺符合条件', liability: '撤销决定', afterCheckDays: 20 },
  intermediaryServices: [{ name: '卫生检测', materialCode: 'M02', legalBasis: '《公共场所卫生管理条例》第八条' }],
  specialProcedures: [
    {
      kind: 'on-site-inspection',
      name: '现场勘验',
      stopsClock: false,
      article: '《示例法》第九条',
      days: 5,
      unit: 'working-day',
    },
    { kind: 'publication', name: '公示', stopsClock: false, article: '《示例法》第九条', days: 5, unit: 'working-day' },
  ],
  coverage: {
    ...{ fullyOnline: false, notFullyOnlineReason: '须现场勘验', inCentre: false, notInCentreReason: '场地限制' },
    notInCentreCause: 'site-limits',
    ...{ onPlatform: false, notOnPlatformReason: '使用国家垂管系统' },
  },
};

const at = (id = '', more = '') => `/v1/catalog/lists${id && `/${id}`}${more}`;
const guideIn = async (divisionCode: string, overrides: Partial<GuideContent> = {}, item: object = {}) =>
  givenGuide(w, { organization: await givenOrganization(w, { divisionCode }), overrides, item });
const derive = (kind: ListKind, division: string = COUNTY, by = keeper) => by.agent.post(at(), { kind, division });
interface Line {
  key: string;
  line: object;
}
const linesOf = async (id: string) => (await keeper.agent.get(at(id, '/lines?limit=100')).expect(200)).body.items as Line[];

const KINDS: Record<ListKind, [key: string, line: object]> = {
  licensing: ['', { level: '4' }],
  commitment: ['', { commitment: richContent.commitment }],
  'deferred-materials': ['', { mainMaterials: ['申请表', '营业执照'], deferrable: ['检测报告'] }],
  'licence-sharing': ['/M03', { material: '营业执照', certificateType: LICENCE }],
  'certificates-and-proofs': ['/M03', { material: '营业执照', certificateType: LICENCE }],
  'intermediary-services': ['/M02/1', { service: '卫生检测', materialCode: 'M02' }],
  'special-procedures': ['/1', { procedure: '现场勘验', days: 5, unit: 'working-day', article: '《示例法》第九条' }],
  'township-and-village': ['', { level: '5' }],
  'not-fully-online': ['', { reason: '须现场勘验' }],
  'not-in-centre': ['', { reason: '场地限制' }],
  'not-on-platform': ['', { reason: '使用国家垂管系统' }],
};

test.each(Object.entries(KINDS) as [ListKind, (typeof KINDS)['licensing']][])(
  'catalog/C6: the list of %s is derived from the guides in force',
  async (kind, [suffix, line]) => {
    const { body } = await derive(kind).expect(201);
    const { variantCode, guide } = kind === 'township-and-village' ? town : rich;
    const lines = await linesOf(body.id);
    expect(body.lineCount).toBe(lines.length);
    expect(lines).toContainEqual({
      key: variantCode + suffix,
      line: expect.objectContaining({ ...line, variantCode, basicCode: guide.basicCode, name: guide.name }),
    });
    // What the law excludes from a list, and what other guides lack, is not there.
    expect(lines.filter(({ key }) => key.startsWith(variantCode))).toHaveLength(1);
  },
);

test('catalog/C6: an entry of a negative list whose guide gives no reason is refused, and the preview shows it before', async () => {
  const { variantCode } = await guideIn(OTHER, { channels: ['window'] });
  const preview = await keeper.agent.post(at('preview'), { kind: 'not-fully-online', division: OTHER }).expect(200);
  expect(preview.body).toMatchObject({ lineCount: 1, differenceCount: 1, reasonless: [variantCode] });
  const { body } = await derive('not-fully-online', OTHER).expect(422);
  expect(body).toMatchObject({ code: 'implementation.negative-without-reason', rule: 'catalog/C6' });
  expect(body.errors).toMatchObject([{ pointer: `/${variantCode}` }]);
  const [row] = await w.rows<{ lines: number }>(
    `select count(*)::int as lines from implementation.managed_list_line where key = $1 and line ->> 'reason' is null and list_id not in
      (select id from implementation.managed_list)`,
    [variantCode],
  );
  expect(row!.lines).toBe(0);
});

const ACTS: Record<
  Exclude<ManagedListAct, 'refuse-secrecy'>,
  (id: string) => PromiseLike<{ status: number; body: { state: string; code?: string } }>
> = {
  'review-secrecy': (id) => second.agent.post(at(id, '/secrecy-review'), cleared),
  publish: (id) => keeper.agent.post(at(id, '/publication')),
  discard: (id) => keeper.agent.post(at(id, '/discarding'), { reason: '重新生成' }),
};

async function listIn(
  state: ManagedListState,
  kind: ListKind = 'deferred-materials',
  division: string = COUNTY,
): Promise<string> {
  const { id } = (await derive(kind, division).expect(201)).body;
  if (state === 'discarded') await ACTS.discard(id);
  if (state === 'cleared' || state === 'published') expect((await ACTS['review-secrecy'](id)).status).toBe(200);
  if (state === 'published') expect((await ACTS.publish(id)).status).toBe(200);
  return id;
}

test.each(['derived', 'cleared', 'published', 'discarded'] as const)(
  'catalog/C6: from %s each act goes as the table says',
  async (state) => {
    for (const act of Object.keys(ACTS) as (keyof typeof ACTS)[]) {
      const { status, body } = await ACTS[act](await listIn(state));
      if (managedListLifecycle.allows(act, state))
        expect([act, status, body.state]).toEqual([act, 200, managedListLifecycle.steps[act].to]);
      else expect([act, status, body.code]).toEqual([act, 409, 'kernel.not-possible-now']);
    }
  },
);

test('implementation/P1: a list is cleared by somebody else, nothing that is not open, and a refused one is derived anew', async () => {
  const id = await listIn('derived');
  const own = await keeper.agent.post(at(id, '/secrecy-review'), cleared).expect(403);
  expect(own.body).toMatchObject({ code: 'implementation.secrecy-own-draft', rule: 'implementation/P1' });
  const secret = await second.agent.post(at(id, '/secrecy-review'), { ...cleared, grade: 'work-secret' }).expect(422);
  expect(secret.body.code).toBe('implementation.secrecy-not-open');
  await w.as().get(at(id)).expect(404);
  const refused = { grade: 'sensitive', outcome: 'refused', reasons: '汇总后涉及敏感信息' };
  const { body } = await second.agent.post(at(id, '/secrecy-review'), refused).expect(200);
  expect(body).toMatchObject({ state: 'discarded', secrecy: refused });
});

test('catalog/C6: a published list has number, first day and digest, never changes, and is compared with the next one', async () => {
  await guideIn(THIRD);
  const stale = await listIn('cleared', 'licensing', THIRD);
  const first = await listIn('published', 'licensing', THIRD);
  const old = await keeper.agent.post(at(stale, '/publication')).expect(409);
  expect(old.body).toMatchObject({ code: 'implementation.derived-before-the-last', rule: 'catalog/C6' });
  const read = await w.as().get(at(first)).expect(200);
  expect(read.body).toMatchObject({ number: 1, lineCount: 1, acts: [] });
  expect(read.body).not.toHaveProperty('secrecy');
  for (const path of [at(first), at(first, '/lines')]) {
    const { headers } = await w.as().get(path).expect(200);
    await w.as().with({ 'if-none-match': headers.etag! }).get(path).expect(304);
  }
  const change = 'update implementation.managed_list set digest = digest where id = $1';
  await expect(w.rows(change, [first])).rejects.toThrow('immutable');
  await expect(w.rows('delete from implementation.managed_list_line where list_id = $1', [first])).rejects.toThrow('immutable');

  const { variantCode } = await guideIn(THIRD);
  const preview = await keeper.agent.post(at('preview'), { kind: 'licensing', division: THIRD }).expect(200);
  expect(preview.body).toMatchObject({ against: first, lineCount: 2, differenceCount: 1, differences: [{ key: variantCode }] });
  const next = await listIn('cleared', 'licensing', THIRD);
  const today: string = read.body.effectiveFrom;
  const early = await keeper.agent.post(at(next, '/publication'), { effectiveFrom: today }).expect(422);
  expect(early.body).toMatchObject({ code: 'implementation.list-effective-too-early', rule: 'catalog/C6' });
  const published = await keeper.agent.post(at(next, '/publication')).expect(200);
  expect(published.body).toMatchObject({ number: 2, effectiveFrom: nextDay(today), digest: preview.body.digest });
  const diff = await w
    .as()
    .get(at(next, `/diff?with=${first}`))
    .expect(200);
  expect(diff.body.items).toEqual([{ key: variantCode, after: expect.objectContaining({ variantCode }) }]);
  for (const [day, number] of [
    [today, 1],
    [nextDay(today), 2],
  ] as const) {
    const { body } = await w.as().get(`${at()}?kind=licensing&division=${THIRD}&asOf=${day}`).expect(200);
    expect(body.items.map((each: { number: number }) => each.number)).toEqual([number]);
  }
});

/** Without the library that the platform uses: members in the order of their names, no spaces (RFC 8785, for what stands in lists). */
const canonical = (value: unknown): string =>
  typeof value !== 'object' || value === null
    ? JSON.stringify(value)
    : Array.isArray(value)
      ? `[${value.map(canonical).join()}]`
      : `{${Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`)
          .join()}}`;

test('catalog/C6: whoever reads all pages of a list recomputes its digest, in the order of the bytes of their keys', async () => {
  const service = { name: '检测"甲"\t😀', materialCode: 'M02', legalBasis: '《公共场所卫生管理条例》第八条' };
  await guideIn('654025000000', { intermediaryServices: Array.from({ length: 11 }, () => service) });
  const { body: list } = await derive('intermediary-services', '654025000000').expect(201);
  const [hash, keys] = [createHash('sha256'), [] as string[]];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await keeper.agent.get(at(list.id, `/lines?limit=4${cursor && `&cursor=${cursor}`}`)).expect(200);
    for (const line of body.items as Line[]) {
      hash.update(`${canonical(line)}\n`);
      keys.push(line.key);
    }
    cursor = body.nextCursor as string | null;
  }
  expect(keys.map((key) => key.split('/')[2])).toEqual(['1', '10', '11', '2', '3', '4', '5', '6', '7', '8', '9']);
  expect(hash.digest('hex')).toBe(list.digest);
  const { body: preview } = await keeper.agent.post(at('preview'), { kind: 'intermediary-services', division: '654025000000' });
  expect(preview).toMatchObject({ digest: list.digest, lineCount: 11, differenceCount: 11 });
});

test('catalog/C8: a list with an item that differs from an outside list is not published', async () => {
  const { guide } = await guideIn('654024000000');
  const id = await listIn('cleared', 'licensing', '654024000000');
  const rows = [{ code: guide.basicCode, name: '外部名称' }];
  const document = {
    kind: 'market-access' as const,
    documentNumber: '示例〔2026〕1号',
    title: '示例',
    issuedOn: '2026-01-01',
    rows,
  };
  await w.get(StandingFacade).importOutsideList(platform('test'), document);
  const { body } = await keeper.agent.post(at(id, '/publication')).expect(422);
  expect(body).toMatchObject({ code: 'catalog.difference-unresolved', rule: 'catalog/C8' });
});

test('catalog/C6: lists are kept for divisions of one’s own area; licensing lists at region, prefecture and county', async () => {
  const elsewhere = await staff(w, { role: 'service-administrator', area: '653100000000' });
  await derive('licensing', COUNTY, elsewhere).expect(403);
  const below = await derive('licensing', TOWN).expect(422);
  expect(below.body).toMatchObject({ code: 'implementation.no-licensing-level', rule: 'catalog/C6' });
  const nowhere = await derive('licensing', '659999000000').expect(422);
  expect(nowhere.body).toMatchObject({ code: 'implementation.no-such-division', rule: 'catalog/C6' });
  expect((await derive('licensing', '654000000000').expect(201)).body.lineCount).toBe(0);
});

const UNFOUNDED: [code: string, content: Partial<GuideContent>, pointer: string][] = [
  [
    'implementation.coverage-without-reason',
    { coverage: { fullyOnline: true, inCentre: false, notInCentreCause: 'site-limits', onPlatform: true } },
    '/coverage/notInCentreReason',
  ],
  [
    'implementation.intermediary-unfounded',
    { intermediaryServices: [{ name: '评估', materialCode: 'M02', legalBasis: '行业惯例' }] },
    '/intermediaryServices/0',
  ],
  [
    'implementation.intermediary-unfounded',
    { intermediaryServices: [{ name: '评估', materialCode: 'M99', legalBasis: '《示例法》第九条' }] },
    '/intermediaryServices/0',
  ],
];

test.each(UNFOUNDED)(
  'catalog/C6: a guide from which a list could not be derived is refused (%s)',
  async (code, content, pointer) => {
    const organization = await givenOrganization(w);
    const editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
    const draft = { organizationId: organization.id, basicCode: (await givenItem(w)).basicCode, level: '4' };
    const { id } = (await editor.agent.post('/v1/implementations', draft).expect(201)).body;
    await editor.agent.with({ 'if-match': '"1"' }).put(`/v1/implementations/${id}`, guideContent(content)).expect(200);
    const { body } = await editor.agent.post(`/v1/implementations/${id}/submission`).expect(422);
    expect(body).toMatchObject({ code, rule: 'catalog/C6', errors: [{ pointer }] });
  },
);
