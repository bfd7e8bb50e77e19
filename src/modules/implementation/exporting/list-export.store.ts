import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { GuideDocument } from '../list/guide-version.entity';
import type { ExportListsQuery } from './list-export.inputs';

const NOW = 'select kernel.now() as now';
const PAGE = `
  select v.document from implementation.guide_version v
  where v.variant_code > $1 and v.effective_from <= $2::timestamptz and (v.effective_to is null or v.effective_to > $2::timestamptz)
    and ($3::text is null or $3 = any(v.area_path)) and ($4::uuid is null or v.organization_id = $4)
  order by v.variant_code limit $5`;

/** Published documents in force at one instant, page by page. */
@Injectable()
export class ListExportStore {
  constructor(private readonly db: Db) {}

  async *pages({ asOf, division, organization }: ExportListsQuery, size: number): AsyncGenerator<GuideDocument[]> {
    const at = asOf ?? (await this.db.one<{ now: string }>(NOW))!.now;
    for (let after = ''; ;) {
      const rows = await this.db.query<{ document: string }>(PAGE, [after, at, division ?? null, organization ?? null, size]);
      const page = rows.map(({ document }) => JSON.parse(document) as GuideDocument);
      if (page.length) yield page;
      if (page.length < size) return;
      after = page.at(-1)!.variantCode;
    }
  }
}
