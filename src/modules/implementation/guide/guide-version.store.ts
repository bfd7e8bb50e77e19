import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Db } from '../../../kernel/persistence/db';
import type { GuideVersionLine } from './guide-history.views';
import type { GuideQuery } from './guide.inputs';

// One instant for the whole statement: at midnight no guide is there twice, and none is missing.
const MOMENT = 'with moment as materialized (select coalesce($2::timestamptz, kernel.now()) as at)';
const STANDS = 'v.effective_from <= moment.at and (v.effective_to is null or v.effective_to > moment.at)';

const SUSPENDED = `(select jsonb_build_object('since', s.from_at, 'reason', s.reason) from implementation.suspension s
  where s.variant_code = v.variant_code and s.from_at <= moment.at and (s.to_at is null or s.to_at > moment.at) limit 1) as suspended`;

// Asked at every reading, so that every process shows what is in force: an index entry, not a document.
const BY_VARIANT = `${MOMENT} select v.id, ${SUSPENDED} from moment, implementation.guide_version v where v.variant_code = $1 and ${STANDS}`;
const BY_CODE = `${MOMENT} select v.id, ${SUSPENDED} from moment, implementation.guide_version v where v.code = $1 and ${STANDS} order by v.variant_code limit 1`;
const DOCUMENT = 'select v.document, v.digest from implementation.guide_version v where v.id = $1';

const LIST = `
  ${MOMENT} select v.variant_code as "variantCode", v.code, v.name, v.item_type as "itemType", v.organization_id as "organizationId",
    v.organization_name as "organizationName", v.number as "versionNumber", v.id as "versionId", v.digest, v.effective_from as "effectiveFrom", ${SUSPENDED}
  from moment, implementation.guide_version v
  where v.variant_code > $1 and ${STANDS} and ($3::text is null or $3 = any(v.area_path)) and ($4::uuid is null or v.organization_id = $4)
    and ($5::text is null or v.item_type = $5) and ($6::text is null or v.basic_code = $6)
  order by v.variant_code limit $7`;

// A code may have been given again: the latest list under it comes first, and a number means its version.
const OF_CODE = 'v.variant_code = $1 order by v.effective_from desc, v.number desc';
const HISTORY = `
  with moment as materialized (select kernel.now() as at)
  select v.id as "versionId", v.number as "versionNumber", v.origin, v.digest, v.effective_from as "effectiveFrom",
    v.effective_to as "effectiveTo",
    case when v.effective_to = v.effective_from then 'never-in-force'
      when v.effective_from > moment.at then 'scheduled' when v.effective_to <= moment.at then 'ended' else 'in-force' end as standing
  from moment, implementation.guide_version v where ${OF_CODE} limit 1000`;
const NUMBERED = `select v.document from implementation.guide_version v where v.number = $2 and ${OF_CODE} limit 1`;

// With the earlier versions of the same list, which its open cases may be under.
const CARDS = `
  select v.id, v.variant_code as "variantCode", v.basic_code as "basicCode", v.organization_id as "organizationId",
    v.area_path as "areaPath", v.effective_from <= $2 and (v.effective_to is null or v.effective_to > $2) as "inForce",
    array(select e.id::text from implementation.guide_version e
      where e.implementation_id = v.implementation_id and e.number < v.number order by e.number) as earlier
  from implementation.guide_version v where v.id = any($1::uuid[])`;

/** A published version, and whether it is in force at the instant asked for. */
export interface VersionCard {
  id: string;
  variantCode: string;
  basicCode: string;
  organizationId: string;
  areaPath: string[];
  inForce: boolean;
  earlier: string[];
}

export interface GuideLineRow {
  variantCode: string;
  code: string;
  name: string;
  itemType: string;
  organizationId: string;
  organizationName: string;
  versionNumber: number;
  versionId: string;
  digest: string;
  effectiveFrom: string;
  suspended?: { since: string; reason: string };
}

/** What is told of a guide apart from its document is null where there is nothing to tell. */
type Row<T> = Omit<T, 'suspended'> & { suspended: GuideLineRow['suspended'] | null };

export type InForce = Row<{ id: string }>;

/** Published versions: read only; the list writes them (implementation/I9). */
@Injectable()
export class GuideVersions {
  constructor(private readonly db: Db) {}

  /** The version in force at an instant, now unless told; of a 31-digit code its first variant. */
  inForce(code: string, asOf: string | null = null): Promise<InForce | undefined> {
    return this.db.one<InForce>(code.length === 33 ? BY_VARIANT : BY_CODE, [code, asOf]);
  }

  document(versionId: string): Promise<{ document: string; digest: string } | undefined> {
    return this.db.one<{ document: string; digest: string }>(DOCUMENT, [versionId]);
  }

  cards(versionIds: string[], at: string): Promise<VersionCard[]> {
    return this.db.query<VersionCard>(CARDS, [versionIds, at]);
  }

  async history(code: string): Promise<GuideVersionLine[]> {
    const rows = await this.db.query<GuideVersionLine & { effectiveTo: string | null }>(HISTORY, [code]);
    return rows.map(({ effectiveTo, ...row }) => ({ ...row, ...(effectiveTo && { effectiveTo }) }));
  }

  async numbered(code: string, number: number): Promise<string | undefined> {
    return (await this.db.one<{ document: string }>(NUMBERED, [code, number]))?.document;
  }

  async list(query: GuideQuery): Promise<Page<GuideLineRow>> {
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    const filters = [query.asOf, query.division, query.organization, query.itemType, query.basicCode].map(
      (value) => value ?? null,
    );
    const found = await this.db.query<Row<GuideLineRow>>(LIST, [after, ...filters, limit + 1]);
    const rows = found.map(({ suspended, ...row }) => ({ ...row, ...(suspended && { suspended }) }));
    return pageFrom(rows, limit, ({ variantCode }) => [variantCode]);
  }
}
