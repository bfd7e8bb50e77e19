import { randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { newIdNumber, type Somebody } from './actors';
import type { GivenGuide } from './given-guide';
import { ndjson } from './given-import';

export interface Outcome {
  line: number;
  key?: string;
  outcome: string;
  caseId?: string;
  caseNumber?: string;
  queryCode?: string;
  released?: number;
  problems?: { pointer: string; code: string; rule?: string }[];
}

type Record = { row_guid: string } & { [field: string]: unknown };
type More = { [field: string]: unknown };
const record = (table: string, fields: More, more: More): Record => ({ table, row_guid: randomUUID(), ...fields, ...more });

/** An acceptance as the organization's own system tells of it; its applicant is somebody new. */
export const acceptRecord = ({ code, variantCode, guide, organization }: GivenGuide, more: More = {}): Record =>
  record(
    'up_pro_accept',
    {
      ...{
        catalog_code: guide.basicCode,
        task_code: code,
        task_handle_item: variantCode,
        task_name: guide.name,
        task_version: 1,
      },
      ...{ project_type: '2', apply_type: '1', applyer_name: '示例申请人', applyer_type: '1', applyer_page_type: '111' },
      ...{ applyer_page_code: newIdNumber(), apply_date: '2025-03-03 10:00:00', accept_date: '2025-03-03 10:30:00' },
      ...{ org_name: organization.name, org_code: organization.uscc },
    },
    more,
  );

export const processRecord = (project_no: string, more: More = {}): Record =>
  record(
    'up_pro_process',
    {
      ...{ project_no, event_name: '8', process_name: '审查', handle_user_name: '示例审查员', handle_explain: '符合条件' },
      ...{ event_start_time: '2025-03-04 10:00:00', event_end_time: '2025-03-04 11:00:00' },
    },
    more,
  );

export const specialRecord = (project_no: string, more: More = {}): Record =>
  record(
    'up_pro_special_procedure',
    {
      ...{ project_no, special_type: '2', special_name: '检测', special_reason: '需要检测' },
      ...{ special_time: '2025-03-05 10:00:00', end_time: '2025-03-06 18:00:00' },
    },
    more,
  );

export const materialRecord = (project_no: string, more: More = {}): Record =>
  record('up_pro_material', { project_no, material_name: '申请表', get_type: '1' }, more);

export const resultRecord = (project_no: string, more: More = {}): Record =>
  record('up_pro_result', { project_no, result_type: '11', result_date: '2025-03-07 16:00:00', is_delivery_results: '0' }, more);

const asText = (answer: unknown, done: (error: Error | null, body: unknown) => void): void => {
  const pieces: Buffer[] = [];
  const stream = answer as NodeJS.ReadableStream;
  stream.on('data', (piece: Buffer) => pieces.push(piece));
  stream.on('end', () => done(null, Buffer.concat(pieces).toString('utf8')));
};

export const outcomesOf = (text: string): Outcome[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Outcome);

/** Sends records, or lines as they are, in one stream; answers what became of each. */
export async function sent(by: Somebody, records: Record[] | string | Buffer): Promise<Outcome[]> {
  const body = Array.isArray(records) ? ndjson(records) : records;
  const answer: Response = await by.agent
    .stream('/v1/partner-cases', 'application/x-ndjson', body)
    .buffer(true)
    .parse(asText as never)
    .expect(200);
  return outcomesOf(answer.body);
}

/** The case that the first record opened. */
export const openedBy = ([first]: Outcome[]) => first as Required<Outcome>;

/** What became of each record in one line: outcome, then pointers, codes and rules. */
export const toldOf = (outcomes: Outcome[]): string[] =>
  outcomes.map(({ outcome, problems = [] }) =>
    [outcome, ...problems.map(({ pointer, code, rule }) => `${pointer} ${code} ${rule}`)].join(' | '),
  );

/** Numbers that the organization of the guide has reserved. */
export async function givenNumbers(by: Somebody, { code }: Pick<GivenGuide, 'code'>, count = 1): Promise<string[]> {
  const { body } = await by.agent.post('/v1/number-reservations', { code, count }).expect(201);
  const { first } = body as { first: string };
  return Array.from({ length: count }, (_, n) => first.slice(0, 40) + String(Number(first.slice(40)) + n).padStart(8, '0'));
}
