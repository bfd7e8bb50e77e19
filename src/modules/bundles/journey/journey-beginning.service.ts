import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Numbering } from '../../../kernel/numbering/numbering';
import { Refusal } from '../../../kernel/http/problem';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import { refuse } from '../bundles.errors';
import { type OfferedBundle, OfferedBundles } from '../reading/offered-bundles.service';
import { flowsAlong } from '../rules/flows.rules';
import type { PublishedBundle } from '../rules/published.rules';
import { appliedOffers, beyond, partOf, saidOfTheWhole } from './fan-out.rules';
import { JourneyMember, type MemberFacts } from './journey-member.entity';
import { JourneyPromise } from './journey-promise.service';
import { Journey } from './journey.entity';
import type { BeginJourneyInput } from './journey.inputs';
import { byCode, needsOf } from './journey.rules';
import { Journeys } from './journey.store';
import { MemberSubmission, type Whose } from './member-submission.service';

export interface Begun {
  journey: Journey;
  /** By member, told once. */
  queryCodes: Map<string, string>;
}

/** A bundle, and what its members offer as it stands for the answers. */
interface Offered {
  bundle: PublishedBundle;
  offers: OfferedBundle['offers'];
}

/** From one application to a case for each member (一次申请、分别办理). */
@Injectable()
export class JourneyBeginning {
  constructor(
    private readonly tx: Tx,
    private readonly journeys: Journeys,
    private readonly bundles: OfferedBundles,
    private readonly submission: MemberSubmission,
    private readonly promise: JourneyPromise,
    private readonly numbering: Numbering,
  ) {}

  /** bundles/B3: all members that wait for nobody become cases, and all others could; or nothing happens at all. */
  begin(by: Actor, input: BeginJourneyInput): Promise<Begun> {
    return this.tx.run(async () => {
      const applicantId = input.applicantId ?? by.id;
      if (by.kind !== 'platform' && !by.parties.includes(applicantId)) throw refuse('not-authorised');
      const { document, offers: offered } = await this.bundles.offered(input.code);
      const offers = appliedOffers(offered, input);
      const { bundle, versionId: bundleVersionId, code } = document;
      mustFit(bundle, offers, input);
      const agentId = by.kind === 'person' && applicantId !== by.id ? by.id : null;
      const whose = { applicantId, agentId, channel: input.channel };
      const id = uuidv7();
      const members = bundle.members.map(({ key, organization: { id: organizationId, areaPath }, ...member }, position) => {
        const facts = { id: uuidv7(), journeyId: id, position, key, code: member.code, name: member.name };
        return { ...facts, organizationId, areaPath, needs: needsOf(bundle.edges, offers, key) };
      });
      const { rows, queryCodes } = await this.fanOut(by, whose, { bundle, offers }, members, input);
      const journeyNumber = await this.number(code);
      const { name, leadOrganization: lead } = bundle;
      const place = { leadOrganizationId: lead.id, areaPath: lead.areaPath, submittedAt: this.tx.now };
      const journey = Journey.begin({ id, journeyNumber, bundleVersionId, code, name, ...place, ...whose }, rows);
      await this.journeys.save(by, journey);
      await this.promise.start(by, id, bundle);
      return { journey, queryCodes };
    });
  }

  private async fanOut(by: Actor, whose: Whose, offered: Offered, members: MemberFacts[], input: BeginJourneyInput) {
    const made = new Map<string, { sealed: string } | { caseId: string }>();
    const queryCodes = new Map<string, string>();
    for (const { id, journeyId, key, code, needs } of [...members].sort(byCode)) {
      const applied = partOf(offered.bundle, offered.offers, key, input);
      try {
        if (needs.length) {
          await this.submission.check(by, journeyId, whose, code, needs, applied);
          made.set(key, { sealed: this.submission.seal(id, applied) });
        } else {
          const kase = await this.submission.submit(by, journeyId, whose, code, applied);
          made.set(key, { caseId: kase.id });
          queryCodes.set(key, kase.queryCode);
        }
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const errors = error.facts.errors?.map((fault) => saidOfTheWhole(offered, key, input, fault));
        throw new Refusal(error.type, { ...error.facts, ...(errors && { errors }) });
      }
    }
    return { rows: members.map((member) => JourneyMember.of(member, made.get(member.key)!)), queryCodes };
  }

  /** After the case numbers, whose counters every journey takes in the same order. */
  private async number(code: string): Promise<string> {
    const day = shanghaiDay(this.tx.now).replaceAll('-', '');
    const serial = await this.numbering.take(`bundles.journey/${code}/${day}`);
    return `${code}-${day}-${String(serial).padStart(6, '0')}`;
  }
}

function mustFit(bundle: PublishedBundle, offers: Offered['offers'], input: BeginJourneyInput): void {
  const errors = beyond(bundle, offers, input);
  if (errors.length) {
    throw refuse('beyond-the-bundle', { values: { what: errors.map(({ pointer }) => pointer).join(', ') }, errors });
  }
  if (bundle.edges.some(flowsAlong) && input.resultsMayFlow !== true) throw refuse('flow-not-agreed');
}
