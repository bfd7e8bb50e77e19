import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { isUuid } from '../../../kernel/validation/text';
import { CommitmentListing } from './commitment-listing.entity';
import type { CommitmentListingQuery } from './commitment-listing.inputs';
import { type CommitmentListingAct, commitmentListingLifecycle } from './commitment-listing.lifecycle';
import { commitmentListingPolicy } from './commitment-listing.policy';

const NO_ID = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class CommitmentListings extends Store<CommitmentListing, CommitmentListingAct> {
  constructor() {
    super({ entity: CommitmentListing, policy: commitmentListingPolicy, lifecycle: commitmentListingLifecycle });
  }

  async list(by: Actor, query: CommitmentListingQuery): Promise<Page<CommitmentListing>> {
    const limit = limitOf(query);
    const [code, id] = readCursor(query, 2) ?? ['', NO_ID];
    if (!isUuid(String(id))) throw refuse('bad-cursor');
    const values: unknown[] = [code, id, query.state ?? null, query.basicCode ?? null, limit + 1];
    const visible = commitmentListingPolicy.see.where(by, (value) => `$${values.push(value)}`);
    const where = `(t.basic_code, t.id) > ($1, $2::uuid) and ($3::text is null or t.state = $3)
      and ($4::text is null or t.basic_code = $4) and ${visible}`;
    const rows = await this.find(where, values, 'order by t.basic_code, t.id limit $5');
    return pageFrom(rows, limit, (row) => [row.basicCode, row.id]);
  }

  /** The listing of an item that is not revoked; two who propose one follow each other. */
  async living(basicCode: string): Promise<CommitmentListing | undefined> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('catalog.commitment-listing ' || $1))`, [basicCode]);
    return (await this.find(`t.basic_code = $1 and t.state <> 'revoked'`, [basicCode]))[0];
  }

  /** catalog/C7: which of these items are listed. */
  async published(basicCodes: string[]): Promise<Set<string>> {
    const found = await this.find(`t.basic_code = any($1::text[]) and t.state = 'published'`, [basicCodes]);
    return new Set(found.map(({ basicCode }) => basicCode));
  }

  /** catalog/C7: nobody is offered to publish what they proposed. */
  override actsFor(by: Actor, listing: CommitmentListing): CommitmentListingAct[] {
    return super.actsFor(by, listing).filter((act) => act !== 'publish' || !listing.authors.includes(by.id));
  }
}
