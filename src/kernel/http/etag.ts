import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { requestOf } from '../authz/door.guard';
import { refuse } from './kernel.errors';

/** The version the caller read, from `If-Match: "3"`: required (428) on writes of editable documents. */
export const IfMatch = createParamDecorator(
  (need: 'required' | 'optional' = 'required', host: ExecutionContext): number | undefined => {
    const header = requestOf(host).headers['if-match'];
    if (header === undefined) {
      if (need === 'optional') return undefined;
      throw refuse('if-match-missing');
    }
    const [, version] = /^"(\d{1,9})"$/.exec(header) ?? [];
    if (version === undefined)
      throw refuse('bad-query', {
        errors: [{ pointer: 'If-Match', code: 'etag', detail: 'the strong ETag you last read, e.g. "3"' }],
      });
    return Number(version);
  },
);

/** Gives an editable document its version as strong ETag. */
export function withEtag<T extends { version: number }>(reply: FastifyReply, document: T): T {
  void reply.header('etag', `"${document.version}"`);
  return document;
}

/** SHA-256 of the bytes as served: the digest by which a channel proves what it shows. */
export const contentDigest = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
