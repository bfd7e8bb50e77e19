// Managed lists over many published guides, each of which has something to say on every list, beside the same lines read out of the
// documents: `npm run bench:lists -- 100000`. Seconds of one run.
import { benchPlatform, built } from './platform.mjs';

const count = Number(process.argv[2] ?? 100_000);
const COUNTY = '654021000000';
const PATH = `{${COUNTY},654000000000,650000000000}`;

const { platform } = built('kernel/authz/actor');
const { LIST_KINDS } = built('modules/implementation/managed-list/kinds.rules');
const { ManagedListService } = built('modules/implementation/managed-list/managed-list.service');
const { DirectoryFacade } = built('modules/directory/directory.facade');

const BASIS = '《示例管理条例》第二十三条';
const LICENCE = '11100000000013338W001';
const material = (code, necessity, source, more = {}) => ({
  code,
  name: `示例材料${code}`,
  necessity,
  source,
  legalBasis: BASIS,
  replaceableBy: {},
  ...more,
});
// Six kilobytes, as guides have them.
const guide = {
  ...{ itemType: '01', channels: ['window'], acceptanceConditions: '场所已经建成并符合标准。'.repeat(120) },
  materials: [
    ...[material('M01', 'required', 'applicant'), material('M02', 'deferrable', 'applicant')],
    material('M03', 'required', 'government', { replaceableBy: { certificateType: LICENCE } }),
  ],
  commitment: { text: '承诺符合条件', liability: '撤销决定', afterCheckDays: 20 },
  intermediaryServices: [{ name: '示例检测', materialCode: 'M02', legalBasis: BASIS }],
  specialProcedures: [{ kind: 'hearing', name: '听证', stopsClock: true, article: BASIS, days: 5, unit: 'working-day' }],
  coverage: {
    ...{ fullyOnline: false, notFullyOnlineReason: '须现场勘验', inCentre: false, notInCentreReason: '场地限制' },
    ...{ onPlatform: false, notOnPlatformReason: '使用国家垂管系统' },
  },
};

const timed = async (work) => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
};
const bench = await benchPlatform();
const { owner } = bench;
await bench.get(DirectoryFacade).loadDivisions();
await owner.query(`
  alter table implementation.guide_version disable trigger user, drop constraint one_document_at_a_time,
    drop constraint guide_version_implementation_id_fkey`);

/** Versions from one number up to another: levels 4 and 5 in turn. */
const publish = (from, to) =>
  owner.query(
    `insert into implementation.guide_version (id, implementation_id, number, code, variant_code, basic_code, item_type, name, organization_id,
      organization_name, area_path, document, digest, origin, effective_from)
    select id, id, 1, code, code || '01', '000123900001', '01', '示例场所许可' || n, id, '示例机构' || n / 200, $4, document,
      encode(sha256(convert_to(document, 'UTF8')), 'hex'), 'import', '2026-01-01'
    from generate_series($1::int, $2::int) n, lateral (
      select gen_random_uuid() as id, '11' || lpad(n::text, 16, '0') || 4 + n % 2 || '000123900001' as code,
        replace($3, '@name', '示例场所许可' || n) as document offset 0) one`,
    [from, to, JSON.stringify({ guide: { ...guide, name: '@name' } }), PATH],
  );
const half = Math.floor(count / 2);
const without = await timed(() => publish(1, half));
await owner.query('alter table implementation.guide_version enable trigger keeps_listing');
const kept = await timed(() => publish(half + 1, 2 * half));
await owner.query(`
  insert into implementation.guide_listing select l.* from implementation.guide_version v, lateral implementation.listing(v) l
  where not exists (select from implementation.guide_listing k where k.version_id = v.id)`);
await owner.query('vacuum analyze implementation.guide_version, implementation.guide_listing');
const { rows } = await owner.query(`select pg_size_pretty(pg_total_relation_size('implementation.guide_listing')) as size`);
console.log(
  `${count} guides; keeping what they say: ${((1_000_000 * (kept - without)) / half).toFixed(0)} µs a guide, ${rows[0].size}\n`,
);

// What a derivation was before: the document of every guide that may have something to say.
const documents = (kind) => `
  select count(*), sum(length(l.line::text)) from implementation.guide_version v, lateral implementation.listing(v) l
  where l.kind = '${kind}' and v.area_path @> array['${COUNTY}']`;
const service = bench.get(ManagedListService);
const by = platform('bench');
const seconds = (time) => `${time.toFixed(2)} s`.padStart(12);
console.log(
  `${'kind'.padEnd(26)}${'lines'.padStart(9)}${'documents'.padStart(12)}${'preview'.padStart(12)}${'derive'.padStart(12)}`,
);
for (const kind of LIST_KINDS) {
  let list;
  const read = await timed(() => owner.query(documents(kind)));
  const preview = await timed(() => service.preview(by, { kind, division: COUNTY }));
  const derive = await timed(async () => (list = await service.derive(by, { kind, division: COUNTY })));
  console.log(kind.padEnd(26) + String(list.lineCount).padStart(9) + seconds(read) + seconds(preview) + seconds(derive));
}
await bench.stop();
