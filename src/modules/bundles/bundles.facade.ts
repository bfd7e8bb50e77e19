import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { BundleDocument } from './bundle/bundle-version.entity';
import type { DraftBundleInput } from './bundle/bundle.inputs';
import { BundleService } from './bundle/bundle.service';
import { JourneyBeginning } from './journey/journey-beginning.service';
import type { Journey } from './journey/journey.entity';
import type { BeginJourneyInput } from './journey/journey.inputs';
import { Journeys } from './journey/journey.store';
import { BundleVersions } from './reading/bundle-version.store';

export type { BundleDocument } from './bundle/bundle-version.entity';
export type { DraftBundleInput } from './bundle/bundle.inputs';
export type { BundleContent } from './content/content.inputs';
export { newBundle } from './bundle/bundle.examples';
export type { BeginJourneyInput } from './journey/journey.inputs';

/** A journey as other modules count it: nothing of the form. */
export type JourneyCard = Pick<
  Journey,
  | 'id'
  | 'journeyNumber'
  | 'state'
  | 'code'
  | 'name'
  | 'leadOrganizationId'
  | 'areaPath'
  | 'applicantId'
  | 'submittedAt'
  | 'endedAt'
>;

/** One-matter bundles and journeys for the floors above. */
@Injectable()
export class BundlesFacade {
  constructor(
    private readonly service: BundleService,
    private readonly versions: BundleVersions,
    private readonly beginning: JourneyBeginning,
    private readonly store: Journeys,
  ) {}

  async draft(by: Actor, bundle: DraftBundleInput): Promise<{ id: string }> {
    const { id } = await this.service.draft(by, bundle);
    return { id };
  }

  /** Drafts and publishes; every rule applies. */
  async publish(by: Actor, bundle: DraftBundleInput): Promise<BundleDocument> {
    const { id } = await this.service.draft(by, bundle);
    await this.service.publish(by, id);
    return (await this.versions.inForce(bundle.code))!;
  }

  /** The version that can be applied for now. */
  inForce(code: string): Promise<BundleDocument | undefined> {
    return this.versions.inForce(code);
  }

  /** The same as `POST /v1/journeys`, in the caller's transaction. */
  async begin(by: Actor, application: BeginJourneyInput): Promise<JourneyCard> {
    return cardOf((await this.beginning.begin(by, application)).journey);
  }

  async journeys(ids: string[]): Promise<JourneyCard[]> {
    return (await this.store.byIds(ids)).map(cardOf);
  }
}

function cardOf(journey: Journey): JourneyCard {
  const { id, journeyNumber, state, code, name, leadOrganizationId, areaPath, applicantId, submittedAt, endedAt } = journey;
  return { id, journeyNumber, state, code, name, leadOrganizationId, areaPath, applicantId, submittedAt, endedAt };
}
