import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { CaseCompleted, CaseRefused } from '../../acceptance/acceptance.events';
import { InvitationService } from './invitation.service';

/** R2 (一事一评): when a case is over the applicant may say how it was; those who were turned away, too. */
@Injectable()
export class CasesOver {
  constructor(private readonly invitations: InvitationService) {}

  @On(CaseCompleted, 'ratings.invite-completed')
  completed({ payload }: FactOf<typeof CaseCompleted>): Promise<void> {
    return this.invitations.invite(platform('ratings'), payload.caseId);
  }

  @On(CaseRefused, 'ratings.invite-refused')
  refused({ payload }: FactOf<typeof CaseRefused>): Promise<void> {
    return this.invitations.invite(platform('ratings'), payload.caseId);
  }
}
