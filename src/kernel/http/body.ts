import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestOf, type TongbanRequest } from '../authz/door.guard';
import { jsonFault } from '../validation/text';
import { refuse } from './kernel.errors';
import type { Refusal } from './problem';

/** JSON only, valid UTF-8, bounded depth, no value that no field could hold. What is wrong is told by the gate. */
export function readJson(server: FastifyInstance): void {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
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
  server.addContentTypeParser('*', (request, _payload, done) => {
    remember(request, refuse('wrong-media-type'));
    done(null, undefined);
  });
}

function faultOf(value: unknown): Refusal | undefined {
  const fault = jsonFault(value);
  if (!fault) return undefined;
  if (fault.code === 'too-deep') return refuse('unreadable', { values: { reason: 'nested deeper than 20' } });
  return refuse('invalid', { errors: [{ ...fault, detail: 'a value that no field may hold' }] });
}

function remember(request: FastifyRequest, fault: Refusal | undefined): void {
  (request as TongbanRequest).context.bodyFault = fault;
}

/** Refuses a body that could not be read, once it is clear that the caller may knock at all. */
@Injectable()
export class BodyGate implements CanActivate {
  canActivate(host: ExecutionContext): boolean {
    const { bodyFault } = requestOf(host).context;
    if (bodyFault) throw bodyFault;
    return true;
  }
}
