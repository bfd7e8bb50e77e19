import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import { DirectoryFacade } from '../../directory/directory.facade';
import { buildCalendar, type Calendar, type CalendarDay, type PublishedYear } from '../calendar.rules';
import { refuse } from '../time-limits.errors';
import { NATION } from './calendar.entity';

/** The issue of a calendar that stands in an edition. */
export interface Layer extends PublishedYear {
  source: CalendarDay['source'];
  area: string;
  number: number;
  publishedAt: string;
}

const LAYERS = `
  select c.source, c.area, c.year, i.number, i.notice, i.published_at as "publishedAt", (
    select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name) order by d.day), '[]')
    from time_limits.calendar_day d where d.calendar_id = c.id and d.number = i.number) as days
  from time_limits.calendar c cross join lateral (
    select * from time_limits.calendar_issue i where i.calendar_id = c.id and i.edition <= $1 order by i.number desc limit 1) i
  order by c.year`;

interface Edition {
  layers: Layer[];
  /** By the areas that have days of their own. */
  calendars: Map<string, Calendar>;
}

const EDITIONS_KEPT = 8;

/** Working days of any area. An edition never changes, so what was read of one is kept; which one is the newest, Postgres says. */
@Injectable()
export class WorkingDays {
  private readonly editions = new Map<number, Edition>();
  // Divisions change with a release, and a release starts new processes.
  private readonly paths = new Map<string, string[]>();

  constructor(
    private readonly db: Db,
    private readonly directory: DirectoryFacade,
  ) {}

  /** The newest edition, which stays the newest until the running transaction ends. */
  async hold(): Promise<number> {
    return (await this.db.one<{ edition: number }>('select time_limits.hold_edition() as edition'))!.edition;
  }

  async newest(): Promise<number> {
    const sql = 'select coalesce(max(edition), 0) as edition from time_limits.calendar_issue';
    return (await this.db.one<{ edition: number }>(sql))!.edition;
  }

  /** T1: the calendar of a place: the nation's, over it the region's, over it those of the places it lies in. */
  async of(area: string, edition: number): Promise<Calendar> {
    return this.from(await this.edition(edition), area, edition);
  }

  /** T8: calendars as they would be if this layer were published over an edition. */
  async planned(edition: number, layer: Layer): Promise<(area: string) => Promise<Calendar>> {
    const others = (await this.edition(edition)).layers.filter(({ area, year }) => area !== layer.area || year !== layer.year);
    const plan: Edition = { layers: [...others, layer], calendars: new Map() };
    return (area) => this.from(plan, area, edition);
  }

  /** Those of the areas that lie in this one. */
  async under(area: string, areas: string[]): Promise<string[]> {
    if (area === NATION) return areas;
    const paths = await Promise.all(areas.map((each) => this.pathOf(each)));
    return areas.filter((_, index) => paths[index]!.includes(area));
  }

  private async from({ layers, calendars }: Edition, area: string, edition: number): Promise<Calendar> {
    const path = await this.pathOf(area);
    // Most places have no days of their own and share their region's calendar.
    const own = layers.filter(({ area: of }) => of === NATION || path.includes(of));
    const key = [...new Set(own.map(({ area: of }) => of))].sort().join();
    if (!calendars.has(key)) {
      const nearestLast = own.sort((a, b) => path.indexOf(b.area) - path.indexOf(a.area));
      const from = (source: Layer['source']) => nearestLast.filter((layer) => layer.source === source);
      const closures = from('place').flatMap(({ days }) => days);
      const parts = { national: from('national'), regional: from('regional'), closures };
      calendars.set(key, buildCalendar({ region: path.at(-1) ?? NATION, version: edition, ...parts }));
    }
    return calendars.get(key)!;
  }

  /** The issues that a place's calendar of a year is made of. */
  async layersOf(area: string, year: number, edition: number): Promise<Layer[]> {
    const [{ layers }, path] = [await this.edition(edition), await this.pathOf(area)];
    return layers.filter((layer) => layer.year === year && (layer.area === NATION || path.includes(layer.area)));
  }

  async pathOf(area: string): Promise<string[]> {
    if (area === NATION) return [];
    const path = this.paths.get(area) ?? (await this.directory.divisionPath(area));
    if (!path) throw refuse('no-calendar-for-area', { values: { area } });
    this.paths.set(area, path);
    return path;
  }

  private async edition(number: number): Promise<Edition> {
    const known = this.editions.get(number) ?? {
      layers: await this.db.query<Layer>(LAYERS, [number]),
      calendars: new Map<string, Calendar>(),
    };
    // The one used last goes last; the first is let go.
    this.editions.delete(number);
    this.editions.set(number, known);
    if (this.editions.size > EDITIONS_KEPT) this.editions.delete(this.editions.keys().next().value!);
    return known;
  }
}
