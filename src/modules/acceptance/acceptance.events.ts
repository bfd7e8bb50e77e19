import { fact } from '../../kernel/events/fact';
import type { HelpEnd } from './help/help.rules';

/** What every fact of a case tells: ids that stay true, nothing about the person. */
export interface AboutCase {
  caseId: string;
  organizationId: string;
  basicCode: string;
  /** Whatever the caller of the submission belongs to, e.g. a journey; opaque here. */
  journeyRef: string | null;
}

export type RefusalKind = 'not-needed' | 'not-competent' | 'refused';

export const CaseSubmitted = fact<AboutCase>('acceptance.case-submitted');
export const SupplementRequested = fact<AboutCase & { requestId: string }>('acceptance.supplement-requested');
export const SupplementReceived = fact<AboutCase & { requestId: string }>('acceptance.supplement-received');
/** Staff put right on the spot what the applicant had handed in. */
export const CaseCorrected = fact<AboutCase>('acceptance.case-corrected');
export const CaseAccepted = fact<AboutCase & { deemed: boolean }>('acceptance.case-accepted');
export const CaseRefused = fact<AboutCase & { kind: RefusalKind }>('acceptance.case-refused');
export const SpecialProcedureBegun = fact<AboutCase & { procedureId: string; stopsClock: boolean }>(
  'acceptance.special-procedure-begun',
);
export const SpecialProcedureEnded = fact<AboutCase & { procedureId: string; stopsClock: boolean }>(
  'acceptance.special-procedure-ended',
);
/** acceptance/A20 */
export const CaseExtended = fact<AboutCase & { days: number }>('acceptance.case-extended');
export const CaseDecided = fact<AboutCase & { granted: boolean; licenceId?: string }>('acceptance.case-decided');
export const CaseCompleted = fact<AboutCase>('acceptance.case-completed');
export const CaseWithdrawn = fact<AboutCase>('acceptance.case-withdrawn');
export const CaseTerminated = fact<AboutCase>('acceptance.case-terminated');
/** acceptance/A27: somebody of the staff helps the applicant, or does so no more. */
export const HelperNamed = fact<AboutCase>('acceptance.helper-named');
export const HelpEnded = fact<AboutCase & { cause: HelpEnd }>('acceptance.help-ended');
