import { ImplementationFacade } from '../../src/modules/implementation/implementation.facade';
import { platform } from '../../src/kernel/authz/actor';
import { staff } from '../kit/actors';
import { givenGuide, type GivenGuide, guideContent } from '../kit/given-guide';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

type Answer = { items: { name: string; variantCode: string; match: string }[]; nextCursor: string | null; facets?: Facets };
type Facets = Record<'itemType' | 'audience' | 'theme' | 'onlineDepth', { value: string; count: number }[]> & {
  counted: number;
  complete: boolean;
};

const search = async (query: Record<string, string>): Promise<Answer> => {
  const { body } = await w
    .as()
    .get(`/v1/guides/search?${new URLSearchParams(query).toString()}`)
    .expect(200);
  return body as Answer;
};
const names = async (query: Record<string, string>) => (await search(query)).items.map(({ name, match }) => [name, match]);
const named = (name: string, more: Parameters<typeof givenGuide>[1] = {}): Promise<GivenGuide> =>
  givenGuide(w, { ...more, overrides: { name, ...more?.overrides } });

test('implementation/I13: exact, then by prefix, then containing it, then similar', async () => {
  for (const name of ['药品经营许可', '药品经营许可变更', '零售药品经营许可', '药品经营许司', '殡葬服务设立']) await named(name);
  expect(await names({ q: '药品经营许可' })).toEqual([
    ['药品经营许可', 'exact'],
    ['药品经营许可变更', 'prefix'],
    ['零售药品经营许可', 'contains'],
    ['药品经营许司', 'fuzzy'],
  ]);
});

test('implementation/I13: two typed letters suffice, rare ones, in any width and with anything between them', async () => {
  await named('堃䶮测绘成果 ABC 查询');
  for (const q of ['堃䶮', '堃·䶮', '%堃䶮', "堃'䶮"]) expect(await names({ q })).toEqual([['堃䶮测绘成果 ABC 查询', 'prefix']]);
  for (const q of ['䶮测', 'ＡＢ', 'bc查', 'c 查询']) expect(await names({ q })).toEqual([['堃䶮测绘成果 ABC 查询', 'contains']]);
});

test('implementation/I13: one letter alone, or none, is refused', async () => {
  for (const q of ['药', '%%', '药·']) {
    const { body } = await w
      .as()
      .get(`/v1/guides/search?q=${encodeURIComponent(q)}`)
      .expect(400);
    expect(body).toMatchObject({ code: 'implementation.search-too-short', rule: 'implementation/I13' });
  }
  await w.as().get('/v1/guides/search').expect(400);
});

test('implementation/I13: a Uyghur name is found as well', async () => {
  const { name } = (await named('浴室卫生许可', { overrides: { uyghurName: 'ھاممام تازىلىق ئىجازىتى' } })).guide;
  expect(await names({ q: 'تازىلىق' })).toEqual([[name, 'contains']]);
});

test('implementation/I13: a list is found by its code, its beginning or its basic code', async () => {
  const { variantCode, code, guide } = await named('编码查询事项');
  for (const q of [variantCode, code, guide.basicCode]) expect(await names({ q })).toEqual([[guide.name, 'exact']]);
  expect((await names({ q: code.slice(0, 18) }))[0]).toEqual([guide.name, 'prefix']);
});

describe('filters', () => {
  let county: GivenGuide;
  let region: GivenGuide;
  beforeAll(async () => {
    const organization = await givenOrganization(w, { divisionCode: '650000000000' });
    region = await named('林木采伐登记', { organization, level: '2', item: { exerciseLevels: ['2', '4'] } });
    county = await named('林木采伐登记办理', { overrides: { audiences: ['1'], themes: ['P065'], onlineDepth: 4 } });
  });
  const found = async (more: Record<string, string | undefined>) =>
    (await search({ q: '林木采伐', ...(JSON.parse(JSON.stringify(more)) as Record<string, string>) })).items.map(
      (each) => each.variantCode,
    );

  test('implementation/I13: what somebody can use is what the place and all above it offer', async () => {
    const { divisionCode } = county.organization;
    expect(await found({ usableIn: divisionCode })).toEqual([region.variantCode, county.variantCode]);
    expect(await found({ usableIn: '654000000000' })).toEqual([region.variantCode]);
    const { body } = await w.as().get('/v1/guides/search?q=林木&usableIn=659999999999').expect(400);
    expect(body).toMatchObject({ code: 'implementation.search-division-unknown' });
  });

  test('implementation/I13: division and below, organization, type, department, audience, theme and depth narrow it', async () => {
    const { divisionCode, id } = county.organization;
    for (const filter of [
      ...[{ division: divisionCode }, { organization: id }, { theme: 'P065' }, { onlineDepth: '1' }, { onlineDepth: '4' }],
      { audience: '1', itemType: '01', department: county.guide.basicCode.slice(4, 6), division: '650000000000', theme: 'P065' },
    ])
      expect(await found(filter)).toEqual([county.variantCode]);
    for (const filter of [{ onlineDepth: '5' }, { theme: 'E005' }, { itemType: '20' }, { audience: '9' }])
      expect(await found(filter)).toEqual([]);
    await w.as().get('/v1/guides/search?q=林木&theme=X1').expect(400);
  });

  test('implementation/I13: facets count what was found', async () => {
    const { facets } = await search({ q: '林木采伐', facets: 'true' });
    expect(facets).toMatchObject({
      ...{ counted: 2, complete: true, itemType: [{ value: '01', count: 2 }], theme: [{ value: 'P065', count: 1 }] },
      onlineDepth: ['1', '2', '3', '4'].map((value) => ({ value, count: 1 })),
    });
  });
});

test('implementation/I13: pages continue where the last one ended, from tier to tier', async () => {
  const made = ['农机鉴定', '农机鉴定一', '农机鉴定二', '甲农机鉴定', '乙农机鉴定', '丙农机鉴定', '丁农机鉴定'];
  for (const name of made) await named(name);
  const found: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Answer = await search({ q: '农机鉴定', limit: '2', ...(cursor && { cursor }) });
    found.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  expect([...found].sort()).toEqual([...made].sort());
  expect(found.slice(0, 3)).toEqual(['农机鉴定', '农机鉴定一', '农机鉴定二']);
  const places = ['99999999999999999999', '9223372036854775808', 'x', '1; select'];
  const cursors = places.map((place) => Buffer.from(JSON.stringify([2, '', place, ''])).toString('base64url'));
  for (const cursor of ['abc', ...cursors]) await w.as().get(`/v1/guides/search?q=农机&cursor=${cursor}`).expect(400);
});

test('implementation/I13: what is withdrawn is found no more, what replaced it is', async () => {
  const { organization, guide } = await named('船舶检验');
  const [list] = await w.rows<{ id: string }>('select id from implementation.implementation where organization_id = $1', [
    organization.id,
  ]);
  const next = {
    organizationId: organization.id,
    basicCode: guide.basicCode,
    level: '4' as const,
    variantName: '渔船',
    approvedUnder: '示例〔2026〕2号',
  };
  await w.get(ImplementationFacade).publish(platform('test'), { ...next, content: guideContent() });
  expect(await names({ q: '船舶检验' })).toEqual([['船舶检验（渔船）', 'prefix']]);
  const administrator = await staff(w, { role: 'service-administrator', area: '650000000000' });
  await administrator.agent.post(`/v1/implementations/${list!.id}/withdrawal`, { reason: '不再办理' }).expect(200);
  expect(await names({ q: '船舶检验' })).toEqual([]);
});

describe('where more is found than is looked at', () => {
  // Straight into the database, far more than 2,000: as many as no test publishes, and a sample of every 64th knows it.
  beforeAll(async () => {
    const { versionId } = await named('渔业捕捞许可总目');
    for (const batch of [1, 2, 3, 4, 5, 6])
      await w.rows(
        `insert into implementation.guide_version (id, implementation_id, number, code, variant_code, basic_code, item_type, name, organization_id,
           organization_name, area_path, document, digest, origin, effective_from)
         select gen_random_uuid(), v.implementation_id, n, v.code, v.variant_code || n, v.basic_code, v.item_type,
           case n % 3 when 0 then '渔业捕捞许可' || n else n || '渔业捕捞许可' end, v.organization_id, v.organization_name, v.area_path, v.document,
           v.digest, v.origin, v.effective_from
         from implementation.guide_version v, generate_series($2 * 700, $2 * 700 + 699) n where v.id = $1`,
        [versionId, batch],
      );
  });

  test('implementation/I13: prefix comes before containing all the same, and pages go on', async () => {
    const first = await search({ q: '渔业捕捞许可', limit: '100' });
    expect(new Set(first.items.map(({ match }) => match))).toEqual(new Set(['prefix']));
    const second = await search({ q: '渔业捕捞许可', limit: '100', cursor: first.nextCursor! });
    expect(first.items.at(-1)!.name < second.items[0]!.name).toBe(true);
    const last = await search({ q: '业捕捞许', limit: '100' });
    const next = await search({ q: '业捕捞许', limit: '100', cursor: last.nextCursor! });
    expect(new Set([...last.items, ...next.items].map(({ variantCode }) => variantCode)).size).toBe(200);
    expect(new Set(last.items.map(({ match }) => match))).toEqual(new Set(['contains']));
  });

  test('implementation/I13: facets say that not all were counted', async () => {
    const { facets } = await search({ q: '渔业捕捞', facets: 'true' });
    expect(facets).toMatchObject({ counted: 2001, complete: false });
  });
});
