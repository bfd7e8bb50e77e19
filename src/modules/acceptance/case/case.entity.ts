import { Entity } from 'typeorm';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../acceptance.errors';
import * as facts from '../acceptance.events';
import type { CaseDocument } from '../document/document.entity';
import { type Help, type HelpEnd, NO_HELP } from '../help/help.rules';
import type { SupplementRequest } from '../intake/supplement-request.entity';
import type { Material } from '../material/material.entity';
import type { Opinion } from '../review/opinion.entity';
import type { SpecialProcedure } from '../review/special-procedure.entity';
import { caseLifecycle } from './case.lifecycle';
import type { Acceptance, DecisionFacts, NewLaw, Supply } from './case-acts.rules';
import { CaseRecord, NOTHING_YET } from './case-record.entity';
import { type Channel, lockUntil, mustBeInTime, mustHold, type NewCaseFacts, openProcedure, type Receipt } from './case.rules';
import { type Course, factsOf } from './reported.rules';
import { answeredOrders, mustBeSupplied, openNotice, openOrders } from './notices.rules';

/** One matter of one applicant at one organization (办件), from intake to delivery. */
@Entity({ schema: 'acceptance', name: 'case' })
export class Case extends CaseRecord {
  static draft(opened: NewCaseFacts): Case {
    const kase = Case.opened(opened);
    kase.mark('open', { channel: opened.channel });
    kase.handIn(opened.handed);
    return kase;
  }

  /** Opened and submitted in one act. */
  static submitted(opened: NewCaseFacts, receipt: Receipt): Case {
    const kase = Case.opened(opened);
    kase.submit(receipt);
    kase.handIn(opened.handed);
    return kase;
  }

  edit(input: { sealed: string; channel: Channel; handed: Material[]; dropped: string[] }): void {
    this.move(caseLifecycle, 'edit', input.dropped.length ? { dropped: input.dropped } : {});
    this.set({ sealed: input.sealed, channel: input.channel });
    this.handIn(input.handed);
  }

  /** What was written and who applied is gone with it; the history keeps that there was a draft. */
  discard(sealed: string): void {
    this.move(caseLifecycle, 'discard', { materials: this.materials.length });
    this.set({ sealed, applicantShown: '*' });
  }

  submit({ caseNumber, queryCodeHash, limit, at, frozen }: Receipt): void {
    this.set({ ...frozen });
    this.move(caseLifecycle, 'submit', { caseNumber, guideVersionId: this.guideVersionId });
    this.set({ caseNumber, queryCodeHash, submittedAt: at });
    this.receive(at, limit);
    this.tell(facts.CaseSubmitted(this.about));
  }

  /** acceptance/A17: whoever takes it has it for half an hour; a colleague takes over with a reason. */
  assign(by: Actor, at: string, takeOverReason?: string): void {
    if (!takeOverReason) mustHold(this, by, at);
    this.move(caseLifecycle, 'assign', takeOverReason ? { takeOverReason } : {});
    this.set({ assigneeId: by.id, assignedUntil: lockUntil(at) });
  }

  /** Art. 32 (1)(3): what can be put right on the spot is, and uses up no notice. */
  correct(by: Actor, at: string, input: { sealed?: string; handed: Material[] }): void {
    mustHold(this, by, at);
    if (!input.sealed && !input.handed.length) throw refuse('nothing-corrected');
    this.move(caseLifecycle, 'correct', { form: input.sealed !== undefined, materials: input.handed.length });
    if (input.sealed) this.set({ sealed: input.sealed });
    this.handIn(input.handed);
    this.answerOrders({ ...input, at });
    this.tell(facts.CaseCorrected(this.about));
  }

  requestSupplement(by: Actor, at: string, request: SupplementRequest, document: CaseDocument): void {
    mustHold(this, by, at);
    mustBeInTime(this, at);
    const { materialCodes, formFields } = request;
    this.move(caseLifecycle, 'request-supplement', { materialCodes, formFields, document: document.number });
    this.set({ dueOn: null, intakeLimitId: null });
    this.add(request);
    this.add(document);
    this.tell(facts.SupplementRequested({ ...this.about, requestId: request.id }));
  }

  /** Everything the notice named comes back at once; a fresh check of five days then covers only that. */
  supplement(input: Supply & { limit?: Receipt['limit'] }): void {
    const request = mustBeSupplied(openNotice(this), input.handed, input.sealed !== undefined, input.asked);
    this.move(caseLifecycle, 'supplement', { requestId: request.id });
    if (input.sealed) this.set({ sealed: input.sealed });
    this.receive(input.at, input.limit);
    this.handIn(input.handed);
    this.answer(request, input.at);
    this.answerOrders(input);
  }

  /** implementation/I9: goes to the version that the order names; what that asks for besides is asked in the order's own notice. */
  changeLaw({ law, version, dueOn, document, request }: NewLaw): void {
    const { guideVersionId: before, dueOn: dueBefore } = this;
    const asks = request && { materialCodes: request.materialCodes, formFields: request.formFields };
    const days = dueOn !== dueBefore && { dueBefore, dueOn };
    this.move(caseLifecycle, 'change-law', { ...law, before, after: version.guideVersionId, ...asks, ...days });
    this.set({ ...version, dueOn });
    this.add(document);
    if (request) this.add(request);
  }

  /** implementation/I9: what orders ask for, all at once; neither state nor clock depends on it. */
  supplyByOrder(input: Supply): void {
    const open = openOrders(this);
    for (const request of open) mustBeSupplied(request, input.handed, input.sealed !== undefined, input.asked);
    this.move(caseLifecycle, 'supply-by-order', { requestIds: open.map(({ id }) => id) });
    if (input.sealed) this.set({ sealed: input.sealed });
    this.handIn(input.handed);
    for (const request of open) this.answer(request, input.at);
  }

  accept(by: Actor, at: string, input: Acceptance): void {
    if (!input.deemed) mustHold(this, by, at);
    const { deemed, provisional, dueOn, document, windowId, deferral } = input;
    const noted = { deemed, ...(provisional && { provisional }), ...(windowId && { windowId }) };
    this.move(caseLifecycle, 'accept', { ...noted, document: document.number });
    this.set({ acceptedAt: deemed ? this.receivedAt : at, deemed, dueOn, intakeLimitId: null });
    this.add(document);
    if (deferral) this.add(deferral);
    this.tell(facts.CaseAccepted({ ...this.about, deemed }));
  }

  /** acceptance/A6, A7: `refused` is art. 32's 不予受理, the other two are 不受理. */
  refuse(by: Actor, at: string, input: { kind: facts.RefusalKind; late: boolean; document: CaseDocument }): void {
    mustHold(this, by, at);
    mustBeInTime(this, at);
    const { kind, late, document } = input;
    this.move(caseLifecycle, kind === 'refused' ? 'refuse' : 'turn-away', { kind, late, document: document.number });
    this.set({ refusalKind: kind, dueOn: null, intakeLimitId: null });
    this.add(document);
    this.tell(facts.CaseRefused({ ...this.about, kind }));
  }

  opine(by: Actor, opinion: Opinion): void {
    mustHold(this, by, opinion.at);
    this.move(caseLifecycle, 'opine', { step: opinion.step, conclusion: opinion.conclusion });
    this.add(opinion);
  }

  beginProcedure(by: Actor, procedure: SpecialProcedure, document: CaseDocument): void {
    mustHold(this, by, procedure.begunAt);
    const { id, kind, stopsClock } = procedure;
    this.move(caseLifecycle, stopsClock ? 'suspend' : 'begin-procedure', { kind, document: document.number });
    if (stopsClock) this.set({ dueOn: null });
    this.add(procedure);
    this.add(document);
    this.tell(facts.SpecialProcedureBegun({ ...this.about, procedureId: id, stopsClock }));
  }

  endProcedure(by: Actor, id: string, input: { at: string; sealed: string; dueOn: string | null }): void {
    mustHold(this, by, input.at);
    const procedure = openProcedure(this, id);
    // Ending one that left the clock running does not end another that stopped it.
    if (procedure.stopsClock || this.state !== 'suspended') this.move(caseLifecycle, 'end-procedure', { kind: procedure.kind });
    else this.mark('end-procedure', { kind: procedure.kind });
    if (procedure.stopsClock) this.set({ dueOn: input.dueOn });
    Object.assign(procedure, { endedAt: input.at, sealed: input.sealed });
    this.alter(procedure);
    this.tell(facts.SpecialProcedureEnded({ ...this.about, procedureId: id, stopsClock: procedure.stopsClock }));
  }

  /** acceptance/A20: whoever has the case in hand is not asked. */
  extend({ days, dueOn, document }: { days: number; dueOn: string; document: CaseDocument }): void {
    this.move(caseLifecycle, 'extend', { days, document: document.number });
    if (this.state !== 'suspended') this.set({ dueOn });
    this.add(document);
    this.tell(facts.CaseExtended({ ...this.about, days }));
  }

  decide(by: Actor, at: string, input: DecisionFacts): void {
    mustHold(this, by, at);
    const { granted, licenceId, document, dueOn = null, delegationId, arrangementId, following } = input;
    this.move(caseLifecycle, 'decide', {
      granted,
      document: document.number,
      ...(delegationId && { delegationId }),
      ...(arrangementId && { arrangementId }),
      ...(following?.length && { following }),
    });
    this.set({ decidedAt: at, granted, licenceId: licenceId ?? null, dueOn });
    this.add(document);
    this.tell(facts.CaseDecided({ ...this.about, granted, ...(licenceId && { licenceId }) }));
  }

  deliver(by: Actor, at: string, how: { method: string; windowId?: string }, document: CaseDocument): void {
    mustHold(this, by, at);
    this.move(caseLifecycle, 'deliver', { ...how, document: document.number });
    this.set({ completedAt: at, dueOn: null, assigneeId: null, assignedUntil: null });
    this.add(document);
    this.tell(facts.CaseCompleted(this.about));
  }

  /** acceptance/A9: what was promised has come. */
  supplyDeferred(code: string, handed: Material[]): void {
    this.mark('supply-deferred', { code, materials: handed.length });
    this.handIn(handed);
  }

  /** acceptance/A28: the document of an act that is about something beside the case. */
  attach(act: string, document: CaseDocument, note: Record<string, unknown> = {}): void {
    this.mark(act, { ...note, document: document.number });
    this.add(document);
  }

  /** A calendar arrived, or a pause lapsed, and with it came another day (time-limits/T5, T8). */
  moveDueDay(dueOn: string | null): void {
    this.mark('move-due-day', { before: this.dueOn, after: dueOn });
    this.set({ dueOn });
  }

  withdraw(reason: string): void {
    this.move(caseLifecycle, 'withdraw', { reason });
    this.set({ dueOn: null, intakeLimitId: null });
    this.tell(facts.CaseWithdrawn(this.about));
  }

  terminate(by: Actor, at: string, document: CaseDocument): void {
    mustHold(this, by, at);
    this.move(caseLifecycle, 'terminate', { document: document.number });
    this.set({ dueOn: null });
    this.add(document);
    this.tell(facts.CaseTerminated(this.about));
  }

  /** acceptance/A27 */
  nameHelper({ helperId, organizationId, mayWithdraw, consent }: Help): void {
    this.move(caseLifecycle, 'name-helper', { helperId, organizationId, mayWithdraw, consent });
    this.set({ helperId, helperOrganizationId: organizationId, helperMayWithdraw: mayWithdraw });
    this.tell(facts.HelperNamed(this.about));
  }

  endHelp(cause: HelpEnd): void {
    this.move(caseLifecycle, 'end-help', { helperId: this.helperId, cause });
    this.set(NO_HELP);
    this.tell(facts.HelpEnded({ ...this.about, cause }));
  }

  /** What a helper has just done says for whom. */
  doneBy(by: Actor): void {
    if (this.helperId === by.id) this.mark('help', { helpedApplicantId: this.applicantId });
  }

  /** acceptance/A22: run elsewhere; `report` says how far it has come there. */
  static reported(opened: NewCaseFacts): Case {
    return Case.opened(opened);
  }

  report(course: Course, note: Record<string, unknown>): void {
    if (this.version) this.move(caseLifecycle, 'report', note);
    else this.mark('report', note);
    const news = factsOf(this, course, this.about);
    this.set(course);
    news.forEach((fact) => this.tell(fact));
  }

  private static opened({ handed: _written, ...given }: NewCaseFacts): Case {
    return Object.assign(new Case(), NOTHING_YET, given, {
      state: 'draft' as const,
      materials: [],
      requests: [],
      procedures: [],
    });
  }

  private get about(): facts.AboutCase {
    const { id, organizationId, basicCode, journeyRef } = this;
    return { caseId: id, organizationId, basicCode, journeyRef };
  }

  private receive(at: string, limit: Receipt['limit']): void {
    this.set({ receivedAt: at, receiptSeq: this.version + 1, intakeLimitId: limit?.id ?? null, dueOn: limit?.dueOn ?? null });
  }

  private handIn(rows: Material[]): void {
    for (const row of rows) this.add(row);
    this.materials.push(...rows);
  }

  private answer(request: SupplementRequest, at: string): void {
    request.suppliedAt = at;
    this.alter(request);
    this.tell(facts.SupplementReceived({ ...this.about, requestId: request.id }));
  }

  /** What orders ask for may come along with something else. */
  private answerOrders({ sealed, at }: Pick<Supply, 'sealed' | 'at'>): void {
    for (const request of answeredOrders(this, sealed !== undefined)) this.answer(request, at);
  }

  private set(values: Partial<Case>): void {
    Object.assign(this, values);
  }
}
