import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { WayShown } from './priority.inputs';

const TODAY = `(kernel.now() at time zone 'Asia/Shanghai')::date`;

/** Cases that come first today, as an array: a work list asks it once and keeps its index. */
export const FIRST_TODAY = `array(select p.case_id from acceptance.case_priority p where p.day = ${TODAY})`;

const MARK = `
  insert into acceptance.case_priority (case_id, shown_by, day) values ($1, $2, ${TODAY})
  on conflict (case_id) do update set shown_by = excluded.shown_by, day = excluded.day`;

/** acceptance/A26: a mark that lasts one day. It is no act of the case: neither history nor facts know of it. */
@Injectable()
export class Priorities {
  constructor(private readonly db: Db) {}

  async mark(caseId: string, shownBy: WayShown): Promise<void> {
    await this.db.query(MARK, [caseId, shownBy]);
  }

  async forgetBefore(day: string): Promise<void> {
    await this.db.query('delete from acceptance.case_priority where day < $1::date', [day]);
  }
}
