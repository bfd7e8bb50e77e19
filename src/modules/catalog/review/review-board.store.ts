import { Injectable } from '@nestjs/common';
import { Store } from '../../../kernel/persistence/store';
import { ReviewBoard } from './review-board.entity';
import { type ReviewBoardAct, reviewBoardLifecycle } from './review-board.lifecycle';
import { reviewBoardPolicy } from './review-board.policy';

@Injectable()
export class ReviewBoards extends Store<ReviewBoard, ReviewBoardAct> {
  constructor() {
    super({ entity: ReviewBoard, policy: reviewBoardPolicy, lifecycle: reviewBoardLifecycle });
  }

  async standing(region: string): Promise<ReviewBoard | undefined> {
    return (await this.find('t.region = $1', [region]))[0];
  }
}
