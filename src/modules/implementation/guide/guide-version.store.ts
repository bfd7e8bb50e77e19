import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Db } from '../../../kernel/persistence/db';
import type { GuideQuery } from './guide.inputs';

const AT = 'coalesce($2::timestamptz, kernel.now())';
const STANDS = `v.effective_from <= ${AT} and (v.effective_to is null or v.effective_to > ${AT})`;

// Asked at every reading, so that every process shows what is in force: an index entry, not a document.
const BY_VARIANT = `select v.id from implementation.guide_version v where v.variant_code = $1 and ${STANDS}`;
const BY_CODE = `select v.id from implementation.guide_version v where v.code = $1 and ${STANDS} order by v.variant_code limit 1`;
const DOCUMENT = 'select v.document, v.digest from implementation.guide_version v where v.id = $1';

const LIST = `
  select v.variant_code as "variantCode", v.code, v.name, v.item_type as "itemType", v.organization_id as "organizationId",
    v.organization_name as "organizationName", v.number as "versionNumber", v.id as "versionId", v.digest, v.effective_from as "effectiveFrom"
  from implementation.guide_version v
  where v.variant_code > $1 and ${STANDS} and ($3::text is null or $3 = any(v.area_path)) and ($4::uuid is null or v.organization_id = $4)
    and ($5::text is null or v.item_type = $5) and ($6::text is null or v.basic_code = $6)
  order by v.variant_code limit $7`;

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
}

/** Published versions: read only; the list writes them (implementation/I9). */
@Injectable()
export class GuideVersions {
  constructor(private readonly db: Db) {}

  /** The version in force at an instant, now unless told; of a 31-digit code its first variant. */
  async idInForce(code: string, asOf: string | null = null): Promise<string | undefined> {
    return (await this.db.one<{ id: string }>(code.length === 33 ? BY_VARIANT : BY_CODE, [code, asOf]))?.id;
  }

  document(versionId: string): Promise<{ document: string; digest: string } | undefined> {
    return this.db.one<{ document: string; digest: string }>(DOCUMENT, [versionId]);
  }

  async list(query: GuideQuery): Promise<Page<GuideLineRow>> {
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    const filters = [query.asOf, query.division, query.organization, query.itemType, query.basicCode].map(
      (value) => value ?? null,
    );
    const rows = await this.db.query<GuideLineRow>(LIST, [after, ...filters, limit + 1]);
    return pageFrom(rows, limit, ({ variantCode }) => [variantCode]);
  }
}
