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
 * The lines of a stream as bytes, those that came with a piece together: never more of it in memory than a line and a piece. A line
 * that is too long is `undefined`, told as soon as that is clear. In UTF-8 and GB18030 alike the byte of a line feed is part of no
 * other character.
 */
export async function* lineBatches(pieces: AsyncIterable<Buffer>, longest: number): AsyncGenerator<(Buffer | undefined)[]> {
  let rest: Buffer[] = [];
  let [length, tooLong] = [0, false];
  for await (const piece of pieces) {
    const lines: (Buffer | undefined)[] = [];
    const take = (part: Buffer): void => {
      length += part.length;
      if (!tooLong && length > longest) {
        tooLong = true;
        lines.push(undefined);
      }
      if (tooLong) rest = [];
      else if (part.length) rest.push(part);
    };
    let begin = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, begin)) {
      take(piece.subarray(begin, end));
      if (!tooLong) lines.push(rest.length === 1 ? rest[0] : Buffer.concat(rest));
      [rest, length, tooLong, begin] = [[], 0, false, end + 1];
    }
    take(piece.subarray(begin));
    if (lines.length) yield lines;
  }
  if (rest.length) yield [Buffer.concat(rest)];
}

/** Reads bytes as text, or answers nothing where they are none. */
export function textReader(charset: Charset): (line: Buffer) => string | undefined {
  const decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true });
  return (line) => {
    try {
      return decoder.decode(line);
    } catch {
      return undefined;
    }
  };
}

/** The lines of a file as text, one by one; a file that is too large or not in its charset is refused. */
export async function* linesOf(pieces: AsyncIterable<Buffer>, charset: Charset): AsyncGenerator<string> {
  const read = textReader(charset);
  let [number, bytes] = [0, 0];
  const counted = async function* () {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > MOST.bytes) throw atLine(number + 1, 'bytes', `a file of at most ${MOST.bytes} bytes`, 'too-large');
      yield piece;
    }
  };
  for await (const lines of lineBatches(counted(), MOST.line)) {
    for (const line of lines) {
      number++;
      if (!line) throw lineTooLong(number);
      const text = read(line);
      const hint = charset === 'utf-8' ? '; a file in GB18030 says so: charset=gb18030' : '';
      if (text === undefined) throw atLine(number, 'charset', `not ${charset.toUpperCase()}${hint}`);
      yield number === 1 ? withoutMark(text) : text;
    }
  }
}

/** Byte order mark of a file's first line. */
export const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');

const lineTooLong = (line: number): Refusal => atLine(line, 'line', `lines of at most ${MOST.line} bytes`, 'too-large');
