import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import { RatingService } from './rating/rating.service';

/** Ratings for the floors above; what they hand on tells no rater (R3). */
@Injectable()
export class RatingsFacade {
  constructor(private readonly ratings: RatingService) {}

  /** The same path as `POST /v1/ratings` by somebody signed in. */
  async rate(
    by: Actor,
    facts: { caseId: string; grade: 1 | 2 | 3 | 4 | 5; details?: string[]; text?: string },
  ): Promise<{ id: string }> {
    const { id } = await this.ratings.give(by, facts);
    return { id };
  }
}
