import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { Fact, FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { NotificationsFacade, type Words } from '../../notifications/notifications.facade';
import * as facts from '../acceptance.events';
import * as notices from '../acceptance.notices';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { subjectOf } from '../case/clocks.service';
import * as help from '../help/help.notices';

/** Tells the applicant how the case goes on. */
@Injectable()
export class ApplicantMessages {
  constructor(
    private readonly cases: Cases,
    private readonly notifications: NotificationsFacade,
  ) {}

  @On(facts.CaseSubmitted, 'acceptance.tell-submitted')
  submitted(fact: FactOf<typeof facts.CaseSubmitted>): Promise<void> {
    return this.tell(fact, notices.submitted);
  }

  @On(facts.SupplementRequested, 'acceptance.tell-supplement-requested')
  supplementRequested(fact: FactOf<typeof facts.SupplementRequested>): Promise<void> {
    return this.tell(fact, notices.supplementRequested);
  }

  @On(facts.CaseCorrected, 'acceptance.tell-corrected')
  corrected(fact: FactOf<typeof facts.CaseCorrected>): Promise<void> {
    return this.tell(fact, notices.corrected);
  }

  @On(facts.CaseAccepted, 'acceptance.tell-accepted')
  accepted(fact: FactOf<typeof facts.CaseAccepted>): Promise<void> {
    return this.tell(fact, (kase) => notices.accepted(kase, fact.payload.deemed));
  }

  @On(facts.CaseRefused, 'acceptance.tell-refused')
  refused(fact: FactOf<typeof facts.CaseRefused>): Promise<void> {
    return this.tell(fact, (kase) => notices.refused(kase, fact.payload.kind));
  }

  @On(facts.SpecialProcedureBegun, 'acceptance.tell-special-procedure')
  procedureBegun(fact: FactOf<typeof facts.SpecialProcedureBegun>): Promise<void> {
    return this.tell(fact, (kase) => notices.procedureBegun(kase, fact.payload.stopsClock));
  }

  @On(facts.CaseExtended, 'acceptance.tell-extended')
  extended(fact: FactOf<typeof facts.CaseExtended>): Promise<void> {
    return this.tell(fact, (kase) => notices.extended(kase, fact.payload.days));
  }

  @On(facts.CaseDecided, 'acceptance.tell-decided')
  decided(fact: FactOf<typeof facts.CaseDecided>): Promise<void> {
    return this.tell(fact, (kase) => notices.decided(kase, fact.payload.granted));
  }

  @On(facts.CaseCompleted, 'acceptance.tell-completed')
  completed(fact: FactOf<typeof facts.CaseCompleted>): Promise<void> {
    return this.tell(fact, notices.completed);
  }

  @On(facts.CaseTerminated, 'acceptance.tell-terminated')
  terminated(fact: FactOf<typeof facts.CaseTerminated>): Promise<void> {
    return this.tell(fact, notices.terminated);
  }

  @On(facts.CaseWithdrawn, 'acceptance.tell-withdrawn')
  withdrawn(fact: FactOf<typeof facts.CaseWithdrawn>): Promise<void> {
    return this.tell(fact, notices.withdrawn);
  }

  @On(facts.HelperNamed, 'acceptance.tell-helper-named')
  helperNamed(fact: FactOf<typeof facts.HelperNamed>): Promise<void> {
    return this.tell(fact, help.helperNamed);
  }

  @On(facts.HelpEnded, 'acceptance.tell-help-ended')
  helpEnded(fact: FactOf<typeof facts.HelpEnded>): Promise<void> {
    return this.tell(fact, help.helpEnded);
  }

  private async tell({ id, name, payload }: Fact<facts.AboutCase>, wording: (kase: Case) => Words): Promise<void> {
    const [kase] = await this.cases.byIds([payload.caseId]);
    if (!kase) return;
    // Whoever acts for the applicant reads the applicant's inbox.
    const partyId = kase.applicantId;
    const notice = { partyId, about: subjectOf(kase.id), key: `${name}/${id}`, words: wording(kase) };
    await this.notifications.tell(platform('acceptance'), notice);
  }
}
