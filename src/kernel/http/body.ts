import { Readable } from 'node:stream';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestOf, type TongbanRequest } from '../authz/door.guard';
import { fileTypes } from '../files/file-types';
import { jsonFault } from '../validation/text';
import { DOOR, type DoorSign } from './door';
import { refuse } from './kernel.errors';
import type { Refusal } from './problem';

/** Media types whose bodies are handed on while they are being sent, to the doors that take them. */
export const STREAMS = ['application/x-ndjson', 'text/csv'] as const;
const JSON_ONLY = 'application/json';

/** JSON only, valid UTF-8, bounded depth, no value that no field could hold. What is wrong is told by the gate. */
export function readBodies(server: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(JSON_ONLY, { parseAs: 'buffer' }, (request, bytes, done) => {
    try {
      const text = utf8.decode(bytes as Buffer);
      const value: unknown = text.trim() === '' ? undefined : JSON.parse(text);
      remember(request, faultOf(value));
      done(null, value);
    } catch {
      remember(request, refuse('unreadable', { values: { reason: 'not valid JSON in UTF-8' } }));
      done(null, undefined);
    }
  });
  server.addContentTypeParser([...STREAMS, ...fileTypes], (_request, payload, done) => done(null, payload));
  server.addContentTypeParser('*', (request, _payload, done) => {
    remember(request, wrongType([JSON_ONLY]));
    done(null, undefined);
  });
}

function faultOf(value: unknown): Refusal | undefined {
  const fault = jsonFault(value);
  if (!fault) return undefined;
  if (fault.code === 'too-deep') return refuse('unreadable', { values: { reason: 'nested deeper than 20' } });
  return refuse('invalid', { errors: [{ ...fault, detail: 'a value that no field may hold' }] });
}

export const mediaTypeOf = (contentType = ''): string => contentType.split(';')[0]!.trim().toLowerCase();

const wrongType = (types: readonly string[]): Refusal => refuse('wrong-media-type', { values: { types: types.join(', ') } });

function remember(request: FastifyRequest, fault: Refusal | undefined): void {
  (request as TongbanRequest).context.bodyFault = fault;
}

/** Refuses a body that could not be read, once it is clear that the caller may knock at all. */
@Injectable()
export class BodyGate implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(host: ExecutionContext): boolean {
    const { body, context, headers } = requestOf(host);
    const { takes } = this.reflector.get<DoorSign>(DOOR, host.getHandler());
    const taken = takes ? takes.includes(mediaTypeOf(headers['content-type'])) : !(body instanceof Readable);
    if (!taken || (takes && !(body instanceof Readable))) throw wrongType(takes ?? [JSON_ONLY]);
    if (context.bodyFault) throw context.bodyFault;
    return true;
  }
}
