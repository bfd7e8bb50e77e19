import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock/clock';
import type { FieldError } from '../../../kernel/http/problem';
import { buildCalendar, type Calendar, type PublishedYear, shanghaiDay } from '../calendar.rules';
import type { Planned } from '../limit/moved-days.service';
import type { Touch } from '../limit/limit.store';
import { refuse } from '../time-limits.errors';
import { sourceOf } from './calendar.entity';
import type { PlannedCalendarInput } from './calendar.inputs';
import { readICalendar } from './icalendar.rules';
import { changedDays, faultsOf, faultsOfClosures, faultsOfNumber, MOST_DAYS } from './published-days.rules';
import { type Layer, WorkingDays } from './working-days.store';

/** Days that somebody means to publish, once they can be. */
export interface PlannedCalendar {
  year: number;
  days: PublishedYear['days'];
  /** The issue they would follow. */
  now: Layer | undefined;
  touch: Omit<Touch, 'areas'> & { area: string };
  calendars: Planned;
}

@Injectable()
export class Planning {
  constructor(
    private readonly clock: Clock,
    private readonly workingDays: WorkingDays,
  ) {}

  /** time-limits/T1: refuses what no notice can say, all at once. */
  async plan(area: string, year: number, input: PlannedCalendarInput): Promise<PlannedCalendar> {
    const days = read(input, year);
    const edition = await this.workingDays.newest();
    const layers = await this.workingDays.layersOf(area, year, edition);
    const [now, under, source] = [layers.find((layer) => layer.area === area), below(layers, area), sourceOf(area)];
    const errors = [...faultsOf(days, year, under), ...faultsOfNumber(days, MOST_DAYS[source], under)];
    if (source === 'place') errors.push(...faultsOfClosures(days, now?.days ?? [], shanghaiDay(await this.clock.now())));
    if (errors.length)
      throw refuse('days-do-not-fit', { values: { year }, errors: input.icalendar ? inText(errors, days) : errors });
    const changed = changedDays(now?.days ?? [], days);
    const span = { firstDay: changed[0] ?? null, lastDay: changed.at(-1) ?? null };
    const layer = { source, area, year, days, number: 0, notice: input.notice, publishedAt: '' };
    const touch = { area, edition: edition + 1, ...span, arrived: `${source} ${year}` };
    return { year, days, now, touch, calendars: await this.workingDays.planned(edition, layer) };
  }
}

function read({ days, icalendar }: PlannedCalendarInput, year: number): PublishedYear['days'] {
  if ((days === undefined) === (icalendar === undefined)) throw refuse('days-or-icalendar');
  if (days) return days;
  const { days: found, errors } = readICalendar(icalendar!);
  if (errors.length) throw refuse('days-do-not-fit', { values: { year }, errors });
  return found;
}

/** The text has no place to point to but itself. */
const inText = (errors: FieldError[], days: PublishedYear['days']): FieldError[] =>
  errors.map(({ pointer, code, detail }) => {
    const day = days[Number(pointer.split('/')[2])]?.day;
    return { pointer: '/icalendar', code, detail: day ? `${day}: ${detail}` : detail };
  });

/** The calendar that the days of an area are laid upon. */
function below(layers: Layer[], area: string): Calendar {
  const from = (source: Layer['source']) => layers.filter((layer) => layer.source === source && layer.area !== area);
  const closures = from('place').flatMap(({ days }) => days);
  return buildCalendar({ region: area, version: 0, national: from('national'), regional: from('regional'), closures });
}
