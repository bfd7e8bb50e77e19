import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Instant, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import type { PublishedItem } from '../elements.rules';
import { refuse } from './adoption.errors';
import { exercisedBy } from './adoption.rules';
import { adoptionLifecycle, type AdoptionState } from './adoption.lifecycle';

/** catalog/C5: what a division has answered to an item, and to which version of it. Who answered stands in the history. */
@Entity({ schema: 'catalog', name: 'adoption' })
export class Adoption extends Aggregate<AdoptionState> {
  @Words() readonly basicCode: string;
  @Words() readonly divisionCode: string;
  @WordList() readonly areaPath: string[];
  @Ref() itemVersionId: string;
  @Whole() versionNumber: number;
  @Words({ nullable: true }) reason: string | null;
  @Instant() answeredAt: string;

  static of(divisionCode: string, areaPath: string[], { basicCode }: Pick<PublishedItem, 'basicCode'>): Adoption {
    return Object.assign(new Adoption(), { basicCode, divisionCode, areaPath, state: 'adopted' as const });
  }

  adopt(item: PublishedItem, now: string): 'adopted' | 'renewed' | 'unchanged' {
    if (!exercisedBy(this.divisionCode, item.elements))
      throw refuse('not-exercised', { values: { code: this.basicCode, division: this.divisionCode } });
    const renews = this.version > 0 && this.state === 'adopted';
    if (renews && this.itemVersionId === item.versionId) return 'unchanged';
    this.answer('adopt', item, null, now);
    return renews ? 'renewed' : 'adopted';
  }

  /** Only what its level does not exercise. */
  decline(item: PublishedItem, reason: string | undefined, now: string): void {
    if (exercisedBy(this.divisionCode, item.elements))
      throw refuse('must-adopt', { values: { code: this.basicCode, division: this.divisionCode } });
    if (reason === undefined) throw refuse('decline-without-reason');
    this.answer('decline', item, reason, now);
  }

  private answer(act: 'adopt' | 'decline', item: PublishedItem, reason: string | null, now: string): void {
    const { basicCode, divisionCode } = this;
    this.move(adoptionLifecycle, act, { basicCode, divisionCode, number: item.versionNumber, ...(reason && { reason }) });
    Object.assign(this, { itemVersionId: item.versionId, versionNumber: item.versionNumber, reason, answeredAt: now });
  }
}
