import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Db } from '../../../kernel/persistence/db';
import type { Bundle, Interruption } from '../bundle/bundle.entity';
import type { BundleDocument } from '../bundle/bundle-version.entity';
import type { BundleVersionQuery } from './bundle-version.inputs';
import type { BundleVersionLine } from './bundle-version.views';

const LIST = `
  select v.id as "versionId", v.number as "versionNumber", v.code, v.theme, v.name, v.lead_organization_id as "leadOrganizationId",
    v.lead_organization_name as "leadOrganizationName", v.digest, v.effective_from as "effectiveFrom", b.interruption
  from bundles.bundle_version v join bundles.bundle b on b.id = v.bundle_id
  where v.effective_to is null and v.code > $1 and ($2::text is null or v.code = $2) and ($3::text is null or $3 = any(v.area_path))
  order by v.code limit $4`;
const ONE = 'select v.document from bundles.bundle_version v where v.id = $1';
const IN_FORCE = 'select v.document from bundles.bundle_version v where v.code = $1 and v.effective_to is null';

/** Published versions: read only; the bundle writes them. */
@Injectable()
export class BundleVersions {
  constructor(private readonly db: Db) {}

  /** Those in force, by code. */
  async list(query: BundleVersionQuery): Promise<Page<BundleVersionLine>> {
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    const found = await this.db.query<BundleVersionLine & { interruption: Interruption | null }>(LIST, [
      ...[after, query.code ?? null, query.division ?? null, limit + 1],
    ]);
    const rows = found.map(({ interruption, ...row }) => ({ ...row, ...(interruption && { interruption }) }));
    return pageFrom(rows, limit, ({ code }) => [code]);
  }

  version(id: string): Promise<BundleDocument | undefined> {
    return this.document(ONE, id);
  }

  inForce(code: string): Promise<BundleDocument | undefined> {
    return this.document(IN_FORCE, code);
  }

  /** catalog/C9: why a bundle takes no new journeys, if so. */
  async interruptionOf(bundleId: string): Promise<Interruption | null> {
    const found = await this.db.one<Pick<Bundle, 'interruption'>>('select interruption from bundles.bundle where id = $1', [
      bundleId,
    ]);
    return found?.interruption ?? null;
  }

  private async document(sql: string, value: string): Promise<BundleDocument | undefined> {
    const found = await this.db.one<{ document: string }>(sql, [value]);
    return found && (JSON.parse(found.document) as BundleDocument);
  }
}
