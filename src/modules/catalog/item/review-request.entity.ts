import { Entity } from 'typeorm';
import { Id, Instant, Ref, Whole, Words } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { Question } from './joint-review.rules';

/** catalog/C3: a question put to a named organization in a round of joint review, and its opinion. Who gave it stands in the history. */
@Entity({ schema: 'catalog', name: 'review_request' })
export class ReviewRequest {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly itemId: string;
  @Whole() readonly round: number;
  @Words() readonly question: Question;
  @Ref() readonly organizationId: string;
  @Words({ nullable: true }) answer: 'yes' | 'no' | null;
  @Words({ nullable: true }) reasons: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  /** The five working days ran out without an answer. */
  @Instant({ nullable: true }) escalatedAt: string | null;

  static of(facts: Pick<ReviewRequest, 'itemId' | 'round' | 'question' | 'organizationId'>): ReviewRequest {
    return Object.assign(new ReviewRequest(), { ...facts, answer: null, reasons: null, answeredAt: null, escalatedAt: null });
  }
}
