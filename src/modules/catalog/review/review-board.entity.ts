import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Ref, Words } from '../../../kernel/persistence/columns';
import { reviewBoardLifecycle, type ReviewBoardState } from './review-board.lifecycle';

/** The organization that leads, and the one that is asked each question but the prefectures' (catalog/C3). */
export interface Offices {
  /** 牵头单位: the regional government office. */
  leadId: string;
  /** 合法性审核: the legal office. */
  legalId: string;
  /** 完整度、准确性: the service administration body. */
  administrationId: string;
  /** 与权责清单、行政许可事项清单一致: the establishment office. */
  establishmentId: string;
}

/** The region's standing offices of joint review. */
@Entity({ schema: 'catalog', name: 'review_board' })
export class ReviewBoard extends Aggregate<ReviewBoardState> implements Offices {
  @Words() readonly region: string;
  @Ref() leadId: string;
  @Ref() legalId: string;
  @Ref() administrationId: string;
  @Ref() establishmentId: string;

  static of(region: string, offices: Offices): ReviewBoard {
    const board = Object.assign(new ReviewBoard(), { region, state: 'standing', ...offices });
    board.mark('name', { ...offices });
    return board;
  }

  rename(offices: Offices): void {
    this.move(reviewBoardLifecycle, 'name', { ...offices });
    Object.assign(this, offices);
  }
}
