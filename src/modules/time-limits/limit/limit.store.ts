import { Injectable } from '@nestjs/common';
import type { SubjectRef } from '../../../kernel/events/subject';
import { Store } from '../../../kernel/persistence/store';
import { Limit } from './limit.entity';
import { type LimitAct, limitLifecycle } from './limit.lifecycle';
import { limitPolicy } from './limit.policy';
import { Pause } from './pause.entity';

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

  /** T2: open limits that lack one of these calendars, locked, in the order of their ids. */
  lacking(calendars: string[], after: string, count: number): Promise<Limit[]> {
    const where = `t.provisional and t.state in ('running', 'paused') and t.missing && $1::text[] and t.id > $2`;
    return this.find(where, [calendars, after, count], 'order by t.id limit $3 for update of t');
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
