import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Json, WordList, Words } from '../../../kernel/persistence/columns';
import { refuse } from '../catalog.errors';
import { outsideListLifecycle, type OutsideListState } from './outside-list.lifecycle';
import { OutsideResolution, type Resolving } from './outside-resolution.entity';
import { OutsideRow, sameRow, type OutsideRowFacts } from './outside-row.entity';

/** Power and duty list, market-access negative list, investment approval list, construction approval list (新政发〔2022〕84号 三). */
export const OUTSIDE_KINDS = ['power-and-duty', 'market-access', 'investment-approval', 'construction-approval'] as const;
export type OutsideKind = (typeof OUTSIDE_KINDS)[number];

/** A document by which the list was issued, in the order of their coming. */
export interface Edition {
  number: number;
  documentNumber: string;
  title: string;
  issuedOn: string;
  importedAt: string;
}

export type OutsideRowOutcome = 'added' | 'changed' | 'unchanged' | 'removed' | 'refused';

/** One row of a document: put in, put otherwise, or taken out. */
export interface GivenRow extends OutsideRowFacts {
  operation: 'I' | 'U' | 'D';
}

/** catalog/C8: a list that is kept elsewhere, as its documents have brought it. */
@Entity({ schema: 'catalog', name: 'outside_list' })
export class OutsideList extends Aggregate<OutsideListState> {
  @Words() readonly kind: OutsideKind;
  @WordList() readonly areaPath: string[];
  @Json() editions: Edition[];

  static opened(kind: OutsideKind, areaPath: string[]): OutsideList {
    const list = Object.assign(new OutsideList(), { kind, areaPath, editions: [], state: 'kept' as const });
    list.mark('open', { kind });
    return list;
  }

  /** The edition of this document; a document is imported in parts, again, or followed by a later one, never preceded by an earlier one. */
  edition(document: Pick<Edition, 'documentNumber' | 'title' | 'issuedOn'>, now: string): Edition {
    const last = this.editions.at(-1);
    if (last?.documentNumber === document.documentNumber && last.issuedOn === document.issuedOn) return last;
    const known = this.editions.some(({ documentNumber }) => documentNumber === document.documentNumber);
    if (known || (last && document.issuedOn < last.issuedOn))
      throw refuse('edition-out-of-order', { values: { document: last!.documentNumber, day: last!.issuedOn } });
    return { ...document, number: this.editions.length + 1, importedAt: now };
  }

  /** Takes the rows of an edition over those that stand: what became of each, and whether there is anything to save. */
  take(edition: Edition, rows: GivenRow[], standing: OutsideRow[], complete: boolean) {
    const isNew = edition.number > this.editions.length;
    const held = new Map(standing.map((row) => [row.key, row]));
    const named = new Set<string>();
    const outcomes = rows.map((row): OutsideRowOutcome => {
      const present = held.get(row.key);
      if (named.has(row.key) || (row.operation === 'D' && !present)) return 'refused';
      named.add(row.key);
      return row.operation === 'D' ? this.remove(present!, edition) : this.put(row, present, edition);
    });
    const gone = complete ? standing.filter(({ key }) => !named.has(key)) : [];
    gone.forEach((row) => this.remove(row, edition));
    if (isNew) {
      const { number, documentNumber } = edition;
      this.move(outsideListLifecycle, 'import', { number, documentNumber });
      this.editions = [...this.editions, edition];
    }
    const changed = isNew || gone.length > 0 || outcomes.some((outcome) => outcome !== 'unchanged' && outcome !== 'refused');
    return { outcomes, changed };
  }

  /** A later resolution of the same difference takes the place of the one before it. */
  resolve(difference: string, facts: Resolving, now: string): void {
    const { choice, document, basis } = facts;
    if ((choice === 'outside-corrected' && !document) || (choice === 'deliberate' && !basis))
      throw refuse('resolution-unfounded', {
        errors: [{ pointer: choice === 'deliberate' ? '/basis' : '/document', code: 'missing', detail: 'what it rests on' }],
      });
    this.move(outsideListLifecycle, 'resolve', { difference, choice });
    this.add(OutsideResolution.of(this.id, difference, facts, now));
  }

  private put(row: GivenRow, present: OutsideRow | undefined, edition: Edition): 'added' | 'changed' | 'unchanged' {
    if (present && sameRow(present, row)) return 'unchanged';
    if (present) this.remove(present, edition);
    this.move(outsideListLifecycle, 'import', { number: edition.number });
    this.add(OutsideRow.of(this.id, this.kind, row, edition.number));
    return present ? 'changed' : 'added';
  }

  private remove(row: OutsideRow, { number }: Edition): 'removed' {
    this.move(outsideListLifecycle, 'import', { number });
    row.end(number);
    this.alter(row);
    return 'removed';
  }
}
