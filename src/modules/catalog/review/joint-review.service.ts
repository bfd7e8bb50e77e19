import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../catalog.errors';
import { catalogPermissions } from '../catalog.permissions';
import type { Item } from '../item/item.entity';
import { Items } from '../item/item.store';
import type { Opinion } from '../item/joint-review.rules';
import { ReviewBoardService } from './review-board.service';
import { ReviewClocks } from './review-clocks.service';
import { SubmissionCheck } from './submission-check.service';

/** catalog/C3: named organizations answer what they are asked, and the office that leads countersigns. */
@Injectable()
export class JointReview {
  constructor(
    private readonly tx: Tx,
    private readonly items: Items,
    private readonly boards: ReviewBoardService,
    private readonly clocks: ReviewClocks,
    private readonly check: SubmissionCheck,
  ) {}

  submit(by: Actor, basicCode: string, prefectures: string[]): Promise<Item> {
    return this.tx.run(async () => {
      const item = await this.items.lookupCodeFor(by, 'submit', basicCode);
      await this.check.mustPass(item.elements);
      const { asked, leadId } = await this.boards.asked(prefectures);
      item.submit(by.id, asked, leadId);
      await this.items.save(by, item);
      await this.clocks.start(by, item.present);
      return item;
    });
  }

  review(by: Actor, basicCode: string, opinion: Opinion): Promise<Item> {
    return this.tx.run(async () => {
      const { state, round } = await this.items.seeCode(by, basicCode);
      if (round > 0 && state !== 'submitted') throw refuse('round-over');
      const item = await this.items.lookupCodeFor(by, 'review', basicCode);
      if (!speaksFor(by, opinion.organizationId)) throw refuse('not-of-organization');
      const asked = item.review(by.id, opinion, this.tx.now);
      await this.items.save(by, item);
      await this.clocks.meet(by, asked);
      if (item.state !== 'submitted') await this.clocks.cancel(by, item.present);
      return item;
    });
  }

  countersign(by: Actor, basicCode: string): Promise<Item> {
    return this.tx.run(async () => {
      const item = await this.items.lookupCodeFor(by, 'countersign', basicCode);
      const board = await this.boards.standing();
      if (!board || !speaksFor(by, board.leadId)) throw refuse('not-of-organization');
      item.countersign(by.id);
      await this.items.save(by, item);
      return item;
    });
  }

  /** Answers the item if the organization was still waited for. */
  escalate(by: Actor, requestId: string): Promise<Item | undefined> {
    return this.tx.run(async () => {
      const seen = await this.items.ofRequest(requestId);
      const board = await this.boards.standing();
      if (seen?.state !== 'submitted' || !board) return undefined;
      const item = await this.items.lookupFor(by, 'escalate', seen.id);
      if (!item.escalate(requestId, board.leadId, this.tx.now)) return undefined;
      await this.items.save(by, item);
      return item;
    });
  }
}

/** Granted at that very organization: neither an area nor the whole region speaks for it. */
const speaksFor = (by: Actor, organizationId: string): boolean =>
  by.kind === 'platform' || grantsFor(by, catalogPermissions['item.review']).some(({ unit }) => unit === organizationId);
