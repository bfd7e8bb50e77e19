import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';

/** An answer that is sent while it is being made. */
export const streamed = (pieces: AsyncIterable<string>, type: string, disposition?: string): StreamableFile =>
  new StreamableFile(Readable.from(pieces, { objectMode: false }), { type: `${type}; charset=utf-8`, disposition });

/** Says in the document that the answer is a stream of one of these types. */
export const AnswersStream = (...types: string[]): MethodDecorator =>
  ApiOkResponse({
    description: 'A stream 数据流',
    content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', maxLength: 2 ** 31 - 1 } }])),
  });
