import { Injectable } from '@nestjs/common';
import type { Fact, FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import {
  type AboutCase,
  CaseCompleted,
  CaseDecided,
  CaseRefused,
  CaseTerminated,
  CaseWithdrawn,
} from '../../acceptance/acceptance.events';
import { JourneyProgress } from './journey-progress.service';

/** What the cases of a journey tell. */
@Injectable()
export class CasesOfJourneys {
  constructor(private readonly progress: JourneyProgress) {}

  @On(CaseDecided, 'bundles.follow-decided')
  decided(fact: FactOf<typeof CaseDecided>): Promise<void> {
    return this.follow(fact);
  }

  @On(CaseCompleted, 'bundles.follow-completed')
  completed(fact: FactOf<typeof CaseCompleted>): Promise<void> {
    return this.follow(fact);
  }

  @On(CaseRefused, 'bundles.follow-refused')
  refused(fact: FactOf<typeof CaseRefused>): Promise<void> {
    return this.follow(fact);
  }

  @On(CaseWithdrawn, 'bundles.follow-withdrawn')
  withdrawn(fact: FactOf<typeof CaseWithdrawn>): Promise<void> {
    return this.follow(fact);
  }

  @On(CaseTerminated, 'bundles.follow-terminated')
  terminated(fact: FactOf<typeof CaseTerminated>): Promise<void> {
    return this.follow(fact);
  }

  private async follow({ payload: { caseId, journeyRef } }: Fact<AboutCase>): Promise<void> {
    if (journeyRef) await this.progress.follow(journeyRef, caseId);
  }
}
