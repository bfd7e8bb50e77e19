import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import { CONTAINS } from '../bundle/bundle.store';

export interface BundleOfItem {
  id: string;
  code: string;
  name: string;
  state: string;
}

const BUNDLES = `
  select t.id, t.code, t.content ->> 'name' as name, t.state from bundles.bundle t where ${CONTAINS} order by t.code, t.id`;
const WAITING = `
  select count(*)::int as waiting from bundles.journey_member m where m.state = 'waiting' and substr(m.code, 20, 12) = $1`;

/** catalog/C9: bundles with a member of an item, and members of running journeys that are not submitted yet. */
@Injectable()
export class ItemImpactStore {
  constructor(private readonly db: Db) {}

  bundlesOf(basicCode: string): Promise<BundleOfItem[]> {
    return this.db.query<BundleOfItem>(BUNDLES, [basicCode]);
  }

  async waitingMembers(basicCode: string): Promise<number> {
    return (await this.db.one<{ waiting: number }>(WAITING, [basicCode]))!.waiting;
  }
}
