import { Injectable } from '@nestjs/common';
import { type Actor, inPerson, platform } from '../../../kernel/authz/actor';
import { AccessLog } from '../../../kernel/history/access-log';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { AcceptanceFacade, type CaseCard } from '../../acceptance/acceptance.facade';
import type { InvitationAct } from '../invitation/invitation.lifecycle';
import { Invitations } from '../invitation/invitation.store';
import { refuse } from '../ratings.errors';
import { Rating, type RatedService } from './rating.entity';
import type { RatingInput, SupplementInput } from './rating.inputs';
import { Ratings } from './rating.store';

// R3, P9: history and facts name the platform, so that nothing which travels from here tells who rated.
const sealed = platform('ratings');
const OVER: readonly string[] = ['completed', 'not-needed', 'refused', 'withdrawn', 'terminated'];

@Injectable()
export class RatingService {
  constructor(
    private readonly tx: Tx,
    private readonly ratings: Ratings,
    private readonly invitations: Invitations,
    private readonly acceptance: AcceptanceFacade,
    private readonly accessLog: AccessLog,
  ) {}

  /** R2: by the person served only, signed in or with an invitation. */
  give(by: Actor, { caseId, invitation, anonymous = false, grade, details = [], text }: RatingInput): Promise<Rating> {
    if ((caseId === undefined) === (invitation === undefined)) throw refuse('case-or-invitation');
    return this.tx.run(async () => {
      const service = caseId ? await this.ownCase(by, caseId) : await this.invited(invitation!, 'rate');
      if (await this.ratings.ofService(service.caseId, service.serviceNumber)) throw refuse('already-rated');
      const how = { way: caseId ? ('signed-in' as const) : ('invitation' as const), anonymous };
      const rating = Rating.give(service, { grade, details, text }, how, this.tx.now);
      await this.ratings.save(sealed, rating);
      return rating;
    });
  }

  supplement(by: Actor, id: string, { invitation, grade, details = [], text }: SupplementInput): Promise<Rating> {
    return this.tx.run(async () => {
      const rating = await this.ratings.lookupFor(invitation ? await this.holderOf(invitation, id) : by, 'supplement', id);
      rating.supplement({ grade, details, text }, this.tx.now);
      await this.ratings.save(sealed, rating);
      return rating;
    });
  }

  /** P10: the person sees that the desk has read it. */
  async read(by: Actor, id: string): Promise<Rating> {
    const rating = await this.ratings.see(by, id);
    const { kind: recordKind } = this.ratings;
    await this.accessLog.note(by, { subjectId: rating.partyId, operation: 'read', recordKind, recordId: id });
    return rating;
  }

  private async ownCase(by: Actor, caseId: string): Promise<RatedService> {
    if (by.kind === 'nobody') throw refuseKernel('not-signed-in', { headers: { 'www-authenticate': 'Bearer' } });
    const [kase] = await this.acceptance.cases([caseId]);
    if (!kase || !inPerson(by).includes(kase.applicantId)) throw refuseKernel('not-found');
    return served(kase, null);
  }

  private async invited(code: string, act: InvitationAct): Promise<RatedService> {
    const invitation = await this.invitations.byCode(code, 'for update');
    const [kase] = invitation ? await this.acceptance.cases([invitation.caseId]) : [];
    if (!invitation || !kase) throw refuseKernel('not-found');
    invitation.use(act, this.tx.now);
    await this.invitations.save(sealed, invitation);
    return served(kase, invitation.serviceNumber);
  }

  /** Whoever holds the code of the invitation that this rating was given with speaks for the person served. */
  private async holderOf(code: string, ratingId: string): Promise<Actor> {
    const service = await this.invited(code, 'supplement');
    const rating = await this.ratings.ofService(service.caseId, service.serviceNumber);
    if (rating?.id !== ratingId) throw refuseKernel('not-found');
    return { kind: 'person', id: service.partyId, parties: [service.partyId], grants: [] };
  }
}

function served(kase: CaseCard, serviceNumber: number | null): RatedService {
  const { id: caseId, state, applicantId: partyId, organizationId, areaPath, basicCode, itemName } = kase;
  if (!OVER.includes(state)) throw refuse('not-over-yet', { values: { state } });
  return { caseId, serviceNumber, partyId, organizationId, areaPath, basicCode, itemName };
}
