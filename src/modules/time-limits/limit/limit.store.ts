import { Injectable } from '@nestjs/common';
import type { SubjectRef } from '../../../kernel/events/subject';
import { Store } from '../../../kernel/persistence/store';
import { Limit } from './limit.entity';
import { type LimitAct, limitLifecycle } from './limit.lifecycle';
import { limitPolicy } from './limit.policy';
import { Pause } from './pause.entity';

/** A change of a calendar, as far as it says which limits to look at. */
export interface Touch {
  areas: string[];
  edition: number;
  /** First and last day that is other than it was. */
  firstDay: string | null;
  lastDay: string | null;
  /** `regional 2026`: a calendar that had been missing. */
  arrived: string;
}

/** Open limits that are computed alike, so that one says it of all. */
export interface AlikeLimits {
  area: string;
  startedOn: string;
  days: number;
  unit: 'working-day' | 'calendar-day';
  extensionDays: number;
  dueOn: string;
  missing: string[];
  count: number;
}

const OPEN = `t.state in ('running', 'paused')`;
const OPEN_AREAS = `select distinct t.area from time_limits."limit" t where ${OPEN}`;
const HAS_PAUSES = 'exists (select from time_limits.pause p where p.limit_id = t.id)';
// A paused one is computed anew when it runs on; until then a calendar may be missing, or the end of its pause may move.
const TOUCHED = `${OPEN} and t.area = any($1::text[]) and t.edition < $2 and (
    t.started_on < $4::date and t.due_on >= $3::date and (t.unit = 'working-day' or t.extension_days > 0)
    or t.provisional and t.missing && array[$5::text] or t.state = 'paused')`;
const ALIKE = `
  select t.area, t.started_on as "startedOn", t.days, t.unit, t.extension_days as "extensionDays", t.due_on as "dueOn", t.missing,
    count(*)::int as count
  from time_limits."limit" t`;

const valuesOf = ({ areas, edition, firstDay, lastDay, arrived }: Touch) => [areas, edition, firstDay, lastDay, arrived];

@Injectable()
export class Limits extends Store<Limit, LimitAct> {
  constructor() {
    super({ entity: Limit, policy: limitPolicy, lifecycle: limitLifecycle });
  }

  /** The limits of a subject that still wait for something, locked. */
  awaiting({ kind, id }: SubjectRef): Promise<Limit[]> {
    return this.find(
      't.subject_kind = $1 and t.subject_id = $2 and t.ended_at is null',
      [kind, id],
      'order by t.id for update of t',
    );
  }

  /** Those of many subjects whose clock runs or stands, locked in the order of their ids. */
  running(subjects: SubjectRef[]): Promise<Limit[]> {
    const [kinds, ids] = [subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)];
    const where = `(t.subject_kind, t.subject_id) in (select * from unnest($1::text[], $2::uuid[])) and t.state in ('running', 'paused')`;
    return this.find(where, [kinds, ids], 'order by t.id for update of t');
  }

  /** Those of many subjects that still wait for something, locked in the order of their ids. */
  open(subjects: SubjectRef[]): Promise<Limit[]> {
    const [kinds, ids] = [subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)];
    const where = `(t.subject_kind, t.subject_id) in (select * from unnest($1::text[], $2::uuid[])) and t.ended_at is null`;
    return this.find(where, [kinds, ids], 'order by t.id for update of t');
  }

  ofSubjects(subjects: SubjectRef[]): Promise<Limit[]> {
    const [kinds, ids] = [subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)];
    const where = '(t.subject_kind, t.subject_id) in (select * from unnest($1::text[], $2::uuid[]))';
    return this.find(where, [kinds, ids], 'order by t.id');
  }

  /** T10: limits whose next rung, or the end of whose pause, is due, claimed: another process takes others. */
  due(now: string, count: number): Promise<Limit[]> {
    const tail = 'order by t.next_fire_at limit $2 for update of t skip locked';
    return this.find('t.next_fire_at <= $1', [now, count], tail);
  }

  /** T8: divisions in which a limit is open. */
  async openAreas(): Promise<string[]> {
    const rows = await this.db.query<{ area: string }>(OPEN_AREAS);
    return rows.map(({ area }) => area);
  }

  /** T2, T8: open limits that a change of a calendar may move, in the order of their ids, locked or to look at. */
  touched(change: Touch, after: string, count: number, lock: '' | 'for update of t'): Promise<Limit[]> {
    const tail = `and t.id > $6 order by t.id limit $7 ${lock}`;
    return this.find(TOUCHED, [...valuesOf(change), after, count], tail);
  }

  /** T8: those of them whose clock has never stood, all that are alike as one. */
  alike(change: Touch): Promise<AlikeLimits[]> {
    return this.db.query<AlikeLimits>(
      `${ALIKE} where ${TOUCHED} and not ${HAS_PAUSES} group by 1, 2, 3, 4, 5, 6, 7`,
      valuesOf(change),
    );
  }

  /** T8: those of them whose clock stands or has stood. */
  stood(change: Touch, after: string, count: number): Promise<Limit[]> {
    const tail = `and ${HAS_PAUSES} and t.id > $6 order by t.id limit $7`;
    return this.find(TOUCHED, [...valuesOf(change), after, count], tail);
  }

  protected override row(entity?: new () => object, alias?: string): string {
    if (entity) return super.row(entity, alias);
    return `${super.row()} || jsonb_build_object('pauses', time_limits.pauses_of(t.id))`;
  }

  protected override hydrate(row: Limit): Limit {
    const limit = super.hydrate(row);
    limit.pauses = limit.pauses.map((pause) => Object.assign(new Pause(), pause));
    return limit;
  }
}
