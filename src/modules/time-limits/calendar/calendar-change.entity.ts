import { Entity, PrimaryColumn } from 'typeorm';
import { Day, Instant, Ref, Whole, Words } from '../../../kernel/persistence/columns';
import type { CalendarDay } from '../calendar.rules';

export const NO_LIMIT = '00000000-0000-0000-0000-000000000000';

/** time-limits/T8: what a publication changes, and how far open limits have been computed anew with it. */
@Entity({ schema: 'time_limits', name: 'calendar_change' })
export class CalendarChange {
  @PrimaryColumn('uuid') calendarId: string;
  @PrimaryColumn('integer') number: number;
  @Whole() edition: number;
  @Words() source: CalendarDay['source'];
  @Words() area: string;
  @Whole() year: number;
  @Day({ nullable: true }) firstDay: string | null;
  @Day({ nullable: true }) lastDay: string | null;
  @Ref() afterLimit: string;
  @Instant({ nullable: true }) doneAt: string | null;
}
