import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { ItemVersionDropped } from '../../catalog/catalog.events';
import { AuditClock } from '../audit/audit-clock.service';
import { Implementations } from './implementation.store';
import { ListEditors } from './list-editors.service';
import { versionDropped } from './withdrawal.notices';

const by = platform('implementation');
const AT_ONCE = 100;
const REASON = '所依据的基本目录待生效版本已撤回或被替换';

/** catalog/C4, implementation/I1: what was to take effect under a version of the catalogue that never will is taken back with it. */
@Injectable()
export class DroppedVersions {
  constructor(
    private readonly lists: Implementations,
    private readonly clock: AuditClock,
    private readonly editors: ListEditors,
  ) {}

  @On(ItemVersionDropped, 'implementation.take-back-lists-of-dropped-version')
  async dropped({ payload: { basicCode, versionId } }: FactOf<typeof ItemVersionDropped>): Promise<void> {
    const next = () => this.lists.scheduledUnder(basicCode, versionId, AT_ONCE);
    for (let lists = await next(); lists.length; lists = await next()) {
      const standings = await this.lists.standings(lists.map(({ id }) => id));
      for (const list of lists) list.unschedule(REASON, standings.get(list.id)!);
      await this.lists.save(by, ...lists);
      for (const list of lists) await this.clock.cancel(by, list);
      await this.editors.tell(by, lists, `version-dropped/${versionId}`, versionDropped);
    }
  }
}
