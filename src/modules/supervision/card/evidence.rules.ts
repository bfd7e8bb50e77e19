import type { CaseCard } from '../../acceptance/acceptance.facade';
import type { LimitCard } from '../../time-limits/time-limits.facade';

/** S2: what the card rests on, as it stood when the rule struck. Nothing in it tells who applied. */
export interface Evidence {
  limit: Pick<LimitCard, 'id' | 'kind' | 'basis' | 'days' | 'unit' | 'startedOn' | 'dueOn' | 'provisional' | 'missing'>;
  case: Pick<CaseCard, 'caseNumber' | 'state' | 'itemName' | 'basicCode' | 'submittedAt' | 'acceptedAt' | 'decidedAt'>;
}

export function evidenceOf(limit: LimitCard, kase: CaseCard): Evidence {
  const { id, kind, basis, days, unit, startedOn, dueOn, provisional, missing } = limit;
  const { caseNumber, state, itemName, basicCode, submittedAt, acceptedAt, decidedAt } = kase;
  return {
    limit: { id, kind, basis, days, unit, startedOn, dueOn, provisional, missing },
    case: { caseNumber, state, itemName, basicCode, submittedAt, acceptedAt, decidedAt },
  };
}
