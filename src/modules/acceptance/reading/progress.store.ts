import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { ProgressView } from './reading.views';

const TRIES = 5;

/*
 * acceptance/A1: the try is judged and counted in one statement under the row's lock, so that no crowd of parallel guesses gets more
 * than five. A case that is locked is closed for a day, for the right code too.
 */
const TRY = `
  with found as (
    select t.*, t.query_code_hash = $2 as agrees from acceptance."case" t where t.case_number = $1
  ), tried as (
    insert into acceptance.query_try as q (case_id, wrong, opened, at)
    select id, case when agrees then 0 else 1 end, agrees, kernel.now() from found
    on conflict (case_id) do update set
      opened = excluded.opened and not (q.wrong >= ${TRIES} and q.at > excluded.at - interval '1 day'),
      wrong = case when q.wrong >= ${TRIES} and q.at > excluded.at - interval '1 day' then q.wrong
        when excluded.opened then 0 when q.wrong >= ${TRIES} then 1 else q.wrong + 1 end,
      at = case when q.wrong >= ${TRIES} and q.at > excluded.at - interval '1 day' then q.at else excluded.at end
    returning case_id, opened
  )
  select t.case_number as "caseNumber", t.state, t.item_name as "itemName", t.granted, t.submitted_at as "submittedAt",
    t.accepted_at as "acceptedAt", t.decided_at as "decidedAt", t.completed_at as "completedAt", t.due_on as "dueOn"
  from found t join tried on tried.case_id = t.id where tried.opened`;

type Progress = { [K in keyof ProgressView]: ProgressView[K] | null };

/** Public progress: whoever has number and code sees how far the case is, and nothing of the person. */
@Injectable()
export class ProgressTries {
  constructor(private readonly db: Db) {}

  of(caseNumber: string, queryCodeHash: string): Promise<Progress | undefined> {
    return this.db.one<Progress>(TRY, [caseNumber, queryCodeHash]);
  }
}
