import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Json, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { isCleared, type Level, secrecyFault, type SecrecyReview } from '../../catalog/catalog.facade';
import type { GuideContent } from '../content/content.inputs';
import { refuseApproval } from '../step-approval/step-approval.errors';
import { type ApprovalDecision, askedFor, decided, type StepApproval } from '../step-approval/step-approval.rules';
import type { Guide } from '../guide.rules';
import { GuidePublished, GuideResumed, GuideSuspended, GuideWithdrawn } from '../implementation.events';
import { refuse } from '../implementation.errors';
import { refusePublication } from '../publication.errors';
import { GuideVersion } from './guide-version.entity';
import { implementationLifecycle, type ImplementationState } from './implementation.lifecycle';
import { Suspension } from './suspension.entity';

/** What the audit said. Who said it stands in the history. */
export interface Audit {
  outcome: 'approved' | 'returned';
  reasons: string;
  at: string;
}

/** Why a list is offered no more. `rule`: it follows from the withdrawal of its item (catalog/C9). */
export interface Withdrawal {
  reason: string;
  at: string;
  rule?: 'catalog/C9';
}

/** An organization's list of one handling variant (业务办理项) of a catalogue item: the work on it. */
@Entity({ schema: 'implementation', name: 'implementation' })
export class Implementation extends Aggregate<ImplementationState> {
  @Ref() readonly organizationId: string;
  @WordList() readonly areaPath: string[];
  @Words() readonly basicCode: string;
  @Words() readonly itemType: string;
  @Words() readonly level: Level;
  /** 实施编码, 31 digits. */
  @Words() readonly code: string;
  @Whole() readonly variantNumber: number;
  /** 业务办理项编码, 33 digits. */
  @Words() readonly variantCode: string;
  @Words({ nullable: true }) variantName: string | null;
  /** The catalogue version from which the content inherits. */
  @Ref() itemVersionId: string;
  @Json() content: GuideContent;
  /** Who wrote the present draft. */
  @WordList() authors: string[];
  @Json({ nullable: true }) audit: Audit | null;
  /** implementation/I8: the division whose administration body was asked to audit it; null where nobody was yet. */
  @Words({ nullable: true }) auditDivision: string | null;
  /** implementation/I4: of more steps than are allowed; it stays for later drafts with exactly as many. */
  @Json({ nullable: true }) stepApproval: StepApproval | null;
  /** implementation/P1: of the draft as it was submitted; a new submission is reviewed anew. */
  @Json({ nullable: true }) secrecy: SecrecyReview | null;
  @Whole() latestNumber: number;
  @Json({ nullable: true }) withdrawal: Withdrawal | null;

  // Rows below, as loaded for an act.
  suspensions: Suspension[];

  static draft(by: string, facts: ListFacts, itemVersionId: string, content: GuideContent): Implementation {
    const list = Implementation.of(facts, 'draft', itemVersionId, content, [by]);
    list.mark('draft', { variantCode: facts.variantCode });
    return list;
  }

  /** implementation/I12: an imported list begins as published: its secrecy review (implementation/P1) is that of whoever published it. */
  static taken(facts: ListFacts, taking: Taking, now: string): Implementation {
    const list = Implementation.of(facts, 'published', taking.itemVersionId, taking.content, []);
    list.mark('take', { variantCode: facts.variantCode, ...sourceOf(taking) });
    list.bringOut(taking.guide, { live: [], now }, 'import');
    return list;
  }

  private static of(
    facts: ListFacts,
    state: ImplementationState,
    itemVersionId: string,
    content: GuideContent,
    authors: string[],
  ) {
    const { variantName = null, ...rest } = facts;
    return Object.assign(new Implementation(), {
      ...rest,
      variantName,
      state,
      itemVersionId,
      content,
      authors,
      audit: null,
      auditDivision: null,
      stepApproval: null,
      secrecy: null,
      latestNumber: 0,
      withdrawal: null,
      suspensions: [],
    });
  }

  edit(by: string, itemVersionId: string, content: GuideContent): void {
    const begun = this.state === 'published';
    this.move(implementationLifecycle, 'edit');
    Object.assign(this, { itemVersionId, content });
    this.authors = begun ? [by] : [...new Set([...this.authors, by])];
    this.secrecy = null;
    if (begun) this.audit = null;
  }

  submit(by: string, auditDivision: string): void {
    this.move(implementationLifecycle, 'submit', { auditDivision });
    this.auditDivision = auditDivision;
    this.authors = [...new Set([...this.authors, by])];
    this.audit = null;
    this.secrecy = null;
  }

  /** implementation/I4: of the administration body, for exactly the steps of the draft as it stands. */
  askApproval(by: string, reason: string, auditDivision: string, now: string): StepApproval {
    const approval = askedFor(this.content, this.stepApproval, reason, now);
    this.move(implementationLifecycle, 'ask-approval', { steps: approval.steps, auditDivision });
    Object.assign(this, { auditDivision, authors: [...new Set([...this.authors, by])], stepApproval: approval });
    return approval;
  }

  /** implementation/I4: with reasons, and not by somebody who wrote the draft. */
  decideApproval(by: string, decision: ApprovalDecision): StepApproval {
    if (this.authors.includes(by)) throw refuseApproval('approval-own-request');
    const { outcome, reasons } = decision;
    const approval = decided(this.stepApproval, decision);
    this.move(implementationLifecycle, outcome === 'granted' ? 'grant-approval' : 'refuse-approval', { reasons });
    this.stepApproval = approval;
    return approval;
  }

  /** implementation/I8: with reasons, and not by somebody who wrote it. */
  judge(by: string, outcome: Audit['outcome'], reasons: string, now: string): void {
    if (this.authors.includes(by)) throw refuse('own-draft');
    this.move(implementationLifecycle, outcome === 'approved' ? 'approve' : 'return', { reasons });
    this.audit = { outcome, reasons, at: now };
  }

  /** implementation/I8: five working days are over, and those above are told. */
  escalateAudit(toldDivision: string | undefined): void {
    this.move(implementationLifecycle, 'escalate', { auditDivision: this.auditDivision, toldDivision: toldDivision ?? null });
  }

  /** implementation/I8: where nobody is left at the body that was asked. */
  passUp(auditDivision: string): void {
    this.move(implementationLifecycle, 'pass-up', { from: this.auditDivision, to: auditDivision });
    this.auditDivision = auditDivision;
  }

  reviewSecrecy(by: string, review: SecrecyReview): void {
    const fault = secrecyFault(by, this.authors, review);
    if (fault === 'own-draft') throw refusePublication('secrecy-own-draft');
    if (fault) throw refusePublication('secrecy-not-open');
    const { grade, outcome } = review;
    this.move(implementationLifecycle, outcome === 'refused' ? 'refuse-secrecy' : 'review-secrecy', { grade, outcome });
    this.secrecy = review;
  }

  /** From now on, or from the first instant of a later day: then the version before stays in force until that day. */
  publish(guide: Guide, standing: Standing, from?: string): GuideVersion {
    if (!isCleared(this.secrecy)) throw refusePublication('secrecy-not-cleared');
    this.move(implementationLifecycle, 'publish', { number: this.latestNumber + 1, ...(from && { effectiveFrom: from }) });
    return this.bringOut(guide, standing, 'audit', from);
  }

  take(taking: Taking, standing: Standing): void {
    const { itemVersionId, content, guide } = taking;
    this.move(implementationLifecycle, 'take', sourceOf(taking));
    Object.assign(this, { itemVersionId, content, variantName: guide.variantName ?? null });
    this.bringOut(guide, standing, 'import');
  }

  /** implementation/I9: what was to take effect later does not; the version in force stays, and the work on the list begins again. */
  unschedule(reason: string, { live, now }: Standing): void {
    const scheduled = live.filter((version) => !version.isInForce(now));
    if (!scheduled.length) throw refusePublication('nothing-scheduled');
    this.move(implementationLifecycle, 'unschedule', { reason, numbers: scheduled.map(({ number }) => number) });
    Object.assign(this, { audit: null, secrecy: null });
    this.endAll(scheduled, now);
    const current = live.find((version) => version.isInForce(now));
    if (!current) return;
    current.goOn();
    this.alter(current);
  }

  /** implementation/I9: what is in force stays readable and takes no new case until it is resumed. */
  suspend(reason: string, { live, now }: Standing): void {
    const current = live.find((version) => version.isInForce(now));
    if (!current) throw refusePublication('nothing-in-force');
    if (this.suspension) throw refusePublication('suspended-already');
    this.move(implementationLifecycle, 'suspend', { reason });
    const { id: implementationId, variantCode } = this;
    this.suspensions = [...this.suspensions, this.add(Suspension.of({ implementationId, variantCode, reason, fromAt: now }))];
    this.tell(GuideSuspended({ ...this.named, versionId: current.id }));
  }

  resume(reason: string, { live, now }: Standing): void {
    const open = this.suspension;
    if (!open) throw refusePublication('not-suspended');
    this.move(implementationLifecycle, 'resume', { reason });
    open.toAt = now;
    this.alter(open);
    const current = live.find((version) => version.isInForce(now));
    if (current) this.tell(GuideResumed({ ...this.named, versionId: current.id }));
  }

  get suspension(): Suspension | undefined {
    return this.suspensions.find(({ toAt }) => toAt === null);
  }

  /** Offered no more from now on; cases that run keep the version they were opened under (I9). */
  withdraw(reason: string, { live, now }: Standing, because: Pick<Withdrawal, 'rule'> = {}): void {
    this.move(implementationLifecycle, 'withdraw', { reason, ...because });
    this.withdrawal = { reason, at: now, ...because };
    this.endAll(live, now);
    const open = this.suspension;
    if (open) {
      open.toAt = now;
      this.alter(open);
    }
    const versionId = live.at(-1)?.id;
    if (versionId) this.tell(GuideWithdrawn({ ...this.named, versionId }));
  }

  private bringOut(guide: Guide, { live, now }: Standing, origin: 'audit' | 'import', from?: string): GuideVersion {
    const effectiveFrom = from ?? now;
    this.endAll(live, effectiveFrom);
    this.latestNumber++;
    const { id: implementationId, latestNumber: number, code, variantCode } = this;
    const facts = { implementationId, number, code, variantCode, origin, effectiveFrom };
    const version = this.add(GuideVersion.of(facts, this.itemVersionId, guide));
    this.tell(GuidePublished({ ...this.named, versionId: version.id }));
    return version;
  }

  private endAll(live: readonly GuideVersion[], at: string): void {
    for (const version of live) if (version.end(at)) this.alter(version);
  }

  private get named() {
    const { id: implementationId, variantCode: code, basicCode, organizationId } = this;
    return { implementationId, code, basicCode, organizationId };
  }
}

/** Versions that are in force or will be, oldest first, and the instant at which they were found so. */
export interface Standing {
  live: GuideVersion[];
  now: string;
}

/** What stays the same as long as the list exists. */
export interface ListFacts {
  organizationId: string;
  areaPath: string[];
  basicCode: string;
  itemType: string;
  level: Level;
  code: string;
  variantNumber: number;
  variantCode: string;
  variantName?: string;
}

const sourceOf = ({ approvedUnder, batch }: Taking) => ({ approvedUnder, ...(batch !== undefined && { batch }) });

/** What an import brings. `approvedUnder` names the document that approved it where it comes from. */
export interface Taking {
  itemVersionId: string;
  content: GuideContent;
  approvedUnder: string;
  batch?: string;
  guide: Guide;
}
