import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { prove } from '../http/callers';
import type { Context } from '../http/context';
import { DOOR, type DoorSign } from '../http/door';
import { refuse } from '../http/kernel.errors';
import { type Actor, nobody } from './actor';
import { mayKnock } from './permissions';

/** The actor, always the first argument. */
export const By = createParamDecorator((_: unknown, host: ExecutionContext): Actor => requestOf(host).context.by);

export type TongbanRequest = FastifyRequest & { context: Context };
export const requestOf = (host: ExecutionContext) => host.switchToHttp().getRequest<TongbanRequest>();

/** Turns a bearer token into an actor; the identity module provides it. */
export abstract class Authenticator {
  abstract actorOf(token: string): Promise<Actor>;
}

/** Which kind of actor may knock at a door. What lies behind it is the record's policy to decide. */
@Injectable()
export class DoorGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request = requestOf(host);
    const sign = this.reflector.get<DoorSign | undefined>(DOOR, host.getHandler());
    if (!sign) throw new Error(`${host.getClass().name}.${host.getHandler().name} has no @Door`);
    request.context.by = await this.actorOf(request);
    if (mayKnock(request.context.by, sign.to)) return true;
    throw request.context.by.kind === 'nobody'
      ? refuse('not-signed-in', { headers: { 'www-authenticate': 'Bearer' } })
      : refuse('not-allowed');
  }

  private async actorOf(request: TongbanRequest): Promise<Actor> {
    const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token) {
      const actor = await this.authenticator.actorOf(token);
      prove(request);
      return actor;
    }
    if (request.headers.authorization) throw refuse('not-signed-in', { headers: { 'www-authenticate': 'Bearer' } });
    return nobody;
  }
}
