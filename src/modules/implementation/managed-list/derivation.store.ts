import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import { type ListKind, licensingLevel } from './kinds.rules';

const HEAD = `'basicCode', g.basic_code, 'variantCode', g.variant_code, 'name', g.name, 'organization', g.organization_name`;
const guide = (where: string, members: string) =>
  `select g.variant_code as key, jsonb_build_object(${HEAD}${members}) as line from g where ${where}`;
const below = (list: string, where: string, keyed: string, members: string) =>
  `select g.variant_code || '/' || ${keyed} as key, jsonb_build_object(${HEAD}${members}) as line
   from g, jsonb_array_elements(g.guide -> '${list}') with ordinality e (each, place) where ${where}`;
const names = (where: string) => `(select coalesce(jsonb_agg(m -> 'name' order by place), '[]')
   from jsonb_array_elements(g.guide -> 'materials') with ordinality x (m, place) where m ->> 'necessity' ${where})`;
const negative = (flag: string, reason: string, otherwise = 'false') =>
  guide(
    `coalesce(not (g.guide #>> '{coverage,${flag}}')::boolean, ${otherwise})`,
    `, 'reason', g.guide #> '{coverage,${reason}}'`,
  );

/** What each list says of which guide; a key names a line for good. */
const LINES: Record<ListKind, string> = {
  licensing: guide(`g.item_type = '01' and g.level = $3`, `, 'code', g.code, 'level', g.level`),
  commitment: guide(`g.guide ? 'commitment'`, `, 'commitment', g.guide -> 'commitment'`),
  // 容缺受理清单: the item, its main materials, and those that may come later.
  'deferred-materials': guide(
    `g.guide @? '$.materials[*] ? (@.necessity == "deferrable")'`,
    `, 'mainMaterials', ${names(`<> 'deferrable'`)}, 'deferrable', ${names(`= 'deferrable'`)}`,
  ),
  'licence-sharing': below(
    'materials',
    `each #> '{replaceableBy,certificateType}' is not null`,
    `(each ->> 'code')`,
    `, 'material', each -> 'name', 'certificateType', each #> '{replaceableBy,certificateType}'`,
  ),
  'certificates-and-proofs': below(
    'materials',
    `each ->> 'source' = 'government'`,
    `(each ->> 'code')`,
    `, 'material', each -> 'name', 'legalBasis', each -> 'legalBasis', 'certificateType', each #> '{replaceableBy,certificateType}',
       'noCertificateReason', each -> 'noCertificateReason'`,
  ),
  'intermediary-services': below(
    'intermediaryServices',
    'true',
    `(each ->> 'materialCode') || '/' || place`,
    `, 'service', each -> 'name', 'materialCode', each -> 'materialCode', 'legalBasis', each -> 'legalBasis'`,
  ),
  // 现场勘验、技术审查、听证论证
  'special-procedures': below(
    'specialProcedures',
    `each ->> 'kind' in ('on-site-inspection', 'expert-review', 'hearing')`,
    'place',
    `, 'procedure', each -> 'name', 'kind', each -> 'kind', 'days', each -> 'days', 'unit', each -> 'unit', 'article', each -> 'article'`,
  ),
  'township-and-village': guide(`g.level in ('5', '6')`, `, 'level', g.level`),
  'not-fully-online': negative('fullyOnline', 'notFullyOnlineReason', `not (g.guide -> 'channels' ?| array['online', 'mobile'])`),
  'not-in-centre': negative('inCentre', 'notInCentreReason'),
  'not-on-platform': negative('onPlatform', 'notOnPlatformReason'),
};

/** What stands in every document (canonical JSON) of which a list can say something: the others are not read. */
const SIGNS: Partial<Record<ListKind, string>> = {
  commitment: '"commitment":',
  'deferred-materials': '"deferrable"',
  'licence-sharing': '"certificateType":',
  'certificates-and-proofs': '"government"',
  'intermediary-services': '"intermediaryServices":',
  'special-procedures': '"stopsClock":',
  'not-in-centre': '"inCentre":false',
  'not-on-platform': '"onPlatform":false',
};

/** The lines of a kind over the guides in force in a division ($1) at an instant ($2). `offset 0`: a document is read once. */
const derived = (kind: ListKind) => `
  with g as (
    select v.code, v.variant_code, v.basic_code, v.item_type, v.name, v.organization_name, substr(v.code, 19, 1) as level, d.guide
    from implementation.guide_version v, lateral (select v.document::jsonb -> 'guide' as guide offset 0) d
    where v.effective_from <= $2::timestamptz and (v.effective_to is null or v.effective_to > $2::timestamptz)
      and $1 = any(v.area_path) and strpos(v.document, '${SIGNS[kind] ?? ''}') > 0
      and $3::text is not distinct from $3
  ),
  derived as materialized (select key, jsonb_strip_nulls(line) as line from (${LINES[kind]}) l)`;
const SUM = `count(*)::int as "lineCount",
  encode(sha256(convert_to(coalesce(string_agg(key || chr(9) || line::text, chr(10) order by key collate "C"), ''), 'UTF8')), 'hex') as digest`;
const REASONLESS = `(select coalesce(jsonb_agg(key), '[]') from (select key from derived where not line ? 'reason' order by key limit 100) r)`;
const DIFFERING = `select coalesce(a.key, b.key) as key, a.line as before, b.line as after`;

export interface DerivedSum {
  lineCount: number;
  digest: string;
  /** Keys of entries without a reason, a hundred at most; of meaning in a negative list. */
  reasonless: string[];
}

export interface LineDifference {
  key: string;
  before: object | null;
  after: object | null;
}

/** catalog/C6: lists are derived by the database from what is published, as one statement; nobody types a line. */
@Injectable()
export class Derivation {
  constructor(private readonly db: Db) {}

  /** Derives the lines and keeps them under the id of the list. */
  async keep(listId: string, kind: ListKind, divisionCode: string, at: string): Promise<DerivedSum> {
    const sql = `${derived(kind)},
      kept as (insert into implementation.managed_list_line (list_id, key, line) select $4::uuid, key, line from derived)
      select ${SUM}, ${REASONLESS} as reasonless from derived`;
    return (await this.db.one<DerivedSum>(sql, [...scope(kind, divisionCode, at), listId]))!;
  }

  /** What would be published, and the first hundred lines in which it differs from a published list. */
  async preview(kind: ListKind, divisionCode: string, at: string, against: string | null) {
    const sql = `${derived(kind)},
      different as materialized (
        ${DIFFERING} from (select key, line from implementation.managed_list_line where list_id = $4::uuid) a
        full join derived b using (key) where a.line is distinct from b.line
      )
      select ${SUM}, ${REASONLESS} as reasonless, (select count(*)::int from different) as "differenceCount",
        (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from (select * from different order by key limit 100) f) as differences
      from derived`;
    type Preview = DerivedSum & { differenceCount: number; differences: LineDifference[] };
    return (await this.db.one<Preview>(sql, [...scope(kind, divisionCode, at), against]))!;
  }

  lines(listId: string, after: string, limit: number): Promise<{ key: string; line: object }[]> {
    const sql = `select key, line from implementation.managed_list_line where list_id = $1 and key > $2 order by key limit $3`;
    return this.db.query<{ key: string; line: object }>(sql, [listId, after, limit]);
  }

  differences(before: string, listId: string, after: string, limit: number): Promise<LineDifference[]> {
    const side = (id: string) =>
      `(select key, line from implementation.managed_list_line where list_id = ${id}::uuid and key > $3)`;
    const sql = `${DIFFERING} from ${side('$1')} a full join ${side('$2')} b using (key) where a.line is distinct from b.line
      order by 1 limit $4`;
    return this.db.query<LineDifference>(sql, [before, listId, after, limit]);
  }

  async basicCodes(listId: string): Promise<string[]> {
    const sql = `select distinct line ->> 'basicCode' as code from implementation.managed_list_line where list_id = $1`;
    return (await this.db.query<{ code: string }>(sql, [listId])).map(({ code }) => code);
  }
}

const scope = (kind: ListKind, divisionCode: string, at: string) => [
  divisionCode,
  at,
  kind === 'licensing' ? licensingLevel(divisionCode) : null,
];
