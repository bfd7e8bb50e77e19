import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { cursorOf, limitOf, type PageQuery, readCursor } from '../../../kernel/http/page';
import { Tx } from '../../../kernel/persistence/tx';
import { isUuid } from '../../../kernel/validation/text';
import { addDays, explainDay, workingDaysBetween } from '../calendar.rules';
import { MovedDays } from '../limit/moved-days.service';
import { Reprojection } from '../limit/reprojection.service';
import { refuse } from '../time-limits.errors';
import { NO_LIMIT } from './calendar-change.entity';
import { NATION } from './calendar.entity';
import type { PlannedCalendarInput, PublishCalendarInput } from './calendar.inputs';
import { PublishedCalendars } from './calendar.store';
import type { CalendarPreviewView, CalendarView } from './calendar.views';
import { type PlannedCalendar, Planning } from './planning.service';
import { inOrder, sameDays } from './published-days.rules';
import { WorkingDays } from './working-days.store';

@Injectable()
export class CalendarService {
  constructor(
    private readonly tx: Tx,
    private readonly published: PublishedCalendars,
    private readonly workingDays: WorkingDays,
    private readonly planning: Planning,
    private readonly moved: MovedDays,
    private readonly reprojection: Reprojection,
  ) {}

  /** time-limits/T8: every due day that these days would move, before they are published. */
  async preview(
    by: Actor,
    area: string,
    year: number,
    input: PlannedCalendarInput,
    query: PageQuery,
  ): Promise<CalendarPreviewView> {
    const path = await this.pathOf(area);
    this.published.mustPublish(by, path, year);
    const [after = NO_LIMIT] = readCursor(query, 1) ?? [];
    if (typeof after !== 'string' || !isUuid(after)) throw refuseKernel('bad-cursor');
    const plan = await this.planning.plan(area, year, input);
    const touch = await this.moved.touch(plan.touch);
    const totals = await this.moved.totals(touch, plan.calendars, aboutOf(plan));
    const { items, next } = await this.moved.page(touch, plan.calendars, after, limitOf(query));
    return { days: inOrder(plan.days), ...totals, items, nextCursor: next && cursorOf([next]) };
  }

  /** The same days under the same notice again change nothing. */
  publish(by: Actor, area: string, year: number, version: number, input: PublishCalendarInput): Promise<CalendarView> {
    return this.tx.run(async () => {
      const path = await this.pathOf(area);
      const edition = await this.published.nextEdition();
      const calendar = await this.published.lookupToPublish(by, path, year, version);
      const plan = await this.planning.plan(area, year, input);
      const { days, now } = plan;
      const { notice, preview } = input;
      if (now?.notice !== notice || !sameDays(now.days, days)) {
        await this.mustHaveLooked(plan, preview);
        const issue = { notice, days: inOrder(days), before: now?.days ?? null };
        calendar.publish({ edition, now: this.tx.now, origin: 'people', ...issue });
        await this.published.save(by, calendar);
        this.tx.afterCommit(() => this.reprojection.wake());
      }
      return this.view(area, year);
    });
  }

  /** time-limits/T8: asked once nobody else computes a due day; where nothing moves there is nothing to look at. */
  private async mustHaveLooked(plan: PlannedCalendar, preview?: string): Promise<void> {
    const { later, earlier, digest } = await this.moved.totals(await this.moved.touch(plan.touch), plan.calendars, aboutOf(plan));
    const moved = later + earlier;
    if (moved && preview === undefined) throw refuse('preview-not-seen', { values: { moved } });
    if (preview !== undefined && preview !== digest) throw refuse('preview-changed');
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

/** What a digest is about besides the days that move. */
const aboutOf = ({ touch: { area }, year, now, days }: PlannedCalendar) => ({
  ...{ area, year, version: now?.number ?? 0, days: inOrder(days) },
});
