import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { SecrecyReviewInput } from '../../catalog/catalog.facade';
import { AuditClock } from '../audit/audit-clock.service';
import type { Implementation } from './implementation.entity';
import { Implementations } from './implementation.store';

@Injectable()
export class ListSecrecy {
  constructor(
    private readonly tx: Tx,
    private readonly lists: Implementations,
    private readonly clock: AuditClock,
  ) {}

  review(by: Actor, id: string, { grade, outcome, reasons }: SecrecyReviewInput): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'review-secrecy', id);
      list.reviewSecrecy(by.id, { grade, outcome, reasons, at: this.tx.now });
      await this.lists.save(by, list);
      if (outcome === 'refused') await this.clock.meet(by, list);
      return list;
    });
  }
}
