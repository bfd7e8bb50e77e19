import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { GuideLineRow } from '../guide/guide-version.store';
import type { FacetCount, GuideFacets } from './guide-search.views';

/** Up to here all that were found are looked at; beyond, the orders of the indexes are followed until a page is full. */
const FEW = 2_000;
/** How many are found is judged by every 64th row: an index of those alone answers even where half of all are found. */
const SAMPLED = 's.place % 64 = 0';
const FEW_SAMPLED = Math.floor(FEW / 64);

const NOW = '(select kernel.now())';
const STANDS = `s.effective_from <= ${NOW} and (s.effective_to is null or s.effective_to > ${NOW})`;
const KEY = '(select key from asked)';
const WORDS = '(select words from asked)';
const FILTERED = '($2::tsquery is null or ts_match_vq(s.words, $2::tsquery))';
const CONTAINS = `position(${KEY} in s.key || ' ' || coalesce(s.other_key, '')) > 0`;
const BELOW = `s.key < (select key || U&'\\+10FFFF' from asked)`;
/** One place to begin at: of two lower bounds an index would take the first. */
const START = `greatest(${KEY}, $5 collate "C"), case when $5 collate "C" >= ${KEY} then $6 else '' end`;
const BEGINS = `s.key >= ${KEY} and ${BELOW}`;

/** What is looked for as names are compared, its pairs of letters together with the filters. */
const ASKED = `
  asked as materialized (
    select key collate "C" as key, case when $2::tsquery is null then pairs else pairs && $2::tsquery end as words
    from implementation.search_key($1) key, lateral (
      select string_agg(quote_literal(pair), ' & ')::tsquery as pairs from unnest(implementation.bigrams(key)) pair) of_key
  )`;

/*
 * One statement for every tier. A part whose turn it is not costs nothing: its condition is settled before a row is read.
 * ts_match_vq is @@ for the planner to leave alone: where much is found, no index of words is quicker than the next rows in order.
 */
const SEARCH = `
  with ${ASKED}, probe as materialized (
    select count(*)::int as n from (
      select from implementation.guide_search s where ${SAMPLED} and s.words @@ ${WORDS} limit ${FEW_SAMPLED + 1}) one
  ), few as materialized (
    select s.version_id, s.key, s.variant_code, s.place, case when s.key = ${KEY} then 0 when ${BEGINS} then 1 else 2 end as tier
    from implementation.guide_search s
    where (select n from probe) <= ${FEW_SAMPLED} and s.words @@ ${WORDS} and ${STANDS} and ${CONTAINS}
  ), begins as materialized (
    (select version_id, tier, key, 0::bigint as place, variant_code from few
      where tier < 2 and $4 < 2 and (key, variant_code) > ($5 collate "C", $6) order by key, variant_code limit $3)
    union all
    (select s.version_id, case when s.key = ${KEY} then 0 else 1 end, s.key, 0, s.variant_code from implementation.guide_search s
      where (select n from probe) > ${FEW_SAMPLED} and $4 < 2 and (s.key, s.variant_code) > (${START})
        and ${BELOW} and ${STANDS} and ${FILTERED}
      order by s.key, s.variant_code limit $3)
  ), contains as materialized (
    (select version_id, 2 as tier, '' as key, place, variant_code from few
      where tier = 2 and (select count(*) from begins) < $3 and (place, variant_code) > ($7::bigint, $8)
      order by place, variant_code limit $3)
    union all
    (select s.version_id, 2, '', s.place, s.variant_code from implementation.guide_search s
      where (select n from probe) > ${FEW_SAMPLED} and (select count(*) from begins) < $3 and (s.place, s.variant_code) > ($7::bigint, $8)
        and not (${BEGINS}) and ${CONTAINS} and ${STANDS} and ${FILTERED}
      order by s.place, s.variant_code limit $3)
  ), alike as materialized (
    select s.version_id, 3 as tier, '' as key, 0::bigint as place, s.variant_code, row_number() over () as nth
    from (select distinct similarity(n.key, ${KEY}) as alike, n.key from implementation.guide_name n
        where length(${KEY}) > 2 and (select count(*) from begins) + (select count(*) from contains) < $3 and n.key % ${KEY}
        order by 1 desc, 2) n,
      lateral (select s.version_id, s.variant_code from implementation.guide_search s
        where s.key = n.key and not (${CONTAINS}) and ${STANDS} and ${FILTERED} order by s.variant_code limit $3) s
    limit $3
  ), page as (
    select *, row_number() over () as nth from (
      (select * from begins order by key, variant_code) union all (select * from contains order by place, variant_code)
      union all (select version_id, tier, key, place, variant_code from alike order by alike.nth)) every limit $3
  )
  select p.tier, p.key, p.place::text as place, v.variant_code as "variantCode", v.code, v.name, v.item_type as "itemType",
    v.organization_id as "organizationId", v.organization_name as "organizationName", v.number as "versionNumber", v.id as "versionId",
    v.digest, v.effective_from as "effectiveFrom"
  from page p join implementation.guide_version v on v.id = p.version_id order by p.nth`;

// Of very much the sample says as much as any other part.
const FACETS = `
  with ${ASKED}, probe as materialized (
    select count(*)::int as n from (
      select from implementation.guide_search s where ${SAMPLED} and s.words @@ ${WORDS} limit ${FEW + 1}) one
  ), found as materialized (
    (select s.words from implementation.guide_search s
      where (select n from probe) > ${FEW} and ${SAMPLED} and s.words @@ ${WORDS} and ${STANDS} and ${CONTAINS} limit ${FEW + 1})
    union all
    (select s.words from implementation.guide_search s
      where (select n from probe) <= ${FEW} and s.words @@ ${WORDS} and ${STANDS} and ${CONTAINS} limit ${FEW + 1})
  )
  select null as kind, null as value, count(*)::int as count from found
  union all
  (select substr(word, 1, 1), substr(word, 3), count(*)::int from found, unnest(tsvector_to_array(found.words)) word
    where substr(word, 2, 1) = ':' and substr(word, 1, 1) in ('t', 'p', 'a', 'h', 'n') group by 1, 2 order by 3 desc, 2 limit 400)`;

/** Of codes: the whole one, or the beginning of a basic code or of a list's code. */
const BY_CODE = `
  select case when v.variant_code = $1 or v.code = $1 or v.basic_code = $1 then 0 else 1 end as tier, '' as key, '0' as place,
    v.variant_code as "variantCode", v.code, v.name, v.item_type as "itemType", v.organization_id as "organizationId",
    v.organization_name as "organizationName", v.number as "versionNumber", v.id as "versionId", v.digest, v.effective_from as "effectiveFrom"
  from implementation.guide_version v join implementation.guide_search s on s.version_id = v.id
  where (v.variant_code like $1 || '%' or v.basic_code = $1) and ${STANDS} and ($2::tsquery is null or s.words @@ $2::tsquery)
    and v.variant_code > $3
  order by v.variant_code limit $4`;

export interface Asked {
  q: string;
  /** Words of the filters, as a tsquery. */
  filters: string | null;
}

export type FoundRow = GuideLineRow & { tier: 0 | 1 | 2 | 3; key: string; place: string };

const FIRST = '-9223372036854775808';

/** implementation/I13: one narrow row for each published version; these are the only statements that read it. */
@Injectable()
export class GuideSearchStore {
  constructor(private readonly db: Db) {}

  /** After the row whose sort values are told, if any. */
  find({ q, filters }: Asked, limit: number, [tier, key, place, code]: SortValues = [0, '', FIRST, '']): Promise<FoundRow[]> {
    const inName = tier < 2;
    return this.db.query<FoundRow>(SEARCH, [
      ...[q, filters, limit, tier],
      ...[inName ? key : '', inName ? code : '', inName ? FIRST : place, inName ? '' : code],
    ]);
  }

  byCode({ q, filters }: Asked, limit: number, [, , , after]: SortValues = [0, '', FIRST, '']): Promise<FoundRow[]> {
    return this.db.query<FoundRow>(BY_CODE, [q, filters, after, limit]);
  }

  async facets({ q, filters }: Asked): Promise<GuideFacets> {
    const rows = await this.db.query<{ kind: string | null } & FacetCount>(FACETS, [q, filters]);
    const found = rows.find(({ kind }) => kind === null)!.count;
    const of = (letter: string): FacetCount[] =>
      rows.filter(({ kind }) => kind === letter).map(({ value, count }) => ({ value, count }));
    return {
      ...{ counted: found, complete: found <= FEW },
      ...{ itemType: of('t'), department: of('p'), audience: of('a'), theme: of('h'), onlineDepth: of('n') },
    };
  }
}

/** By which a page is continued: tier, name, place, code. */
export type SortValues = [tier: number, key: string, place: string, code: string];

export const sortValues = ({ tier, key, place, variantCode }: FoundRow): SortValues => [tier, key, place, variantCode];
