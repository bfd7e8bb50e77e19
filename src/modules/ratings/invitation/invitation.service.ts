import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { AcceptanceFacade, type CaseCard } from '../../acceptance/acceptance.facade';
import { NotificationsFacade } from '../../notifications/notifications.facade';
import { invitation as wording } from '../ratings.notices';
import { newCode } from './invitation-code.rules';
import { Invitation } from './invitation.entity';
import { Invitations } from './invitation.store';

@Injectable()
export class InvitationService {
  constructor(
    private readonly tx: Tx,
    private readonly invitations: Invitations,
    private readonly acceptance: AcceptanceFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** R2: one invitation per case, told to the applicant and to nobody else. */
  invite(by: Actor, caseId: string): Promise<void> {
    return this.tx.run(async () => {
      const [kase] = await this.acceptance.cases([caseId]);
      if (!kase || (await this.invitations.madeFor(caseId, null))) return;
      const code = newCode();
      const invitation = Invitation.make(caseId, null, code, this.tx.now);
      await this.invitations.save(by, invitation);
      const { itemName, caseNumber } = kase;
      await this.notifications.tell(by, {
        partyId: kase.applicantId,
        about: { kind: 'acceptance.case', id: caseId },
        key: `ratings.invitation/${invitation.id}`,
        words: wording({ itemName, caseNumber, code, until: shanghaiDay(invitation.expiresAt) }),
      });
    });
  }

  /** What somebody with this code is asked to rate. */
  async resolve(code: string, now: string): Promise<{ invitation: Invitation; kase: CaseCard }> {
    const invitation = await this.invitations.byCode(code);
    const [kase] = invitation ? await this.acceptance.cases([invitation.caseId]) : [];
    if (!invitation || !kase) throw refuseKernel('not-found');
    invitation.mustBeValid(now);
    return { invitation, kase };
  }
}
