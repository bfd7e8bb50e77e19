import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { Fact, FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { NotificationsFacade, type Words } from '../../notifications/notifications.facade';
import * as facts from '../bundles.events';
import * as notices from '../bundles.notices';
import type { Journey } from './journey.entity';
import { journeyLifecycle } from './journey.lifecycle';
import { Journeys } from './journey.store';

const by = platform('bundles');

/** Tells the applicant how the journey goes on. */
@Injectable()
export class JourneyMessages {
  constructor(
    private readonly journeys: Journeys,
    private readonly notifications: NotificationsFacade,
  ) {}

  @On(facts.JourneyCompleted, 'bundles.tell-completed')
  completed(fact: FactOf<typeof facts.JourneyCompleted>): Promise<void> {
    return this.tell(fact, notices.completed);
  }

  @On(facts.JourneyEnded, 'bundles.tell-ended')
  ended(fact: FactOf<typeof facts.JourneyEnded>): Promise<void> {
    return this.tell(fact, notices.ended);
  }

  @On(facts.MemberStopped, 'bundles.tell-member-stopped')
  memberStopped(fact: FactOf<typeof facts.MemberStopped>): Promise<void> {
    const { member } = fact.payload;
    return this.tell(fact, (journey) => notices.memberStopped(journey, journey.members.find(({ key }) => key === member)!.name));
  }

  private async tell({ id, name, payload }: Fact<{ journeyId: string }>, wording: (journey: Journey) => Words): Promise<void> {
    const journey = await this.journeys.see(by, payload.journeyId);
    const about = { kind: journeyLifecycle.name, id: journey.id };
    await this.notifications.tell(by, { partyId: journey.applicantId, about, key: `${name}/${id}`, words: wording(journey) });
  }
}
