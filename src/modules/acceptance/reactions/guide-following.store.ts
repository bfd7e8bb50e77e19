import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import { UNDECIDED } from '../case/case.store';

/** Up to where the feed of guides has been followed, and within the next version up to which case. */
export interface Mark {
  position: number;
  afterCase: string;
}

export interface VersionOfCases {
  variantCode: string;
  guideVersionId: string;
}

export const NO_CASE = '00000000-0000-0000-0000-000000000000';

const MARK = 'select position::float8 as position, after_case as "afterCase" from acceptance.guide_following';
const MOVE = 'update acceptance.guide_following set position = $1, after_case = $2';
const VERSIONS = `
  select distinct t.variant_code as "variantCode", t.guide_version_id as "guideVersionId" from acceptance."case" t
  where t.variant_code = any($1::text[]) and ${UNDECIDED}`;
// Whoever accepts one of them holds it until its limits are there.
const CASES = `
  select t.id, t.guide_version_id as "guideVersionId" from acceptance."case" t
  where t.variant_code = $1 and t.guide_version_id = any($2::uuid[]) and t.id > $3 and ${UNDECIDED}
  order by t.id limit $4 for update`;

@Injectable()
export class GuideFollowing {
  constructor(private readonly db: Db) {}

  async mark(): Promise<Mark> {
    return (await this.db.one<Mark>(MARK))!;
  }

  /** The mark, locked; none while another process has it. */
  claim(): Promise<Mark | undefined> {
    return this.db.one<Mark>(`${MARK} for update skip locked`);
  }

  async move({ position, afterCase }: Mark): Promise<void> {
    await this.db.query(MOVE, [position, afterCase]);
  }

  /** The versions under which undecided cases of these lists are. */
  versionsOf(variantCodes: string[]): Promise<VersionOfCases[]> {
    return this.db.query<VersionOfCases>(VERSIONS, [variantCodes]);
  }

  /** Undecided cases under these versions, locked, in the order of their ids. */
  casesUnder(
    variantCode: string,
    versions: string[],
    after: string,
    count: number,
  ): Promise<{ id: string; guideVersionId: string }[]> {
    return this.db.query(CASES, [variantCode, versions, after, count]);
  }
}
