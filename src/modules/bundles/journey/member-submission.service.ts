import { Injectable } from '@nestjs/common';
import { type Actor, platform } from '../../../kernel/authz/actor';
import { Refusal } from '../../../kernel/http/problem';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { AcceptanceFacade, type Submission } from '../../acceptance/acceptance.facade';
import { IdentityFacade } from '../../identity/identity.facade';
import { LicencesFacade } from '../../licences/licences.facade';
import type { Application } from './fan-out.rules';
import type { JourneyMember } from './journey-member.entity';
import type { Journey } from './journey.entity';
import type { Need } from './journey.rules';

export type Whose = Pick<Journey, 'applicantId' | 'agentId' | 'channel'>;

/** Makes cases of members, now or when their predecessors have come far enough. */
@Injectable()
export class MemberSubmission {
  constructor(
    private readonly tx: Tx,
    private readonly acceptance: AcceptanceFacade,
    private readonly identity: IdentityFacade,
    private readonly licences: LicencesFacade,
    private readonly vault: Vault,
  ) {}

  /** Refuses what would be refused later, except for what only a predecessor can bring. */
  async check(by: Actor, journeyRef: string, whose: Whose, code: string, needs: Need[], applied: Application): Promise<void> {
    try {
      await this.acceptance.check(by, { ...submission(whose, code, applied), journeyRef });
    } catch (error) {
      const brought = needs.flatMap(({ numberFor = [] }) => numberFor.map((field) => `/form/${field}`));
      const errors = (error as Refusal).facts?.errors?.filter(({ pointer }) => !brought.includes(pointer));
      if (!(error instanceof Refusal) || !errors) throw error;
      if (errors.length) throw new Refusal(error.type, { ...error.facts, errors });
    }
  }

  submit(by: Actor, journeyRef: string, whose: Whose, code: string, applied: Application) {
    return this.acceptance.submit(by, { ...submission(whose, code, applied), journeyRef });
  }

  /** The case of a member that has waited, with what its predecessors have issued; or the problem for which there is none. */
  async submitWaiting(journey: Journey, member: JourneyMember): Promise<{ id: string } | { problem: string }> {
    const applied = this.unseal(member);
    await this.bring(journey.applicantId, member.needs, applied);
    const whose = await this.stillActing(journey);
    try {
      return await this.tx.part(() => this.submit(platform('bundles'), journey.id, whose, member.code, applied));
    } catch (error) {
      if (error instanceof Refusal) return { problem: error.type.code };
      throw error;
    }
  }

  /** acceptance/A15: what was applied for goes on; who may not act for the applicant any more is named in nothing further. */
  private async stillActing({ applicantId, agentId, channel }: Whose): Promise<Whose> {
    const acts = agentId !== null && (await this.identity.mayAct(agentId, applicantId));
    return { applicantId, agentId: acts ? agentId : null, channel };
  }

  seal(id: string, applied: Application): string {
    return this.vault.seal(JSON.stringify(applied), placeOf(id));
  }

  private unseal({ id, sealed }: JourneyMember): Application {
    return JSON.parse(this.vault.open(sealed!, placeOf(id))) as Application;
  }

  /** bundles/B3: results flow. To use them the applicant agreed when the journey began. */
  private async bring(applicantId: string, needs: Need[], { form, materials }: Application): Promise<void> {
    for (const { certificateType, certificateFor = [], numberFor = [] } of needs) {
      const licence = certificateType && (await this.licences.heldBy(applicantId, certificateType));
      if (!licence) continue;
      materials.push(...certificateFor.map((code) => ({ code, kind: 'certificate-reference' as const, confirmed: true })));
      for (const field of numberFor) form[field] = licence.number;
    }
  }
}

const placeOf = (id: string) => ({ table: 'bundles.journey_member', column: 'sealed', id });

function submission(
  { applicantId, agentId, channel }: Whose,
  code: string,
  { form, materials, answers }: Application,
): Submission {
  return { code, applicantId, ...(agentId && { agentId }), channel, form, materials, answers };
}
