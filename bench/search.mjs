// Search among many published guides through HTTP, beside the same statements on a bare connection and an answer that reads nothing:
// `npm run bench:search -- 1000000`. Figures are milliseconds, p50 / p99; the ratio is (HTTP - floor) / bare SQL at p50.
import { benchPlatform, built } from './platform.mjs';

const count = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 200);

const { GuideSearchStore } = built('modules/implementation/search/guide-search.store');
const { filterWords } = built('modules/implementation/search/search-words.rules');
const { DirectoryFacade } = built('modules/directory/directory.facade');

const timed = async (work) => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const bench = await benchPlatform({ RATE_LIMIT: '1000000' }, ['max_wal_size=8GB', 'checkpoint_timeout=30min']);
const { owner } = bench;

// Names as items have them, about fourteen letters: 100 objects x 20 acts x 5 variants; one in 50,000 has letters that are rare.
const OBJECTS =
  '公共场所卫生 食品经营 药品零售 医疗机构执业 道路货物运输 道路旅客运输 出租汽车经营 建筑工程施工 房屋建筑安全 城镇污水排放 林木采伐作业 草原征用占用 农药经营 种子生产 兽药经营 动物防疫条件 渔业捕捞 取水工程 水工程建设 河道采砂 烟花爆竹经营 危险化学品经营 特种设备使用 计量器具型式 检验检测机构 人力资源服务 劳务派遣经营 民办学校办学 文艺表演团体 娱乐场所经营 互联网上网服务 电影放映 旅行社业务 体育项目经营 社会团体成立 民办非企业登记 基金会设立 殡葬设施建设 养老机构备案 残疾人证办理 城市低保申请 临时救助申请 特困人员供养 婚姻登记档案 收养登记办理 户口迁移落户 居民身份证换领 机动车驾驶证 机动车注册 校车使用 不动产首次登记 不动产转移登记 抵押权登记办理 建设用地规划 建设工程规划 土地临时使用 矿产资源开采 测绘作业资质 地图审核 企业登记注册 个体工商户登记 广告发布登记 商标质权登记 进出口货物收发 外商投资企业 对外贸易备案 成品油零售经营 典当行设立 拍卖企业经营 粮食收购备案 节能评估审查 政府投资项目 企业投资项目 招标方案核准 价格认定申请 税务登记变更 发票领用申请 社会保险登记 养老保险关系 医疗保险待遇 失业保险金申领 工伤认定申请 生育津贴申领 住房公积金提取 公租房租金减免 保障性住房 律师执业 公证员执业 司法鉴定机构 法律援助申请 宗教场所修建 消防安全检查 人民防空工程 气象雷电防护 电力设施周边 通信管线建设 邮政普遍服务 快递业务经营 档案查阅利用 政府信息公开'.split(
    ' ',
  );
const ACTS =
  '许可 审批 核准 备案 登记 年检 变更审批 延续许可 注销登记 补证 资格认定 初审 复核 验收 申报 审查 报备 认定 换证 查询'.split(
    ' ',
  );
const VARIANTS = '新办 变更 延续 补办 注销'.split(' ');
const AREAS = [...Array(14)].flatMap((_, prefecture) =>
  [...Array(8)].map((__, county) => ({ prefecture: 6521 + prefecture, county: county + 1 })),
);

console.log(`${count} guides are made`);
await owner.query(
  `
  create table bench_name as
  select each.*, key, implementation.bigrams(key) as pairs
  from (select rare || name as name, rare, n - 1 as n from unnest($1::text[]) with ordinality name (name, n), unnest(array['', '堃䶮']) rare) each,
    lateral (select implementation.search_key(name) as key offset 0) keyed`,
  [OBJECTS.flatMap((object) => ACTS.flatMap((act) => VARIANTS.map((variant) => `${object}${act}（${variant}）`)))],
);
await owner.query(
  `create table bench_area as select area, row_number() over () - 1 as n from (select unnest($1::text[]) area) each`,
  [AREAS.map(({ prefecture, county }) => `${prefecture}${String(county).padStart(2, '0')}000000`)],
);
// Nothing looks the rows over while they are loaded, and indexes are built when all are there.
const TABLES = ['implementation.guide_version', 'implementation.guide_search'];
const { rows: indexes } = await owner.query(
  `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index i
   where indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
  [TABLES],
);
const STEPS = {
  bare: `
    set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set max_parallel_maintenance_workers = 0;
    alter table implementation.guide_version disable trigger user, drop constraint one_document_at_a_time,
      drop constraint guide_version_implementation_id_fkey;
    alter table implementation.guide_search drop constraint guide_search_version_id_fkey, drop constraint guide_search_pkey;
    drop index ${indexes.map(({ name }) => name).join(', ')}`,
  guides: `
    create unlogged table bench_guide as
    select g.n, lpad(to_hex(g.n), 32, '0')::uuid as id, md5((g.n / 2000)::text)::uuid as organization_id, a.area,
      array[a.area, left(a.area, 4) || '00000000', '650000000000'] as area_path,
      m.name, m.key, m.pairs,
      '11' || left(a.area, 6) || lpad((g.n / 2000)::text, 10, '0') || '4000123' || lpad((g.n % 1000)::text, 3, '0') || '000' as code,
      '000123' || lpad((g.n % 1000)::text, 3, '0') || '000' as basic_code
    from generate_series(0, ${count - 1}) g(n)
    join bench_name m on m.n = (g.n * 7919::bigint) % ${OBJECTS.length * ACTS.length * VARIANTS.length}
      and m.rare = case when g.n % 50000 = 7 then '堃䶮' else '' end
    join bench_area a on a.n = (g.n / 2000) % ${AREAS.length}`,
  versions: `
    insert into implementation.guide_version (id, implementation_id, number, code, variant_code, basic_code, item_type, name, organization_id,
      organization_name, area_path, document, digest, origin, effective_from)
    select id, organization_id, n + 1, code, code || lpad(n::text, 8, '0'), basic_code, '01', name, organization_id, '示例机构' || n / 2000,
      area_path, '{}', encode(sha256('{}'), 'hex'), 'import', '2026-01-01'
    from bench_guide order by n`,
  'search rows': `
    insert into implementation.guide_search
    select id, code || lpad(n::text, 8, '0'), key, null, array_to_tsvector(pairs || array['d:' || area, 'o:' || organization_id, 't:01',
        'p:' || substr(basic_code, 5, 2), 'a:' || n % 6 + 1, 'h:E' || lpad((n % 30 * 5 + 5)::text, 3, '0')]
      || array(select 'u:' || above from unnest(area_path) above) || array(select 'n:' || depth from generate_series(1, n % 7 + 1) depth)),
      hashtextextended(code || n, 0), '2026-01-01', null
    from bench_guide`,
  key: 'alter table implementation.guide_search add primary key (version_id)',
  ...Object.fromEntries(indexes.map(({ name, definition }) => [name, definition])),
  analyze: 'vacuum analyze implementation.guide_search, implementation.guide_version',
};
for (const [name, sql] of Object.entries(STEPS)) {
  const took = await timed(() => owner.query(sql));
  console.log(`  ${name.padEnd(44)} ${(took / 1_000).toFixed(1).padStart(7)} s`);
}
// The words were put together for all rows at once: a sample shows that they are those of the migration.
const { rows: others } = await owner.query(`
  select g.n from bench_guide g join implementation.guide_search s on s.version_id = g.id
  where n % 997 = 0 and s.words <> implementation.search_words(s.key, null, jsonb_build_object('basicCode', basic_code, 'itemType', '01',
    'organization', jsonb_build_object('divisionCode', area, 'id', organization_id), 'audiences', array[(n % 6 + 1)::text],
    'themes', array['E' || lpad((n % 30 * 5 + 5)::text, 3, '0')], 'onlineDepth', n % 7 + 1), area_path)`);
if (others.length) throw new Error(`${others.length} rows have other words than a publication would write`);
await bench.get(DirectoryFacade).loadDivisions();

await bench.app.listen(0, '127.0.0.1');
const { port } = bench.app.getHttpServer().address();
const store = bench.get(GuideSearchStore);

/** Class of question: what differs from one round to the next is only what is asked. */
const CLASSES = {
  'two letters, common': (n) => ({ q: ['卫生', '登记', '经营', '许可', '工程'][n % 5] }),
  'two letters, rare': () => ({ q: '堃䶮' }),
  'two letters, nothing': (n) => ({ q: ['龘靐', '齉爩'][n % 2] }),
  'a word of four': (n) => ({ q: ['药品零售', '校车使用', '养老机构', '公证员执'][n % 4] }),
  'long and common': (n) => ({ q: ['公共场所卫生许可', '不动产转移登记', '道路货物运输许可'][n % 3] }),
  'inside the name, common': (n) => ({ q: ['所卫生许', '经营延续许可'][n % 2] }),
  'exact name': (n) => ({ q: `${OBJECTS[n % OBJECTS.length]}许可（新办）` }),
  'a villager': (n) => ({ q: ['申请', '登记', '许可'][n % 3], usableIn: '654021101200' }),
  'theme and depth': (n) => ({ q: ['登记', '许可'][n % 2], theme: 'E035', onlineDepth: 5 }),
  misspelt: (n) => ({ q: ['公共场所卫圣许可', '不动产转移等级', '失业保验金申领'][n % 3] }),
  facets: (n) => ({ q: ['卫生', '登记'][n % 2], facets: true }),
  'a page far on': (n, deep) => ({ q: ['许可', '登记'][n % 2], cursor: deep[n % 2] }),
};

const address = (query) => `http://127.0.0.1:${port}/v1/guides/search?${new URLSearchParams(query)}`;
const percentile = (times, of) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * of))];
const usable = await bench.get(DirectoryFacade).divisionPath('654021101200');
async function bare({ cursor, facets, ...query }) {
  const asked = { q: query.q, filters: filterWords(query, query.usableIn ? usable : undefined) };
  await store.find(asked, 21, cursor && JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  if (facets) await store.facets(asked);
}
async function http(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

// A page far on: the cursor after a hundred pages of a hundred.
const deep = [];
for (const q of ['许可', '登记']) {
  let cursor;
  for (let page = 0; page < 100; page++)
    cursor = (await http(address({ q, limit: 100, ...(cursor && { cursor }) }))).nextCursor ?? cursor;
  deep.push(cursor);
}

const floor = [];
for (let n = 0; n < rounds; n++) floor.push(await timed(() => http(`http://127.0.0.1:${port}/health/live`)));
const floorAt = percentile(floor, 0.5);
console.log(
  `HTTP floor ${floorAt.toFixed(2)}\n\n${'class'.padEnd(26)}${'bare SQL'.padStart(16)}${'HTTP'.padStart(16)}${'ratio'.padStart(8)}`,
);
for (const [name, ask] of Object.entries(CLASSES)) {
  const [sql, web] = [[], []];
  // In turn, so that both meet the same machine; the first ones only warm up.
  for (let n = -10; n < rounds; n++) {
    const query = ask(n + 10, deep);
    const [one, other] = [await timed(() => bare(query)), await timed(() => http(address(query)))];
    if (n >= 0) (sql.push(one), web.push(other));
  }
  const [a, b] = [percentile(sql, 0.5), percentile(web, 0.5)];
  const pair = (times) => `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.99).toFixed(1)}`.padStart(16);
  console.log(`${name.padEnd(26)}${pair(sql)}${pair(web)}${((b - floorAt) / a).toFixed(2).padStart(8)}`);
}
await bench.stop();
