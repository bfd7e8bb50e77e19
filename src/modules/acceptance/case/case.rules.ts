import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import type { FieldError } from '../../../kernel/http/problem';
import { refuse } from '../acceptance.errors';
import type { Material } from '../material/material.entity';
import type { SpecialProcedure } from '../review/special-procedure.entity';
import type { Case } from './case.entity';
import type { CaseAct, CaseState } from './case.lifecycle';

const LOCK_MINUTES = 30;

export const channels = ['window', 'online', 'mobile', 'post'] as const;
export type Channel = (typeof channels)[number];

/** What a case keeps of the offer it was submitted under. */
export type Frozen = Pick<
  Case,
  | 'code'
  | 'variantCode'
  | 'guideVersionId'
  | 'guideDigest'
  | 'itemName'
  | 'basicCode'
  | 'handling'
  | 'organizationId'
  | 'areaPath'
>;

/** What a case is opened with. */
export type NewCaseFacts = Frozen &
  Pick<Case, 'id' | 'applicantId' | 'applicantShown' | 'agentId' | 'enteredById' | 'channel' | 'journeyRef' | 'sealed'> & {
    handed: Material[];
  };

/** What a submission brings to a case. `limit` is that of art. 32, for licensing items. */
export interface Receipt {
  caseNumber: string;
  queryCodeHash: string;
  at: string;
  limit?: { id: string; dueOn: string };
  /** The offer of the day, when the case was drafted under an earlier one. */
  frozen?: Frozen;
}

/** acceptance/A17: while a colleague holds the case nobody else acts on it. */
export function mustHold(kase: Case, by: Actor, at: string): void {
  const { assigneeId, assignedUntil } = kase;
  if (!assigneeId || !assignedUntil || assigneeId === by.id || by.kind === 'platform') return;
  if (Date.parse(assignedUntil) <= Date.parse(at)) return;
  throw refuse('held-by-another', { values: { until: assignedUntil }, more: { state: kase.state, until: assignedUntil } });
}

export const lockUntil = (at: string): string => new Date(Date.parse(at) + LOCK_MINUTES * 60_000).toISOString();

/** acceptance/A5: whether the five working days are over; the limit's own fact may still be on its way. */
export const isOverdue = ({ intakeLimitId, dueOn }: Case, at: string): boolean =>
  intakeLimitId !== null && dueOn !== null && dueOn < shanghaiDay(at);

export function mustBeInTime(kase: Case, at: string): void {
  if (isOverdue(kase, at)) throw refuse('answered-too-late');
}

/** acceptance/A3: after a supplement the check covers only what was newly supplied. */
export function mustConcernNewlySupplied(kase: Case, points: readonly { material?: string; field?: string }[]): void {
  const last = kase.requests.findLast(({ orderId }) => orderId === null);
  if (!last) return;
  const byOrder = kase.requests.filter(({ orderId }) => orderId !== null);
  const received = kase.materials.filter(({ seq }) => seq === kase.receiptSeq).map(({ code }) => code);
  // What an order asked for has never been checked.
  const supplied = new Set([...received, ...byOrder.flatMap(({ materialCodes }) => materialCodes)]);
  const fields = new Set([last, ...byOrder].flatMap(({ formFields }) => formFields));
  const isNew = ({ material, field }: { material?: string; field?: string }) =>
    material === undefined ? fields.has(field!) : supplied.has(material);
  const errors = points.flatMap((point, index) =>
    isNew(point) ? [] : [{ pointer: `/points/${index}`, code: 'not-new', detail: point.material ?? `form.${point.field}` }],
  );
  if (errors.length) throw refuse('notice-beyond-supplement', { values: { what: detailsOf(errors) }, errors });
}

/** What errors are about, each named once. */
export const detailsOf = (errors: readonly FieldError[]): string => [...new Set(errors.map(({ detail }) => detail))].join(', ');

export function openProcedure(kase: Case, id: string): SpecialProcedure {
  const procedure = kase.procedures.find((one) => one.id === id && one.endedAt === null);
  if (!procedure) throw refuse('procedure-ended');
  return procedure;
}

/** States from which an act is not only impossible but against a rule of law that the answer names. */
export const lawOf: Partial<Record<CaseAct, Partial<Record<CaseState, 'supplement-already-requested'>>>> = {
  'request-supplement': { 'awaiting-supplement': 'supplement-already-requested' },
};
