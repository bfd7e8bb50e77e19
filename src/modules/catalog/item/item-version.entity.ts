import { Entity } from 'typeorm';
import { Day, Id, Instant, Json, Ref, Whole, Words } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { ItemElements } from '../elements.rules';

export type ItemVersionState = 'published' | 'superseded' | 'withdrawn';

/** catalog/C4: a published version never changes; only the end of its time is set, and moved while it has not come. */
@Entity({ schema: 'catalog', name: 'item_version' })
export class ItemVersion {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly itemId: string;
  @Whole() readonly number: number;
  @Words() readonly basicCode: string;
  @Json() readonly elements: ItemElements;
  /** SHA-256 of the elements. */
  @Words() readonly digest: string;
  /** The first day on which it stands. */
  @Day() readonly effectiveFrom: string;
  /** The first day on which it no longer stands. */
  @Day({ nullable: true }) effectiveTo: string | null;
  @Words() state: ItemVersionState;
  @Instant() readonly publishedAt: string;

  static of(
    facts: Pick<ItemVersion, 'itemId' | 'number' | 'basicCode' | 'elements' | 'digest' | 'effectiveFrom' | 'publishedAt'>,
  ) {
    return Object.assign(new ItemVersion(), facts, { effectiveTo: null, state: 'published' as const });
  }

  /** Ends on the day, unless it ends before; one that has not begun by then never stands. */
  end(day: string, state: 'superseded' | 'withdrawn'): boolean {
    if (this.effectiveTo !== null && this.effectiveTo <= day) return false;
    this.effectiveTo = day > this.effectiveFrom ? day : this.effectiveFrom;
    this.state = state;
    return true;
  }

  /** Replaced or taken back before its day. */
  get neverStands(): boolean {
    return this.effectiveTo === this.effectiveFrom;
  }

  /** What was to follow it does not. */
  goOn(): void {
    Object.assign(this, { effectiveTo: null, state: 'published' });
  }
}
