import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { SecrecyReviewInput } from '../../catalog/catalog.facade';
import { earliestDay, StandingFacade } from '../../catalog/standing.facade';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from './managed-list.errors';
import { Derivation } from './derivation.store';
import { sumOf } from './list-sum.rules';
import { licensingLevel, NEGATIVE_KINDS, type ListKind } from './kinds.rules';
import { ManagedList } from './managed-list.entity';
import type { DeriveListInput, DiscardListInput, PublishListInput } from './managed-list.inputs';
import { managedListPolicy } from './managed-list.policy';
import { ManagedLists } from './managed-list.store';
import { LineDifferenceView, type ManagedListPreview } from './managed-list.views';

/** catalog/C6: derived at a moment, cleared by somebody else, published with number and first day. */
@Injectable()
export class ManagedListService {
  constructor(
    private readonly tx: Tx,
    private readonly lists: ManagedLists,
    private readonly derivation: Derivation,
    private readonly directory: DirectoryFacade,
    private readonly standing: StandingFacade,
  ) {}

  preview(by: Actor, { kind, division }: DeriveListInput): Promise<ManagedListPreview> {
    return this.tx.run(async () => {
      await this.areaFor(by, kind, division);
      const [last] = await this.lists.published(kind, division);
      const { reasonless, ...sum } = await sumOf(this.derivation.derived(kind, division, this.tx.now));
      const { differenceCount, differences } = await this.derivation.changes(kind, division, this.tx.now, last?.id ?? null);
      return {
        ...{ ...sum, ...(last && { against: last.id }), reasonless: NEGATIVE_KINDS.includes(kind) ? reasonless : [] },
        ...{ differenceCount, differences: differences.map((one) => LineDifferenceView.of(one)) },
      };
    });
  }

  derive(by: Actor, { kind, division }: DeriveListInput): Promise<ManagedList> {
    return this.tx.run(async () => {
      const areaPath = await this.areaFor(by, kind, division);
      const [id, derivedAt] = [uuidv7(), this.tx.now];
      await this.derivation.keep(id, kind, division, derivedAt);
      const { reasonless, lineCount, digest } = await sumOf(this.derivation.kept(id));
      if (NEGATIVE_KINDS.includes(kind) && reasonless.length) {
        const errors = reasonless.map((key) => ({ pointer: `/${key}`, code: 'reason', detail: 'its guide does not say why' }));
        throw refuse('negative-without-reason', { errors });
      }
      const list = ManagedList.derived(by.id, { id, kind, divisionCode: division, areaPath, derivedAt, lineCount, digest });
      await this.lists.save(by, list);
      return list;
    });
  }

  reviewSecrecy(by: Actor, id: string, { grade, outcome, reasons }: SecrecyReviewInput): Promise<ManagedList> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'review-secrecy', id);
      list.reviewSecrecy(by.id, { grade, outcome, reasons, at: this.tx.now });
      await this.lists.save(by, list);
      return list;
    });
  }

  /** What was derived before the version that stands says less than it: it is derived anew. */
  publish(by: Actor, id: string, input: PublishListInput): Promise<ManagedList> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'publish', id);
      await this.standing.mustAgreeWithOutsideLists(await this.derivation.basicCodes(id));
      const last = await this.lists.last(list.kind, list.divisionCode);
      if (last && Date.parse(last.derivedAt) > Date.parse(list.derivedAt)) throw refuse('derived-before-the-last');
      const live = last ? [{ effectiveFrom: last.effectiveFrom! }] : [];
      const earliest = earliestDay(live, shanghaiDay(this.tx.now));
      const effectiveFrom = input.effectiveFrom ?? earliest;
      if (effectiveFrom < earliest) throw refuse('list-effective-too-early', { values: { earliest } });
      list.publish((last?.number ?? 0) + 1, effectiveFrom, this.tx.now);
      await this.lists.save(by, list);
      return list;
    });
  }

  discard(by: Actor, id: string, { reason }: DiscardListInput): Promise<ManagedList> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'discard', id);
      list.discard(reason);
      await this.lists.save(by, list);
      return list;
    });
  }

  /** The division and all above it, for somebody who keeps its lists. */
  private async areaFor(by: Actor, kind: ListKind, division: string): Promise<string[]> {
    const areaPath = await this.directory.divisionPath(division);
    if (!areaPath) throw refuse('no-such-division', { values: { division } });
    if (!managedListPolicy.may.publish.test({ areaPath } as ManagedList, by)) throw refuseKernel('not-allowed');
    if (kind === 'licensing' && !licensingLevel(division)) throw refuse('no-licensing-level', { values: { division } });
    return areaPath;
  }
}
