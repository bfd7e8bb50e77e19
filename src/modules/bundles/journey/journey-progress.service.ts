import { Injectable } from '@nestjs/common';
import { type Actor, platform } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { AcceptanceFacade } from '../../acceptance/acceptance.facade';
import { JourneyPromise } from './journey-promise.service';
import type { Journey } from './journey.entity';
import { ready } from './journey.rules';
import { Journeys } from './journey.store';
import { MemberSubmission } from './member-submission.service';

/** How a journey goes on. */
@Injectable()
export class JourneyProgress {
  constructor(
    private readonly tx: Tx,
    private readonly journeys: Journeys,
    private readonly submission: MemberSubmission,
    private readonly promise: JourneyPromise,
    private readonly acceptance: AcceptanceFacade,
  ) {}

  /** Something has happened to a case. Facts may come late or twice: what counts is how the case stands now. */
  follow(journeyId: string, caseId: string): Promise<void> {
    return this.tx.run(async () => {
      const journey = await this.journeys.following(journeyId);
      const [kase] = await this.acceptance.cases([caseId]);
      if (!journey || !kase || !journey.hear(kase, this.tx.now)) return;
      await this.submitReady(journey);
      await this.keep(platform('bundles'), journey);
    });
  }

  stop(by: Actor, id: string): Promise<Journey> {
    return this.tx.run(async () => {
      const journey = await this.journeys.lookupFor(by, 'stop', id);
      journey.stop(this.tx.now);
      await this.keep(by, journey);
      return journey;
    });
  }

  /** bundles/B3, B4: those whose turn has come; one that is refused holds back nobody but those that wait for it. */
  private async submitReady(journey: Journey): Promise<void> {
    for (const member of ready(journey.members)) {
      const made = await this.submission.submitWaiting(journey, member);
      if ('problem' in made) journey.notSubmitted(member, made.problem, this.tx.now);
      else journey.submitted(member, made.id);
    }
  }

  private async keep(by: Actor, journey: Journey): Promise<void> {
    await this.journeys.save(by, journey);
    await this.promise.close(by, journey);
  }
}
