import { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { requestOf } from '../authz/door.guard';
import { mediaTypeOf } from '../http/body';
import type { FileType } from './file-types';

/** A file that is being sent. */
export interface SentFile {
  mediaType: FileType;
  /** What the sender says; a file may also come without. */
  declaredSize?: number;
  pieces: AsyncIterable<Buffer>;
  /** Idempotency-Key of the one who sends it. */
  key: string;
}

/** The file that this request carries. */
export const FileBody = createParamDecorator((_: unknown, host: ExecutionContext): SentFile => {
  const { headers, body } = requestOf(host);
  // Whoever is refused in the middle still gets the answer: the request is not destroyed.
  const pieces = (body as Readable).iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  const length = headers['content-length'];
  return {
    mediaType: mediaTypeOf(headers['content-type']) as FileType,
    ...(length !== undefined && { declaredSize: Number(length) }),
    ...{ pieces, key: headers['idempotency-key'] as string },
  };
});
