import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { Readable } from 'node:stream';
import { requestOf } from '../authz/door.guard';
import { refuse } from '../http/kernel.errors';
import { STREAMS } from '../http/body';
import { CHARSETS, type Charset } from './lines';

/** A file of rows that is being sent. */
export interface RowFile {
  mediaType: (typeof STREAMS)[number];
  charset: Charset;
  pieces: AsyncIterable<Buffer>;
  /** Idempotency-Key of the one who sends it. */
  key: string;
}

/** The file of rows that this request carries; UTF-8 unless it declares another charset. */
export const Rows = createParamDecorator((_: unknown, host: ExecutionContext): RowFile => {
  const { headers, body } = requestOf(host);
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const declared =
    parameters
      .find((one) => one.startsWith('charset='))
      ?.slice(8)
      .replace(/^"|"$/g, '') ?? 'utf-8';
  const charset = CHARSETS.find((one) => one === declared || (one === 'utf-8' && declared === 'utf8'));
  if (!charset)
    throw refuse('wrong-media-type', {
      values: { types: STREAMS.map((type) => `${type}; charset=${CHARSETS.join('|')}`).join(', ') },
    });
  // Whoever is refused in the middle still gets the answer: the request is not destroyed.
  const pieces = (body as Readable).iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  return { mediaType: mediaType as RowFile['mediaType'], charset, pieces, key: headers['idempotency-key'] as string };
});

/** The same of rows that are here already. */
export const rowFile = (rows: object[], key: string): RowFile => ({
  ...{ mediaType: 'application/x-ndjson', charset: 'utf-8', key },
  pieces: Readable.from(rows.map((row) => Buffer.from(`${JSON.stringify(row)}\n`))),
});
