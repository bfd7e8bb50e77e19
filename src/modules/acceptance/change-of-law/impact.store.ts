import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, type PageQuery, readCursor } from '../../../kernel/http/page';
import { Db } from '../../../kernel/persistence/db';
import type { Case } from '../case/case.entity';
import { UNDECIDED } from '../case/case.store';

/** An undecided case as the impact of an order needs it. */
export type AffectedCase = Pick<
  Case,
  'id' | 'caseNumber' | 'state' | 'organizationId' | 'variantCode' | 'guideVersionId' | 'dueOn' | 'sealed'
> & { codes: string[] };

const UNDER = `from acceptance."case" t where t.variant_code = any($1::text[]) and t.guide_version_id = any($2::uuid[]) and ${UNDECIDED}`;
const COUNTS = `select t.guide_version_id as "versionId", count(*)::int as cases ${UNDER} group by t.guide_version_id`;
const PAGE = `
  select t.id, t.case_number as "caseNumber", t.state, t.organization_id as "organizationId", t.variant_code as "variantCode",
    t.guide_version_id as "guideVersionId", t.due_on as "dueOn", t.sealed,
    array(select distinct m.code from acceptance.material m where m.case_id = t.id) as codes
  ${UNDER} and t.id > $3 order by t.id limit $4`;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Undecided cases under versions of lists. */
@Injectable()
export class CasesUnder {
  constructor(private readonly db: Db) {}

  async counts(variantCodes: string[], versionIds: string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ versionId: string; cases: number }>(COUNTS, [variantCodes, versionIds]);
    return new Map(rows.map(({ versionId, cases }) => [versionId, cases]));
  }

  async page(variantCodes: string[], versionIds: string[], query: PageQuery): Promise<Page<AffectedCase>> {
    const limit = limitOf(query);
    const [after = FIRST] = readCursor(query, 1) ?? [];
    const rows = await this.db.query<AffectedCase>(PAGE, [variantCodes, versionIds, after, limit + 1]);
    return pageFrom(rows, limit, ({ id }) => [id]);
  }
}
