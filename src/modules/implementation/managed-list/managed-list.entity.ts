import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Json, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { isCleared, secrecyFault, type SecrecyReview } from '../../catalog/catalog.facade';
import { refusePublication } from '../publication.errors';
import type { ListKind } from './kinds.rules';
import { managedListLifecycle, type ManagedListState } from './managed-list.lifecycle';

/** catalog/C6: a list as it was derived from the guides in force at a moment; its lines stand below it. */
@Entity({ schema: 'implementation', name: 'managed_list' })
export class ManagedList extends Aggregate<ManagedListState> {
  @Words() readonly kind: ListKind;
  /** Of the organizations in this division and below. */
  @Words() readonly divisionCode: string;
  @WordList() readonly areaPath: string[];
  @Instant() readonly derivedAt: string;
  @Whole() readonly lineCount: number;
  /** Of the lines (see list-sum.rules). */
  @Words() readonly digest: string;
  @WordList() readonly authors: string[];
  @Json({ nullable: true }) secrecy: SecrecyReview | null;
  @Whole({ nullable: true }) number: number | null;
  @Day({ nullable: true }) effectiveFrom: string | null;
  @Instant({ nullable: true }) publishedAt: string | null;

  static derived(
    by: string,
    facts: Pick<ManagedList, 'id' | 'kind' | 'divisionCode' | 'areaPath' | 'derivedAt' | 'lineCount' | 'digest'>,
  ): ManagedList {
    const nothing = { secrecy: null, number: null, effectiveFrom: null, publishedAt: null };
    const list = Object.assign(new ManagedList(), { ...facts, ...nothing, authors: [by], state: 'derived' as const });
    const { kind, divisionCode, digest } = facts;
    list.mark('derive', { kind, divisionCode, digest });
    return list;
  }

  /** implementation/P1 */
  reviewSecrecy(by: string, review: SecrecyReview): void {
    const fault = secrecyFault(by, this.authors, review);
    if (fault === 'own-draft') throw refusePublication('secrecy-own-draft');
    if (fault) throw refusePublication('secrecy-not-open');
    const { grade, outcome } = review;
    this.move(managedListLifecycle, outcome === 'refused' ? 'refuse-secrecy' : 'review-secrecy', { grade, outcome });
    this.secrecy = review;
  }

  publish(number: number, effectiveFrom: string, now: string): void {
    if (!isCleared(this.secrecy)) throw refusePublication('secrecy-not-cleared');
    this.move(managedListLifecycle, 'publish', { number, effectiveFrom });
    Object.assign(this, { number, effectiveFrom, publishedAt: now });
  }

  discard(reason: string): void {
    this.move(managedListLifecycle, 'discard', { reason });
  }
}
