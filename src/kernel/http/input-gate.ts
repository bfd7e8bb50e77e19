import { Readable } from 'node:stream';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { requestOf } from '../authz/door.guard';
import { noSuchField, noSuchParameter } from '../validation/input.pipe';
import { refuse } from './kernel.errors';

/** An operation that reads no query parameter, or no body, refuses all of it: a filter silently ignored leaks. */
@Injectable()
export class InputGate implements CanActivate {
  canActivate(host: ExecutionContext): boolean {
    const { query, body } = requestOf(host);
    const parameters = Object.keys(query ?? {});
    if (parameters.length && !reads(host, RouteParamtypes.QUERY))
      throw refuse('bad-query', { errors: parameters.map(noSuchParameter) });
    const fields = body instanceof Readable ? [] : Object.keys(body ?? {});
    if (fields.length && !reads(host, RouteParamtypes.BODY))
      throw refuse('invalid', { errors: fields.map((name) => noSuchField(name)) });
    return true;
  }
}

function reads(host: ExecutionContext, kind: RouteParamtypes): boolean {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, host.getClass(), host.getHandler().name) ?? {}) as object;
  return Object.keys(args).some((key) => key.startsWith(`${kind}:`));
}
