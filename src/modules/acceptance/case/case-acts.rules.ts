import type { CaseDocument } from '../document/document.entity';
import type { SupplementRequest } from '../intake/supplement-request.entity';
import type { Material } from '../material/material.entity';
import type { Case } from './case.entity';
import type { Asked } from './notices.rules';

/** What an acceptance brings to a case. `provisional`: deemed by a due day that still lacked a calendar (time-limits/T2). */
export interface Acceptance {
  deemed: boolean;
  provisional?: boolean;
  dueOn: string | null;
  document: CaseDocument;
  /** 容缺受理通知书 */
  deferral?: CaseDocument;
  windowId?: string;
}

/** What a decision brings to a case. */
export interface DecisionFacts {
  granted: boolean;
  licenceId?: string;
  dueOn?: string;
  document: CaseDocument;
  delegationId?: string;
  arrangementId?: string;
  /** acceptance/A9: materials that follow the decision. */
  following?: string[];
}

/** What a change-of-law order brings to a case. */
export interface NewLaw {
  law: { orderId: string; statute: string; article: string };
  version: Pick<Case, 'guideVersionId' | 'guideDigest' | 'itemName'>;
  dueOn: string | null;
  document: CaseDocument;
  request?: SupplementRequest;
}

/** What a later hand-in brings to a case. */
export interface Supply {
  sealed?: string;
  handed: Material[];
  at: string;
  asked: Asked;
}
