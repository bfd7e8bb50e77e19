import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { requestOf } from '../authz/door.guard';
import { noSuchParameter } from '../validation/input.pipe';
import { refuse } from './kernel.errors';

/** An operation that reads no query parameter refuses all of them: a filter silently ignored leaks. */
@Injectable()
export class QueryGate implements CanActivate {
  canActivate(host: ExecutionContext): boolean {
    const given = Object.keys(requestOf(host).query ?? {});
    if (given.length === 0) return true;
    const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, host.getClass(), host.getHandler().name) ?? {}) as Record<
      string,
      unknown
    >;
    if (Object.keys(args).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`))) return true;
    throw refuse('bad-query', { errors: given.map(noSuchParameter) });
  }
}
