import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { DirectoryFacade } from '../../directory/directory.facade';
import { readsDrafts } from '../item/item.policy';
import { Items } from '../item/item.store';
import { type ItemReviewsView, ReviewRequestView, type ReviewRoundView } from './joint-review.inputs';
import { ReviewClocks } from './review-clocks.service';

@Injectable()
export class ReviewReading {
  constructor(
    private readonly items: Items,
    private readonly clocks: ReviewClocks,
    private readonly directory: DirectoryFacade,
  ) {}

  async rounds(by: Actor, basicCode: string): Promise<ItemReviewsView> {
    const item = await this.items.seeCode(by, basicCode);
    if (!readsDrafts.test(item, by)) throw refuse('not-allowed');
    const [names, limits] = await Promise.all([
      this.directory.organizationNames([...new Set(item.requests.map(({ organizationId }) => organizationId))]),
      this.clocks.of(item.requests),
    ]);
    const rounds = new Map<number, ReviewRoundView>();
    for (const request of item.requests) {
      const { round, organizationId } = request;
      const dueOn = limits.get(request.id)?.dueOn;
      const asked = { ...ReviewRequestView.of(request), organizationName: names.get(organizationId)!, ...(dueOn && { dueOn }) };
      rounds.set(round, { round, asked: [...(rounds.get(round)?.asked ?? []), asked] });
    }
    return { basicCode, rounds: [...rounds.values()].reverse() };
  }
}
