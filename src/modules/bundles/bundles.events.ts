import { fact } from '../../kernel/events/fact';

interface OfBundle {
  bundleId: string;
  versionId: string;
  code: string;
}

export const BundlePublished = fact<OfBundle>('bundles.bundle-published');
export const BundleWithdrawn = fact<OfBundle>('bundles.bundle-withdrawn');

/** What every fact of a journey tells: nothing about the person. */
interface OfJourney {
  journeyId: string;
  bundleVersionId: string;
  code: string;
}

export const JourneyBegun = fact<OfJourney>('bundles.journey-begun');
/** A member will not be submitted: it could not be, or what it waited for has failed. */
export const MemberStopped = fact<OfJourney & { member: string }>('bundles.member-stopped');
/** Every member has been granted and delivered. */
export const JourneyCompleted = fact<OfJourney>('bundles.journey-completed');
/** Nothing is open any more, and not everything was obtained. */
export const JourneyEnded = fact<OfJourney>('bundles.journey-ended');
