import { fact } from '../../kernel/events/fact';

interface OfGuide {
  implementationId: string;
  versionId: string;
  /** 33 digits */
  code: string;
  basicCode: string;
  organizationId: string;
}

export const GuidePublished = fact<OfGuide>('implementation.guide-published');
export const GuideWithdrawn = fact<OfGuide>('implementation.guide-withdrawn');
/** Takes no new case for a while, and takes them again. */
export const GuideSuspended = fact<OfGuide>('implementation.guide-suspended');
export const GuideResumed = fact<OfGuide>('implementation.guide-resumed');
