import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { IdentityFacade } from '../../identity/identity.facade';
import { NotificationsFacade, type Words } from '../../notifications/notifications.facade';
import { LimitExceeded, LimitWarned } from '../../time-limits/time-limits.events';
import { ReviewEscalated } from '../catalog.events';
import type { Item } from '../item/item.entity';
import { itemLifecycle } from '../item/item.lifecycle';
import { Items } from '../item/item.store';
import { JointReview } from './joint-review.service';
import { opinionDue, opinionOverdue } from './review.notices';
import { OPINION } from './review-clocks.service';

const by = platform('catalog');

/** catalog/C3: silence is not consent: it is told, and told further up. */
@Injectable()
export class ReviewLimitsListener {
  constructor(
    private readonly reviews: JointReview,
    private readonly items: Items,
    private readonly identity: IdentityFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  @On(LimitWarned, 'catalog.remind-of-opinion')
  async warned({ payload }: FactOf<typeof LimitWarned>): Promise<void> {
    if (payload.kind !== OPINION) return;
    const item = await this.items.ofRequest(payload.subjectId);
    const asked = item?.present.find(({ id, answer }) => id === payload.subjectId && !answer);
    if (item && asked) await this.tell([asked.organizationId], item, `due/${asked.id}`, opinionDue(item, payload.dueOn));
  }

  @On(LimitExceeded, 'catalog.escalate-opinion')
  async exceeded({ payload }: FactOf<typeof LimitExceeded>): Promise<void> {
    if (payload.kind === OPINION) await this.reviews.escalate(by, payload.subjectId);
  }

  /** Both the organization that was asked and the office that leads. */
  @On(ReviewEscalated, 'catalog.tell-of-silence')
  async escalated({ id, payload }: FactOf<typeof ReviewEscalated>): Promise<void> {
    const item = await this.items.see(by, payload.itemId);
    await this.tell([payload.organizationId, payload.leadId], item, `overdue/${id}`, opinionOverdue(item, payload.question));
  }

  private async tell(units: string[], item: Item, what: string, words: Words): Promise<void> {
    const told = await this.identity.staffOf('joint-reviewer', units);
    const about = { kind: itemLifecycle.name, id: item.id };
    await this.notifications.tell(
      by,
      ...told.map((partyId) => ({ partyId, about, key: `catalog.opinion-${what}/${partyId}`, words })),
    );
  }
}
