import { Code, InstantText, Name, OneOf, Part, Uuid, Whole } from '../validation/fields';
import { PageQuery } from '../http/page';
import type { Job, ReportedRow } from './job.store';

const STATES = ['receiving', 'waiting', 'running', 'done', 'cancelled', 'failed'] as const;
const MOST = 200_000;

export class OutcomeCount {
  @Name(40, { says: 'Outcome 结果' }) outcome: string;
  @Whole(0, MOST, { says: 'Rows 行数' }) rows: number;
}

export class JobView {
  @Uuid({ says: 'Id 标识' }) id: string;
  @Name(60, { says: 'Kind of work 种类' }) kind: string;
  @OneOf(STATES, { says: 'State; failed: the platform could not go on 状态' }) state: string;
  @Whole(0, MOST, { says: 'Rows received 总行数' }) total: number;
  @Whole(0, MOST, { says: 'Rows done 已处理行数' }) done: number;
  @Part(() => OutcomeCount, { list: { max: 20 }, says: 'What became of them 各结果行数' }) outcomes: OutcomeCount[];
  @InstantText({ says: 'Received since 创建时间' }) createdAt: string;
  @InstantText({ optional: true, says: 'Begun 开始时间' }) startedAt?: string;
  @InstantText({ optional: true, says: 'Ended 结束时间' }) endedAt?: string;

  static of({ id, kind, state, total, done, outcomes, createdAt, startedAt, endedAt }: Job): JobView {
    const counts = Object.entries(outcomes).map(([outcome, rows]) => ({ outcome, rows }));
    return {
      ...{ id, kind, state, total, done, createdAt },
      outcomes: counts.sort((one, other) => one.outcome.localeCompare(other.outcome)),
      ...(startedAt && { startedAt }),
      ...(endedAt && { endedAt }),
    };
  }
}

export class RowProblemView {
  @Name(500, { says: 'Field, as JSON Pointer into the row 字段' }) pointer: string;
  @Name(100, { says: 'Code 代码' }) code: string;
  @Name(60, { optional: true, says: 'Rule 规则' }) rule?: string;
  @Name(2000, { says: 'What is wrong 说明' }) detail: string;
}

export class JobRowView {
  @Whole(1, MOST, { says: 'Number of the row, the header not counted 行号' }) row: number;
  @Name(40, { says: 'Outcome 结果' }) outcome: string;
  @Name(100, { optional: true, says: 'Code of what it is about 编码' }) code?: string;
  @Part(() => RowProblemView, { list: { max: 100 }, says: 'Why it was refused, the first hundred 问题' })
  problems: RowProblemView[];

  static of({ number: row, outcome, code, problems }: ReportedRow): JobRowView {
    return { row, outcome, ...(code !== null && { code }), problems };
  }
}

export class JobRowQuery extends PageQuery {
  @Code(/^[a-z-]{1,40}$/, 40, { optional: true, says: 'Rows with this outcome only 结果' }) outcome?: string;
}
