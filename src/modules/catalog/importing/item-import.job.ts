import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { digest } from '../../../kernel/history/history';
import type { JobFacts, JobRow, RowResult } from '../../../kernel/jobs/job-kind';
import { Jobs } from '../../../kernel/jobs/jobs';
import { attempt, inRuns, patiently } from '../../../kernel/jobs/row-runs';
import { TakenRows } from '../../../kernel/jobs/taken-rows';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../catalog.errors';
import { catalogPermissions } from '../catalog.permissions';
import type { ItemElements } from '../elements.rules';
import { Item } from '../item/item.entity';
import { Items } from '../item/item.store';
import type { ItemVersion } from '../item/item-version.entity';
import { ItemVersions } from '../item/item-version.store';
import { OWN_AREA } from '../codes-in-use.rules';
import { refuseRow } from './item-import.errors';
import { type ImportItemsQuery, ItemRowInput } from './item-import.inputs';
import { type OpenedItem, openItem, openItemRow } from './item-row-opening.rules';

export const ITEM_IMPORT = 'catalog.item-import';
const CHUNK = 200;

type Given = JobFacts & { facts: ImportItemsQuery };

/** What the rows of a run are about, looked up for all of them. */
interface Surroundings {
  today: string;
  items: Map<string, Item>;
  /** By item, the versions that stand or will stand. */
  live: Map<string, ItemVersion[]>;
}

const codesOf = ({ catalog_code }: Record<string, unknown>): unknown[] => [catalog_code];

/** catalog/C2: national items as the state has laid them down; the same ones again change nothing. */
@Injectable()
export class ItemImportJob {
  constructor(
    private readonly tx: Tx,
    private readonly items: Items,
    private readonly versions: ItemVersions,
    private readonly takenRows: TakenRows,
    jobs: Jobs,
  ) {
    const seenBy = catalogPermissions['item.import'];
    const take = (by: Actor, job: JobFacts, rows: JobRow[]) =>
      inRuns(rows, { open: openItemRow, codesOf, take: (run) => this.takeRun(by, job as Given, run) });
    jobs.add({ name: ITEM_IMPORT, row: ItemRowInput, seenBy, chunk: CHUNK, take });
  }

  /** Publishes one that the platform knows. */
  take(by: Actor, elements: ItemElements, batch: string): Promise<void> {
    return this.tx.run(async () => {
      const row = openItem(elements);
      const act = this.verdict(row, await this.lookUp([row]), batch);
      if (act) await this.items.save(by, act());
    });
  }

  /** Rows about different items. */
  private async takeRun(by: Actor, { id, facts: { batch } }: Given, rows: OpenedItem[]): Promise<RowResult[]> {
    const around = await this.lookUp(rows);
    const digests = rows.map(({ digest: of }) => of);
    const takenBy = await this.takenRows.known(ITEM_IMPORT, batch, digests);
    const changed: Item[] = [];
    const results = await patiently(rows, (row) =>
      attempt((): RowResult => {
        const before = takenBy.get(row.digest);
        const act = before === undefined || before === id ? this.verdict(row, around, batch) : undefined;
        if (act) changed.push(act());
        return { outcome: act ? 'published' : 'unchanged', code: row.about };
      }, row.about),
    );
    await this.items.save(by, ...changed);
    const taken = digests.filter((_, index) => results[index]!.outcome !== 'refused');
    await this.takenRows.keep(ITEM_IMPORT, batch, taken, id);
    return results;
  }

  private async lookUp(rows: OpenedItem[]): Promise<Surroundings> {
    const items = await this.items.ofCodes(rows.map(({ about }) => about));
    const today = shanghaiDay(this.tx.now);
    const ids = [...items.values()].map(({ id }) => id);
    return { today, items, live: ids.length ? await this.versions.liveOf(ids, today) : new Map<string, never>() };
  }

  /**
   * What is to be done about a row: nothing, or an act that leaves an item to be saved. catalog/C9: what the state withdraws is withdrawn
   * here by somebody who has seen what hangs on it; until then its row is refused, and after that it changes nothing.
   */
  private verdict({ about, elements }: OpenedItem, { today, ...around }: Surroundings, batch: string): (() => Item) | undefined {
    const item = around.items.get(about);
    if (!item) {
      if (!elements) throw refuse('no-such-item', { values: { code: about } });
      return () => Item.taken(elements, OWN_AREA, batch, today, this.tx.now);
    }
    const live = around.live.get(item.id)!;
    if (!elements) {
      if (item.state !== 'withdrawn') throw refuseRow('withdrawn-after-looking', { values: { code: about } });
      return undefined;
    }
    if (item.state === 'published' && digest(item.elements) === digest(elements)) return undefined;
    return () => (item.take(elements, batch, live, today, this.tx.now), item);
  }
}
