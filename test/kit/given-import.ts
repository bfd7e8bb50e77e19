import type { Somebody } from './actors';
import type { World } from './world';

export interface ReportedRow {
  row: number;
  outcome: string;
  code?: string;
  problems: { pointer: string; code: string; rule?: string }[];
}

const NDJSON = 'application/x-ndjson';
export const ndjson = (rows: object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

/** Sends rows as a stream, waits for the job's end, answers the job and what became of each row. */
export async function imported(
  w: World,
  by: Somebody,
  path: string,
  body: string | Buffer,
  type = NDJSON,
): Promise<{ job: { id: string; state: string; outcomes: object[] }; rows: ReportedRow[] }> {
  const { headers } = await by.agent.stream(path, type, body).expect(202);
  await w.settle();
  const { body: job } = await by.agent.get(headers.location!).expect(200);
  const { body: rows } = await by.agent.get(`${headers.location}/rows?limit=100`).expect(200);
  return { job, rows: rows.items };
}

/** What became of each row in one line: outcome, pointers and rules. */
export const told = (rows: ReportedRow[]): (string | number)[][] =>
  rows.map(({ row, outcome, problems }) => [row, outcome, ...problems.map(({ pointer, rule }) => `${pointer} ${rule}`)]);
