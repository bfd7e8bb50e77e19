import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import { cleared } from '../catalog/catalog.facade';
import type { Offer } from './guide.rules';
import { GuideChangeStore, type TakenEffect } from './feed/guide-change.store';
import { GuideShelf } from './guide/guide-shelf.service';
import { GuideVersions, type VersionCard } from './guide/guide-version.store';
import type { GuideContent } from './content/content.inputs';
import { ListImport, type ListToPublish } from './importing/list-import.service';
import { rowFile } from '../../kernel/jobs/row-file';
import type { ImportListsQuery } from './importing/list-row.inputs';
import type { DraftImplementationInput } from './list/implementation.inputs';
import { type HangingLists, ListsOfItem } from './list/lists-of-item.store';
import { ListSecrecy } from './list/list-secrecy.service';
import { ImplementationService } from './list/implementation.service';

import { StepApprovals } from './step-approval/step-approval.service';
import type { DeriveListInput } from './managed-list/managed-list.inputs';
import { ManagedListService } from './managed-list/managed-list.service';

export * from './guide.rules';
export type { VersionCard } from './guide/guide-version.store';
export type { TakenEffect } from './feed/guide-change.store';
export type { HangingLists } from './list/lists-of-item.store';
export { SituationAnswerInput, answerList } from './content/situation.inputs';
export { answerFaults, openQuestions } from './situations/answers.rules';
export { appliedGuide, appliedOffer } from './situations/applied-guide.rules';
export type { Answer } from './situations/situation.rules';
export { GuideContent } from './content/content.inputs';
export type { ListToPublish } from './importing/list-import.service';
export { importedLists as demoImport } from './importing/list-import.examples';

/** What an organ's editor drafts, and the reasons with which it is approved. */
type ListToBring = DraftImplementationInput & { content: GuideContent; reasons: string; effectiveFrom?: string };

/** implementation/I8, implementation/P1: the way of a list to publication. */
const STEPS = ['bare', 'draft', 'submitted', 'audited', 'cleared', 'published', 'suspended'] as const;
type Step = (typeof STEPS)[number];

/** Implementation lists for the floors above. */
@Injectable()
export class ImplementationFacade {
  constructor(
    private readonly shelf: GuideShelf,
    private readonly imports: ListImport,
    private readonly lists: ImplementationService,
    private readonly secrecy: ListSecrecy,
    private readonly approvals: StepApprovals,
    private readonly managedLists: ManagedListService,
    private readonly hanging: ListsOfItem,
    private readonly changes: GuideChangeStore,
    private readonly published: GuideVersions,
  ) {}

  /** The version in force now; a code of 31 digits means its first variant in force. */
  offer(code: string): Promise<Offer | undefined> {
    return this.shelf.offer(code);
  }

  offerVersion(versionId: string): Promise<Offer | undefined> {
    return this.shelf.offerVersion(versionId);
  }

  /** Published versions, as they stand at an instant. */
  versions(versionIds: string[], at: string): Promise<VersionCard[]> {
    return this.published.cards(versionIds, at);
  }

  /** implementation/I9: versions as they take effect, in this order for ever; those after a position of the feed. */
  takenEffect(after: number, count: number): Promise<TakenEffect[]> {
    return this.changes.takenEffect(after, count);
  }

  /** catalog/C9: lists and guides of a catalogue item. */
  listsOf(basicCode: string): Promise<HangingLists> {
    return this.hanging.hangingOn(basicCode);
  }

  /** implementation/I12: rows in the words of the exchange tables, done by a job. */
  async importLists(by: Actor, { query, rows, key }: { query: ImportListsQuery; rows: object[]; key: string }): Promise<void> {
    await this.imports.receive(by, query, rowFile(rows, key));
  }

  /** Every rule applies; a list that is published already gets its next version. */
  publish(by: Actor, list: ListToPublish): Promise<Offer> {
    return this.imports.publish(by, list);
  }

  /** implementation/I8: a new list, as far as told. A bare draft has what the catalogue lays down and nothing else. */
  async bringTo(
    state: Step,
    hands: { editor: Actor; auditor: Actor },
    { content, reasons, effectiveFrom, ...list }: ListToBring,
  ): Promise<{ id: string; variantCode: string }> {
    const { id, version, variantCode } = await this.lists.draft(hands.editor, list);
    const done = (step: Step) => STEPS.indexOf(state) >= STEPS.indexOf(step);
    if (done('draft')) await this.lists.edit(hands.editor, id, version, content);
    if (done('submitted')) await this.lists.submit(hands.editor, id);
    if (done('audited')) await this.lists.audit(hands.auditor, id, { outcome: 'approved', reasons });
    if (done('cleared')) await this.secrecy.review(hands.auditor, id, cleared);
    if (done('published')) await this.lists.publish(hands.auditor, id, { effectiveFrom });
    if (done('suspended')) await this.lists.suspend(hands.auditor, id, { reason: reasons });
    return { id, variantCode };
  }

  /** implementation/I4: asks the administration body for more steps of a draft. */
  async askForSteps(by: Actor, id: string, reason: string): Promise<void> {
    await this.approvals.ask(by, id, { reason });
  }

  /** implementation/I8: a new list from the organ's draft to publication by the administration body, which gives its reasons. */
  async bringOut(hands: { editor: Actor; auditor: Actor }, list: ListToBring): Promise<Offer> {
    const { variantCode } = await this.bringTo('published', hands, list);
    return (await this.shelf.offer(variantCode))!;
  }

  /** catalog/C6: a list of a kind, as far as told; derived by one, cleared and published by another. */
  async bringManagedListTo(
    state: 'derived' | 'cleared' | 'published',
    hands: { keeper: Actor; reviewer: Actor },
    input: DeriveListInput,
  ): Promise<void> {
    const { id } = await this.managedLists.derive(hands.keeper, input);
    if (state === 'derived') return;
    await this.managedLists.reviewSecrecy(hands.reviewer, id, cleared);
    if (state === 'published') await this.managedLists.publish(hands.keeper, id, {});
  }
}
