import { Entity } from 'typeorm';
import { Id, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { OutsideKind } from './outside-list.entity';

/** What a document says of an item. */
export interface OutsideRowFacts {
  /** Its code, or its name where the list knows no codes. */
  key: string;
  code?: string;
  name: string;
  itemType?: string;
  basis: string[];
}

/** catalog/C8: a row never changes; a later edition ends it and puts another in its place. */
@Entity({ schema: 'catalog', name: 'outside_row' })
export class OutsideRow {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly listId: string;
  @Words() readonly kind: OutsideKind;
  @Words() readonly key: string;
  @Words({ nullable: true }) readonly code: string | null;
  @Words() readonly name: string;
  @Words({ nullable: true }) readonly itemType: string | null;
  @WordList() readonly basis: string[];
  /** Number of the first edition in which it stands. */
  @Whole() readonly since: number;
  /** Number of the first edition in which it no longer stands. */
  @Whole({ nullable: true }) until: number | null;

  static of(listId: string, kind: OutsideKind, facts: OutsideRowFacts, since: number): OutsideRow {
    const { key, name, basis, code = null, itemType = null } = facts;
    return Object.assign(new OutsideRow(), { listId, kind, key, name, basis, code, itemType, since, until: null });
  }

  end(edition: number): void {
    this.until = edition;
  }
}

export const sameRow = (row: OutsideRow, facts: OutsideRowFacts): boolean =>
  row.name === facts.name &&
  row.code === (facts.code ?? null) &&
  row.itemType === (facts.itemType ?? null) &&
  row.basis.join('\n') === facts.basis.join('\n');
