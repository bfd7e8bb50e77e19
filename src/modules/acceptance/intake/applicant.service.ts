import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import { Refusal } from '../../../kernel/http/problem';
import { type Holder, IdentityFacade } from '../../identity/identity.facade';
import type { Guide } from '../../implementation/implementation.facade';
import { refuse } from '../acceptance.errors';
import { acceptancePermissions } from '../acceptance.permissions';
import { shown } from './applicant.rules';

export interface Applicant {
  applicantId: string;
  agentId: string | null;
  enteredById: string | null;
  applicantShown: string;
  holder: Holder;
}

const NO_AUTHORITY = { pointer: '/agentId', code: 'not-authorised', detail: 'a person whose authority is recorded and in force' };

/** Who applies, for whom, and entered by whom (A15, A16). */
@Injectable()
export class ApplicantService {
  constructor(private readonly identity: IdentityFacade) {}

  async of(by: Actor, guide: Guide, asked: { applicantId?: string; agentId?: string }): Promise<Applicant> {
    const applicantId = asked.applicantId ?? by.id;
    if (!mayApply(by, guide, applicantId)) throw refuse('not-authorised');
    const agentId = await this.agent(by, applicantId, asked.agentId);
    const holder = await this.holder(by, applicantId);
    const natural = holder.identifierKind === '111';
    if (!guide.audiences.some((audience) => (audience === '1') === natural)) throw refuse('audience-excluded');
    const enteredById = by.kind === 'staff' || by.kind === 'partner' ? by.id : null;
    return { applicantId, agentId, enteredById, applicantShown: shown(holder), holder };
  }

  /** Whoever applies for another, or is named as doing so; nobody is their own agent. */
  private async agent(by: Actor, applicantId: string, named?: string): Promise<string | null> {
    const self = by.kind === 'person' ? by.id : null;
    if (named && named !== self && !(await this.identity.mayAct(named, applicantId))) {
      throw refuse('agent-not-authorised', { errors: [NO_AUTHORITY] });
    }
    const agentId = named ?? self;
    return agentId === applicantId ? null : agentId;
  }

  private async holder(by: Actor, id: string): Promise<Holder> {
    try {
      return await this.identity.holder(by, id);
    } catch (error) {
      throw error instanceof Refusal && error.type.status === 404 ? refuse('no-such-applicant') : error;
    }
  }
}

/** A person for themselves and those who gave authority; a clerk or system for anyone, at their own organization. */
function mayApply(by: Actor, guide: Guide, applicantId: string): boolean {
  if (by.kind === 'platform') return true;
  if (by.kind === 'person') return by.parties.includes(applicantId);
  return grantsFor(by, acceptancePermissions['case.apply']).some(({ unit, area }) =>
    unit ? unit === guide.organization.id : !area || guide.organization.areaPath.includes(area),
  );
}
