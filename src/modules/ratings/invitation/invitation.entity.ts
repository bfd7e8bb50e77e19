import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Instant, Ref, Whole, Words } from '../../../kernel/persistence/columns';
import { refuse } from '../ratings.errors';
import { hashOf } from './invitation-code.rules';
import { type InvitationAct, invitationLifecycle, type InvitationState } from './invitation.lifecycle';

const VALID_DAYS = 30;

/** An offer to rate one service (评价邀请). It knows the case, not the person, and only a hash of its code. */
@Entity({ schema: 'ratings', name: 'invitation' })
export class Invitation extends Aggregate<InvitationState> {
  @Ref() caseId: string;
  @Whole({ nullable: true }) serviceNumber: number | null;
  @Words() codeHash: string;
  @Instant() expiresAt: string;

  static make(caseId: string, serviceNumber: number | null, code: string, now: string): Invitation {
    const invitation = new Invitation();
    const expiresAt = new Date(Date.parse(now) + VALID_DAYS * 24 * 3_600_000).toISOString();
    Object.assign(invitation, { state: 'open', caseId, serviceNumber, codeHash: hashOf(code), expiresAt });
    invitation.mark('make');
    return invitation;
  }

  /** R2: once for the rating, once for the supplement, within its time. */
  use(act: InvitationAct, now: string): void {
    if (!invitationLifecycle.allows(act, this.state))
      throw refuse(this.state === 'open' ? 'nothing-to-supplement' : 'invitation-used');
    this.mustBeValid(now);
    this.move(invitationLifecycle, act);
  }

  mustBeValid(now: string): void {
    if (Date.parse(now) >= Date.parse(this.expiresAt))
      throw refuse('invitation-expired', { values: { expiresAt: this.expiresAt } });
  }
}
