import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { Rating } from './rating.entity';
import type { RatingQuery } from './rating.inputs';
import { type RatingAct, ratingLifecycle } from './rating.lifecycle';
import { desk, organization, ratingPolicy } from './rating.policy';

const FILTER = `($1::integer is null or t.grade = $1) and ($2::uuid is null or t.organization_id = $2::uuid)`;
const MONTH = `date_trunc('month', t.rated_on::timestamp)`;

@Injectable()
export class Ratings extends Store<Rating, RatingAct> {
  constructor() {
    super({ entity: Rating, policy: ratingPolicy, lifecycle: ratingLifecycle });
  }

  /** For the rating desk and the supervisors, newest first. */
  async listForDesk(by: Actor, query: RatingQuery): Promise<Page<Rating>> {
    const limit = limitOf(query);
    const [before = null] = readCursor(query, 1) ?? [];
    const values: unknown[] = [query.grade ?? null, query.organization ?? null, before, limit + 1];
    const seen = desk.where(by, (value) => `$${values.push(value)}`);
    const where = `${FILTER} and ($3::uuid is null or t.id < $3::uuid) and ${seen}`;
    return pageFrom(await this.find(where, values, 'order by t.id desc limit $4'), limit, ({ id }) => [id]);
  }

  /**
   * R3: for the organ rated, by month and in no order within it, and not before the day after: whoever has just handed over a result
   * must not see the answer arrive.
   */
  async listForOrganization(by: Actor, query: RatingQuery, today: string): Promise<Page<Rating>> {
    const limit = limitOf(query);
    const [month = null, reference = null] = readCursor(query, 2) ?? [];
    const values: unknown[] = [query.grade ?? null, query.organization ?? null, today, month, reference, limit + 1];
    const seen = organization.where(by, (value) => `$${values.push(value)}`);
    const where = `${FILTER} and t.rated_on < $3::date and ($4::text is null or (${MONTH}, t.reference) < (($4 || '-01')::timestamp, $5::uuid))
      and ${seen}`;
    const rows = await this.find(where, values, `order by ${MONTH} desc, t.reference desc limit $6`);
    return pageFrom(rows, limit, ({ ratedOn, reference }) => [ratedOn.slice(0, 7), reference]);
  }

  /** R2: the rating of this service, if there is one. */
  async ofService(caseId: string, serviceNumber: number | null): Promise<Rating | undefined> {
    return (await this.find('t.case_id = $1 and t.service_number is not distinct from $2', [caseId, serviceNumber]))[0];
  }
}
