import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { requestOf } from '../authz/door.guard';
import { refuse } from './kernel.errors';

/**
 * The version the caller read, from `If-Match: "3"`. Where it is required and missing this is NaN, which `lookupFor` refuses with 428
 * once the record is known to be there, visible and the act allowed.
 */
export const IfMatch = (need: 'required' | 'optional' = 'required'): ParameterDecorator =>
  createParamDecorator(
    (_: unknown, host: ExecutionContext): number | undefined => {
      const header = requestOf(host).headers['if-match'];
      if (header === undefined) return need === 'optional' ? undefined : NaN;
      const [, version] = /^"(\d{1,9})"$/.exec(header) ?? [];
      if (version !== undefined) return Number(version);
      throw refuse('bad-query', {
        errors: [{ pointer: 'If-Match', code: 'etag', detail: 'the strong ETag you last read, e.g. "3"' }],
      });
    },
    [(target, key) => describe(need)(target, key!, Object.getOwnPropertyDescriptor(target, key!)!)],
  )();

const describe = (need: 'required' | 'optional') =>
  ApiHeader({
    name: 'If-Match',
    required: need === 'required',
    description: 'The ETag you last read 上次读取的 ETag',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$', maxLength: 11 },
  });

/** Gives an editable document its version as strong ETag. */
export function withEtag<T extends { version: number }>(reply: FastifyReply, document: T): T {
  void reply.header('etag', `"${document.version}"`);
  return document;
}

/** SHA-256 of the bytes as served: the digest by which a channel proves what it shows. */
export const contentDigest = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Says in the document that the reader may name what they have already. */
export const IfNoneMatch = (): MethodDecorator =>
  ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'ETag of what you have already; 304 while it is still what is served 已有内容的摘要',
    schema: { type: 'string', maxLength: 200 },
  });

/** Serves a public document with the digest of its content as ETag; who has it already gets 304 and no body. */
export function withDigest<T extends object>(reply: FastifyReply, document: T): T | undefined {
  const etag = `"${contentDigest(JSON.stringify(document))}"`;
  return isKnown(reply, etag, 'public, max-age=60') ? undefined : document;
}

/** Names what is served; true when the reader has it already and gets 304 and no body. */
export function isKnown(reply: FastifyReply, etag: string, cacheControl: string): boolean {
  void reply.headers({ etag, 'cache-control': cacheControl });
  const known = (reply.request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!known.includes(etag) && !known.includes('*')) return false;
  void reply.status(304);
  return true;
}
