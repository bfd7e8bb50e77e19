import { Refusal } from '../../../kernel/http/problem';
import type { RowProblem } from '../../../kernel/jobs/job-kind';
import { jsonRow } from '../../../kernel/jobs/rows';
import { rowProblems, unreadable } from '../../../kernel/jobs/row-problems';
import { faults } from '../../../kernel/validation/input.pipe';
import { refuse as refuseCase } from '../acceptance.errors';
import type { NationalState } from '../case/national-codes.rules';
import type { Entry } from './course.rules';
import { type AcceptRecord, type AnyRecord, inputOf, type SpecialProcedureRecord, type Table, tables } from './record.inputs';
import { instantOf } from './record-time.rules';

/** A line of the stream that can be read. */
export interface ReadRecord {
  line: number;
  key: string;
  value: AnyRecord;
  entry: Omit<Entry, 'id' | 'stopsClock'>;
}

/** What is said of a line whose record could not be taken. */
export interface RefusedLine {
  line: number;
  key?: string;
  problems: RowProblem[];
}

const RULE = 'acceptance/A22';
/** Clocks of two houses differ. */
const SKEW = 5 * 60_000;

export function readRecord(line: number, text: string, now: string): ReadRecord | RefusedLine {
  const row = jsonRow(text);
  if (row.problems) return { line, problems: row.problems.map((problem) => ({ ...problem, rule: RULE })) };
  const given = JSON.parse(row.data!) as Partial<AnyRecord>;
  const key = typeof given.row_guid === 'string' && /^[\w.:-]{1,64}$/.test(given.row_guid) ? { key: given.row_guid } : {};
  try {
    if (!tables.includes(given.table as Table)) throw wrong('/table', 'one-of', `one of ${tables.join(', ')}`);
    const { instance, errors } = faults(inputOf[given.table!], given);
    if (errors.length) throw unreadable(RULE, errors);
    const value = instance as AnyRecord;
    return { line, key: value.row_guid, value, entry: entryOf(value, now) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { line, ...key, problems: rowProblems(error) };
  }
}

const wrong = (pointer: string, code: string, detail: string): Refusal => unreadable(RULE, [{ pointer, code, detail }]);

function entryOf(value: AnyRecord, now: string): ReadRecord['entry'] {
  const { table: kind, sequence = null } = value;
  const common = { kind, sequence, until: null, code: null, step: null, extensionDays: null };
  const past = (pointer: string, text: string) => pastInstant(pointer, text, now);
  switch (kind) {
    case 'up_pro_accept': {
      const { apply_date, accept_date } = value as AcceptRecord;
      const at = past('/accept_date', accept_date);
      mustFollow('/accept_date', past('/apply_date', apply_date), at);
      return { ...common, at, code: 3 };
    }
    case 'up_pro_process': {
      const { event_start_time, event_end_time, event_name, process_name: step } = value as never as Record<string, string>;
      const at = past('/event_end_time', event_end_time!);
      mustFollow('/event_end_time', instantOf(event_start_time!)!, at);
      return { ...common, at, code: codeOf(event_name!), step: step! };
    }
    case 'up_pro_special_procedure': {
      const { special_time, end_time, special_type, special_name: step, extend } = value as SpecialProcedureRecord;
      const [at, until] = [past('/special_time', special_time), instantOf(end_time)!];
      mustFollow('/end_time', at, until);
      const extends_ = special_type === '1';
      if (extends_ && !extend) throw wrong('/extend/days', 'missing', 'by how many working days the limit is extended');
      if (!extends_ && extend) throw wrong('/extend', 'unexpected', 'only with an extension (special_type 1)');
      return { ...common, at, until, step, ...(extend ? { extensionDays: extend.days } : { code: 9 as const }) };
    }
    case 'up_pro_material':
      return { ...common, at: null, step: (value as never as Record<string, string>).material_name! };
    case 'up_pro_result': {
      const { result_type, result_date, result_explain } = value as never as Record<string, string | undefined>;
      if (result_type === '13' && !result_explain) {
        const errors = [{ pointer: '/result_explain', code: 'missing', detail: 'the reasons' }];
        throw refuseCase('reasons-missing', { errors });
      }
      return { ...common, at: past('/result_date', result_date!), code: codeOf(result_type!) };
    }
  }
}

const codeOf = (text: string) => Number(text) as NationalState;

function pastInstant(pointer: string, text: string, now: string): string {
  const instant = instantOf(text)!;
  if (Date.parse(instant) > Date.parse(now) + SKEW) throw wrong(pointer, 'future', 'an instant that has been');
  return instant;
}

function mustFollow(pointer: string, before: string, after: string): void {
  if (after < before) throw wrong(pointer, 'order', 'no earlier than what it follows');
}
