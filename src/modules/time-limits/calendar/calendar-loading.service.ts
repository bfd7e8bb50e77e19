import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { PublishedYear } from '../calendar.rules';
import regional from '../data/regional-days.json';
import { nationalDays } from '../national-days';
import { NATION, PublishedCalendar } from './calendar.entity';
import { PublishedCalendars } from './calendar.store';
import { inOrder, sameDays } from './published-days.rules';
import { WorkingDays } from './working-days.store';

/** The calendars that come with the platform: the nation's, and those of the region whose notices could be read. */
@Injectable()
export class CalendarLoading {
  constructor(
    private readonly tx: Tx,
    private readonly published: PublishedCalendars,
    private readonly workingDays: WorkingDays,
  ) {}

  /** A second run changes nothing. A release that knows a year better publishes it anew, unless people have published it. */
  load(): Promise<void> {
    const national = nationalDays().map((year) => ({ ...year, path: [] as string[] }));
    const ofRegion = (regional.years as PublishedYear[]).map((year) => ({ ...year, path: [regional.region] }));
    return this.tx.run(async () => {
      const edition = await this.published.nextEdition();
      const known = new Map((await this.published.all()).map((calendar) => [keyOf(calendar), calendar]));
      const newest = await this.workingDays.newest();
      const changed: PublishedCalendar[] = [];
      for (const { path, year, notice, days } of [...national, ...ofRegion]) {
        const area = path[0] ?? NATION;
        const calendar = known.get(keyOf({ area, year })) ?? PublishedCalendar.of(path, year);
        const layers = calendar.version ? await this.workingDays.layersOf(area, year, newest) : [];
        const before = layers.find((layer) => layer.area === area);
        if (calendar.origin === 'people' || (before && sameDays(before.days, days))) continue;
        calendar.publish({
          edition,
          now: this.tx.now,
          origin: 'platform',
          notice,
          days: inOrder(days),
          before: before?.days ?? null,
        });
        changed.push(calendar);
      }
      await this.published.save(platform('time-limits'), ...changed);
    });
  }
}

const keyOf = ({ area, year }: { area: string; year: number }) => `${area}/${year}`;
