import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { addDays, buildCalendar, type Calendar, explainDay, shanghaiDay, workingDaysBetween } from '../calendar.rules';
import { Reprojection } from '../limit/reprojection.service';
import { refuse } from '../time-limits.errors';
import { isRegion, NATION } from './calendar.entity';
import type { PublishCalendarInput } from './calendar.inputs';
import { PublishedCalendars } from './calendar.store';
import type { CalendarView } from './calendar.views';
import { faultsOf, faultsOfClosures, inOrder, sameDays } from './published-days.rules';
import { type Layer, WorkingDays } from './working-days.store';

@Injectable()
export class CalendarService {
  constructor(
    private readonly tx: Tx,
    private readonly published: PublishedCalendars,
    private readonly workingDays: WorkingDays,
    private readonly reprojection: Reprojection,
  ) {}

  /** The same days under the same notice again change nothing. */
  publish(by: Actor, area: string, year: number, version: number, { notice, days }: PublishCalendarInput): Promise<CalendarView> {
    return this.tx.run(async () => {
      const path = await this.pathOf(area);
      const edition = await this.published.nextEdition();
      const calendar = await this.published.lookupToPublish(by, path, year, version);
      const layers = await this.workingDays.layersOf(area, year, await this.workingDays.newest());
      const now = layers.find((layer) => layer.area === area);
      const under = below(layers, area);
      const errors = faultsOf(days, year, under);
      const isPlace = area !== NATION && !isRegion(area);
      if (isPlace) errors.push(...faultsOfClosures(days, now?.days ?? [], shanghaiDay(this.tx.now), under));
      if (errors.length) throw refuse('days-do-not-fit', { values: { year }, errors });
      if (now?.notice !== notice || !sameDays(now.days, days)) {
        calendar.publish({ edition, now: this.tx.now, origin: 'people', notice, days: inOrder(days) });
        await this.published.save(by, calendar);
        this.tx.afterCommit(() => this.reprojection.wake());
      }
      return this.view(area, year);
    });
  }

  async view(area: string, year: number): Promise<CalendarView> {
    await this.pathOf(area);
    const edition = await this.workingDays.newest();
    const calendar = await this.workingDays.of(area, edition);
    const layers = await this.workingDays.layersOf(area, year, edition);
    const [first, last] = [`${year}-01-01`, `${year}-12-31`];
    const days = [...calendar.days].filter(([day]) => day >= first && day <= last).sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      area,
      year,
      version: layers.find((layer) => layer.area === area)?.number ?? 0,
      edition,
      layers: layers.map(({ source, area: of, number, notice, publishedAt }) => ({
        ...{ source, area: of, version: number, notice, publishedAt },
      })),
      missing: explainDay(calendar, first).missing.filter((name) => area !== NATION || name.startsWith('national')),
      workingDays: workingDaysBetween(calendar, addDays(first, -1), last),
      days: days.map(([day, entry]) => ({ day, working: entry.kind === 'make-up', ...entry })),
    };
  }

  /** The nation stands above all divisions; what is neither does not exist. */
  private async pathOf(area: string): Promise<string[]> {
    return this.workingDays.pathOf(area).catch(() => {
      throw refuseKernel('not-found');
    });
  }
}

/** The calendar that the days of an area are laid upon. */
function below(layers: Layer[], area: string): Calendar {
  const from = (source: Layer['source']) => layers.filter((layer) => layer.source === source && layer.area !== area);
  const closures = from('place').flatMap(({ days }) => days);
  return buildCalendar({ region: area, version: 0, national: from('national'), regional: from('regional'), closures });
}
