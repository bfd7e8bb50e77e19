import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { DirectoryFacade } from '../../directory/directory.facade';
import { type LimitCard, TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { ReviewRequest } from '../item/review-request.entity';

export const OPINION = 'catalog.joint-review';
const DAYS = 5;

const subjectOf = ({ id }: ReviewRequest) => ({ kind: 'catalog.review-request', id });

/** catalog/C3: five working days for each opinion, by the calendar of the place that is asked. */
@Injectable()
export class ReviewClocks {
  constructor(
    private readonly limits: TimeLimitsFacade,
    private readonly directory: DirectoryFacade,
  ) {}

  async start(by: Actor, asked: ReviewRequest[]): Promise<void> {
    const cards = await this.directory.organizationsById(asked.map(({ organizationId }) => organizationId));
    const areas = new Map(cards.map(({ id, divisionCode }) => [id, divisionCode]));
    await this.limits.startAll(
      by,
      asked.map((request) => ({
        ...{ subject: subjectOf(request), kind: OPINION, area: areas.get(request.organizationId)! },
        ...{ days: DAYS, unit: 'working-day', pauses: false, basis: '新政发〔2022〕84号 一（联合审核）' },
      })),
    );
  }

  async meet(by: Actor, asked: ReviewRequest): Promise<void> {
    await this.limits.meet(by, subjectOf(asked), OPINION);
  }

  /** Nobody is waited for any more. */
  async cancel(by: Actor, asked: ReviewRequest[]): Promise<void> {
    for (const request of asked) if (!request.answer) await this.limits.cancel(by, subjectOf(request), OPINION);
  }

  /** By request. */
  async of(asked: ReviewRequest[]): Promise<Map<string, LimitCard>> {
    const cards = await this.limits.of(asked.map(subjectOf));
    return new Map(cards.map((card) => [card.subject.id, card]));
  }
}
