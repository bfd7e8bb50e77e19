import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { jsonFault, pointerTo } from '../validation/text';
import { fieldKinds } from '../validation/fields';
import { valueOf } from './cells';
import type { JobKind, ReceivedRow } from './job-kind';
import { atLine, linesOf, MOST } from './lines';
import type { RowFile } from './row-file';

/** The rows of a file as it comes in. A row that cannot be read is a row with problems; a file that cannot be read is refused. */
export async function* rowsOf(file: RowFile, kind: Pick<JobKind, 'row'>): AsyncGenerator<ReceivedRow> {
  const lines = linesOf(file.pieces, file.charset);
  let count = 0;
  for await (const row of file.mediaType === 'text/csv' ? csv(lines, kind) : ndjson(lines)) {
    if (++count > MOST.rows) throw atLine(count, 'rows', `a file of at most ${MOST.rows} rows`, 'too-large');
    yield row;
  }
}

async function* ndjson(lines: AsyncGenerator<string>): AsyncGenerator<ReceivedRow> {
  for await (const line of lines) if (line.trim()) yield jsonRow(line);
}

/** One line of NDJSON. */
export function jsonRow(data: string): ReceivedRow {
  try {
    return sound(JSON.parse(data), data);
  } catch {
    return { problems: [{ pointer: '', code: 'json', detail: 'a JSON object in one line' }] };
  }
}

function sound(value: unknown, data: string): ReceivedRow {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problems: [{ pointer: '', code: 'object', detail: 'an object' }] };
  const fault = jsonFault(value);
  return fault ? { problems: [{ ...fault, detail: 'a value that no field may hold' }] } : { data };
}

async function* csv(lines: AsyncGenerator<string>, kind: Pick<JobKind, 'row'>): AsyncGenerator<ReceivedRow> {
  const fields = fieldKinds(kind.row.prototype as object);
  const withBreaks = async function* () {
    for await (const line of lines) yield `${line}\n`;
  };
  const source = Readable.from(withBreaks());
  const parser = parse({ max_record_size: MOST.line, record_delimiter: ['\r\n', '\n'], skip_empty_lines: true, info: true });
  source.on('error', (error) => parser.destroy(error));
  let columns: string[] | undefined;
  try {
    for await (const { record } of source.pipe(parser) as AsyncIterable<{ record: string[] }>) {
      if (columns) yield csvRow(columns, record, fields);
      else columns = header(record, fields);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { code, lines: line } = error as CsvError & { lines?: number };
    const reason =
      code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' ? 'as many cells as the header' : 'CSV (RFC 4180) with balanced quotes';
    throw atLine(line ?? 1, 'csv', reason);
  } finally {
    source.destroy();
  }
}

function header(record: string[], fields: ReturnType<typeof fieldKinds>): string[] {
  const names = record.map((name) => name.trim());
  const wrong = names.find((name, index) => !fields.has(name) || names.indexOf(name) !== index);
  if (wrong !== undefined) throw atLine(1, 'header', `names of fields, each once; not: ${wrong.slice(0, 100)}`);
  return names;
}

function csvRow(columns: string[], record: string[], fields: ReturnType<typeof fieldKinds>): ReceivedRow {
  const value: Record<string, unknown> = {};
  for (const [index, name] of columns.entries()) {
    const cell = record[index]!;
    if (cell === '') continue;
    value[name] = valueOf(cell, fields.get(name)!);
    if (value[name] === undefined)
      return { problems: [{ pointer: pointerTo('', name), code: 'json', detail: 'JSON in this cell' }] };
  }
  return sound(value, JSON.stringify(value));
}
