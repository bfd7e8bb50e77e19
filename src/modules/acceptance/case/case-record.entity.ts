import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Ref, Whole, WordList, Words, YesNo } from '../../../kernel/persistence/columns';
import type { RefusalKind } from '../acceptance.events';
import { NO_HELP } from '../help/help.rules';
import type { SupplementRequest } from '../intake/supplement-request.entity';
import type { Material } from '../material/material.entity';
import type { SpecialProcedure } from '../review/special-procedure.entity';
import type { CaseState } from './case.lifecycle';
import type { Channel } from './case.rules';

/** What is written of a case; what can be done with it is said by Case. */
export abstract class CaseRecord extends Aggregate<CaseState> {
  @Words({ nullable: true }) readonly caseNumber: string | null;
  /** Keyed hash: the code itself is told once and kept nowhere. */
  @Words({ nullable: true }) readonly queryCodeHash: string | null;

  // The offer as it stood on the day: the version says the rest, these are what lists need.
  @Words() readonly code: string;
  @Words() readonly variantCode: string;
  @Ref() readonly guideVersionId: string;
  @Words() readonly guideDigest: string;
  @Words() readonly itemName: string;
  @Words() readonly basicCode: string;
  @Words() readonly handling: 'on-the-spot' | 'promised';
  @Ref() readonly organizationId: string;
  @WordList() readonly areaPath: string[];

  @Ref() readonly applicantId: string;
  @Words() readonly applicantShown: string;
  @Ref({ nullable: true }) readonly agentId: string | null;
  /** acceptance/A27: who helps the applicant with this case, or did until it ended. */
  @Words({ nullable: true }) readonly helperId: string | null;
  @Ref({ nullable: true }) readonly helperOrganizationId: string | null;
  @YesNo() readonly helperMayWithdraw: boolean;
  /** The clerk or system that entered it; null when the applicant did. */
  @Words({ nullable: true }) readonly enteredById: string | null;
  @Words() readonly channel: Channel;
  @Words({ nullable: true }) readonly journeyRef: string | null;
  /** The form, and from the submission on who applies, sealed. */
  @Words() readonly sealed: string;

  /** acceptance/A22: run by the organization's own system; here it is as that system's records tell. */
  @YesNo() readonly elsewhere: boolean;

  @Instant({ nullable: true }) readonly submittedAt: string | null;
  /** When the materials were last received, and the number of that act: the five days count from here. */
  @Instant({ nullable: true }) readonly receivedAt: string | null;
  @Whole({ nullable: true }) readonly receiptSeq: number | null;
  @Ref({ nullable: true }) readonly intakeLimitId: string | null;
  /** Copy of the nearest limit's day, for work lists; the limit itself is kept by time-limits. */
  @Day({ nullable: true }) readonly dueOn: string | null;
  @Words({ nullable: true }) readonly assigneeId: string | null;
  @Instant({ nullable: true }) readonly assignedUntil: string | null;
  @Words({ nullable: true }) readonly refusalKind: RefusalKind | null;
  @Instant({ nullable: true }) readonly acceptedAt: string | null;
  @YesNo() readonly deemed: boolean;
  @Instant({ nullable: true }) readonly decidedAt: string | null;
  @YesNo({ nullable: true }) readonly granted: boolean | null;
  @Ref({ nullable: true }) readonly licenceId: string | null;
  @Instant({ nullable: true }) readonly completedAt: string | null;

  // Rows below, as loaded for an act.
  materials: Material[];
  requests: SupplementRequest[];
  procedures: SpecialProcedure[];
}

/** Of a case that was just opened. */
export const NOTHING_YET = {
  ...{ caseNumber: null, queryCodeHash: null, submittedAt: null, receivedAt: null, receiptSeq: null, intakeLimitId: null },
  ...{ dueOn: null, assigneeId: null, assignedUntil: null, refusalKind: null, acceptedAt: null, deemed: false },
  ...{ decidedAt: null, granted: null, licenceId: null, completedAt: null, elsewhere: false },
  ...NO_HELP,
};
