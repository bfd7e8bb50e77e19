import type { GuideContent } from '../content/content.inputs';
import type { ReasonedApproval } from '../guide.rules';
import { refuseApproval } from './step-approval.errors';
import { countedSteps, mostSteps } from '../rules/steps.rules';

/** implementation/I4: what an editor asks the administration body for, and what it said. It covers exactly this many steps. */
export interface StepApproval {
  state: 'asked' | 'granted' | 'refused';
  steps: number;
  /** Why the matter needs them. */
  reason: string;
  askedAt: string;
  /** Of the decision: 批准机关, its day, and with which reasons; a grant has the number of its document. */
  authority?: string;
  decidedOn?: string;
  reasons?: string;
  documentNumber?: string;
}

/** What the administration body says, in whose name, and on which day. */
export interface ApprovalDecision {
  outcome: 'granted' | 'refused';
  reasons: string;
  documentNumber?: string;
  authority: string;
  day: string;
}

/** What a draft asks for: not what it has been granted, nor what it waits for already. */
export function askedFor(content: GuideContent, before: StepApproval | null, reason: string, now: string): StepApproval {
  const steps = stepsBeyond(content);
  if (steps === undefined) throw refuseApproval('approval-not-needed', { values: { count: countedSteps(content) } });
  if (before?.steps === steps && before.state !== 'refused')
    throw refuseApproval('approval-asked-already', { values: { count: steps } });
  return { state: 'asked', steps, reason, askedAt: now };
}

export function decided(asked: StepApproval | null, { outcome, day, ...decision }: ApprovalDecision): StepApproval {
  if (asked?.state !== 'asked') throw refuseApproval('approval-not-asked');
  if (outcome === 'granted' && !decision.documentNumber) throw refuseApproval('approval-number-missing');
  return { ...asked, ...decision, state: outcome, decidedOn: day };
}

/** How many steps an approval would have to cover; undefined where none is needed. */
export function stepsBeyond(content: GuideContent): number | undefined {
  const count = countedSteps(content);
  return count > mostSteps(content) ? count : undefined;
}

/** As a published version carries it, where the content needs it. */
export function approvalOf(approval: StepApproval | null | undefined, content: GuideContent): ReasonedApproval | undefined {
  if (approval?.state !== 'granted' || approval.steps !== stepsBeyond(content)) return undefined;
  const { authority, documentNumber, decidedOn, steps, reasons } = approval;
  return { authority: authority!, documentNumber: documentNumber!, approvedOn: decidedOn, steps, reason: reasons! };
}
