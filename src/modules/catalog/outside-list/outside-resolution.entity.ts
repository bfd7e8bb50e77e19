import { Entity } from 'typeorm';
import { Id, Instant, Ref, Words } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';

/** Ours is to follow; the outside list is to be corrected; the two differ on purpose. */
export const CHOICES = ['ours-follows', 'outside-corrected', 'deliberate'] as const;
export type Choice = (typeof CHOICES)[number];

export interface Resolving {
  choice: Choice;
  reason: string;
  /** By which the correction of the outside list is asked for. */
  document?: string;
  /** The provision by which the two differ on purpose. */
  basis?: string;
}

/** catalog/C8: what was decided about a difference. The difference carries the values of both sides in its id. */
@Entity({ schema: 'catalog', name: 'outside_resolution' })
export class OutsideResolution {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly listId: string;
  @Words() readonly difference: string;
  @Words() readonly choice: Choice;
  @Words() readonly reason: string;
  @Words({ nullable: true }) readonly document: string | null;
  @Words({ nullable: true }) readonly basis: string | null;
  @Instant() readonly at: string;

  static of(listId: string, difference: string, facts: Resolving, at: string): OutsideResolution {
    const { choice, reason, document = null, basis = null } = facts;
    return Object.assign(new OutsideResolution(), { listId, difference, choice, reason, document, basis, at });
  }
}
