import { refuse } from '../http/kernel.errors';
import type { Refusal } from '../http/problem';

/** What a file of rows may be at most. */
export const MOST = { bytes: 2 ** 30, line: 2 ** 20, rows: 200_000 };
export const CHARSETS = ['utf-8', 'gb18030'] as const;
export type Charset = (typeof CHARSETS)[number];

export const atLine = (line: number, code: string, detail: string, key: 'unsound-line' | 'too-large' = 'unsound-line'): Refusal =>
  refuse(key, { values: { line, reason: detail }, errors: [{ pointer: `/lines/${line}`, code, detail }] });

const LF = 0x0a;

/**
 * The lines of a file as text, one by one: never more of it in memory than a line and a piece. In UTF-8 and GB18030 alike the byte of
 * a line feed is part of no other character.
 */
export async function* linesOf(pieces: AsyncIterable<Buffer>, charset: Charset): AsyncGenerator<string> {
  const decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true });
  let [number, bytes] = [0, 0];
  let rest: Buffer[] = [];
  let length = 0;
  const text = (line: Buffer): string => {
    number++;
    try {
      const read = decoder.decode(line);
      return number === 1 ? read.replace(/^\ufeff/, '') : read;
    } catch {
      const hint = charset === 'utf-8' ? '; a file in GB18030 says so: charset=gb18030' : '';
      throw atLine(number, 'charset', `not ${charset.toUpperCase()}${hint}`);
    }
  };
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > MOST.bytes) throw atLine(number + 1, 'bytes', `a file of at most ${MOST.bytes} bytes`, 'too-large');
    let begin = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, begin)) {
      const line = piece.subarray(begin, end);
      if (length + line.length > MOST.line) throw tooLong(number + 1);
      yield text(rest.length ? Buffer.concat([...rest, line]) : line);
      [rest, length, begin] = [[], 0, end + 1];
    }
    rest.push(piece.subarray(begin));
    length += piece.length - begin;
    if (length > MOST.line) throw tooLong(number + 1);
  }
  if (length) yield text(Buffer.concat(rest));
}

const tooLong = (line: number): Refusal => atLine(line, 'line', `lines of at most ${MOST.line} bytes`, 'too-large');
