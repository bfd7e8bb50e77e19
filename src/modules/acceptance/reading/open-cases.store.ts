import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';

export interface CasesAtOrganization {
  organizationId: string;
  open: number;
}

const OF_ITEM = `
  select c.organization_id as "organizationId", count(*)::int as open from acceptance."case" c
  where c.basic_code = $1 and c.state in ('submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended', 'decided')
  group by c.organization_id order by open desc, c.organization_id`;

/** How many cases are on their way; never which. */
@Injectable()
export class OpenCases {
  constructor(private readonly db: Db) {}

  ofItem(basicCode: string): Promise<CasesAtOrganization[]> {
    return this.db.query<CasesAtOrganization>(OF_ITEM, [basicCode]);
  }
}
