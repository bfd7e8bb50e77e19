import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import { shanghaiDay } from '../../../kernel/clock/day';
import { digest } from '../../../kernel/history/history';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Refusal } from '../../../kernel/http/problem';
import { Tx } from '../../../kernel/persistence/tx';
import { faults } from '../../../kernel/validation/input.pipe';
import { refuse } from '../catalog.errors';
import { catalogPermissions } from '../catalog.permissions';
import { mustBelong, OWN_AREA } from '../codes-in-use.rules';
import type { ItemElements, PublishedItem } from '../elements.rules';
import { elementsFor } from '../item/elements-for.rules';
import { Item } from '../item/item.entity';
import { Items } from '../item/item.store';
import { ItemVersions } from '../item/item-version.store';
import { type ImportItemsInput, ItemRowInput } from './item-import.inputs';
import { readItemRow } from './item-row.rules';
import { rowProblems, type RowProblem, unreadable } from './report.rules';

export interface ItemRowReport {
  row: number;
  outcome: 'published' | 'unchanged' | 'refused';
  code?: string;
  problems: RowProblem[];
}

/** catalog/C2: national items, row by row; the same batch again changes nothing. */
@Injectable()
export class ItemImport {
  constructor(
    private readonly tx: Tx,
    private readonly items: Items,
    private readonly versions: ItemVersions,
  ) {}

  /** Publishes a national item as the state has laid it down. */
  take(by: Actor, elements: ItemElements, batch: string): Promise<PublishedItem> {
    return this.tx.run(async () => {
      await this.takeOne(by, elements, batch);
      return (await this.versions.latest(elements.basicCode))!;
    });
  }

  run(by: Actor, { batch, rows }: ImportItemsInput): Promise<ItemRowReport[]> {
    return this.tx.run(async () => {
      mustCover(by);
      const reports: ItemRowReport[] = [];
      for (const [index, row] of rows.entries()) reports.push(await this.row(by, batch, row, index + 1));
      return reports;
    });
  }

  private async row(by: Actor, batch: string, row: Record<string, unknown>, number: number): Promise<ItemRowReport> {
    try {
      const code = row.catalog_code as string;
      const outcome = await this.tx.part(() => (row.cd_operation === 'D' ? this.drop(code) : this.takeRow(by, batch, row)));
      return { row: number, outcome, code, problems: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { row: number, outcome: 'refused', problems: rowProblems(error) };
    }
  }

  private takeRow(by: Actor, batch: string, row: Record<string, unknown>): Promise<'published' | 'unchanged'> {
    const { instance, errors } = faults(ItemRowInput, row);
    if (errors.length) throw unreadable('catalog/C2', errors);
    const input = instance as ItemRowInput;
    const read = readItemRow(input);
    if (!read.elements) throw unreadable('catalog/C2', read.faults);
    return this.takeOne(by, elementsFor(input.catalog_code, read.elements), batch);
  }

  private async takeOne(by: Actor, elements: ItemElements, batch: string): Promise<'published' | 'unchanged'> {
    if (!mustBelong(elements.basicCode).national) throw refuse('regional-item');
    const [today, now] = [shanghaiDay(this.tx.now), this.tx.now];
    const item = await this.items.taken(elements.basicCode);
    if (!item) {
      await this.items.save(by, Item.taken(elements, OWN_AREA, batch, today, now));
      return 'published';
    }
    if (item.state === 'published' && digest(item.elements) === digest(elements)) return 'unchanged';
    item.take(elements, batch, await this.versions.live(item.id, today), today, now);
    await this.items.save(by, item);
    return 'published';
  }

  /**
   * catalog/C9: what the state withdraws is withdrawn here by somebody who has seen what hangs on it; until then its row is refused,
   * and after that it changes nothing.
   */
  private async drop(code: unknown): Promise<'unchanged'> {
    if (typeof code !== 'string' || !mustBelong(code).national) throw refuse('regional-item');
    const item = await this.items.taken(code);
    if (!item) throw refuse('no-such-item', { values: { code } });
    if (item.state !== 'withdrawn') throw refuse('withdrawn-after-looking', { values: { code } });
    return 'unchanged';
  }
}

function mustCover(by: Actor): void {
  const grants = grantsFor(by, catalogPermissions['item.import']);
  if (by.kind === 'platform' || grants.some(({ area, unit }) => !unit && (!area || OWN_AREA.includes(area)))) return;
  throw refuseKernel('not-allowed');
}
