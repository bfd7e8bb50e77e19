import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import canonicalize from 'canonicalize';
import type { FastifyReply } from 'fastify';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { requestOf, type TongbanRequest } from '../authz/door.guard';
import { Ticks } from '../jobs/ticks';
import { Db } from '../persistence/db';
import { Tx } from '../persistence/tx';
import { Vault } from '../persistence/vault';
import { DOOR, type DoorSign } from './door';
import { refuse } from './kernel.errors';

// The unique index has the last word: a second request with the same key waits here for the first to commit or roll back.
const CLAIM = `
  insert into kernel.idempotency_key as k (caller, key, fingerprint) values ($1, $2, $3)
  on conflict (caller, key) do update set key = k.key
  returning fingerprint, status, body, location, xmax = 0 as fresh`;
const KEEP = 'update kernel.idempotency_key set status = $3, body = $4, location = $5 where caller = $1 and key = $2';

const FORGET = `
  delete from kernel.idempotency_key where ctid in (
    select ctid from kernel.idempotency_key where created_at < clock_timestamp() - interval '7 days' order by created_at limit 500)`;

interface Kept {
  fingerprint: string;
  status: number | null;
  body: string;
  location: string | null;
  fresh: boolean;
}

/**
 * Every POST runs once per caller and key, in one transaction with its answer. Only answers are kept,
 * for seven days: a refusal leaves nothing behind.
 */
@Injectable()
export class Idempotency implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly db: Db,
    private readonly tx: Tx,
    private readonly vault: Vault,
    ticks: Ticks,
  ) {
    ticks.add('old idempotency keys', () => this.db.query(FORGET));
  }

  intercept(host: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const request = requestOf(host);
    const sign = this.reflector.get<DoorSign>(DOOR, host.getHandler());
    if (request.method !== 'POST' || sign.reads || sign.keyed) return next.handle();
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,128}$/.test(key)) throw refuse('idempotency-key-missing');
    if (sign.takes) return next.handle();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    return this.tx.run(() => this.once(request, reply, key, next)).then((answer) => of(answer));
  }

  private async once(request: TongbanRequest, reply: FastifyReply, key: string, next: CallHandler): Promise<unknown> {
    const { by } = request.context;
    const caller = `${by.kind}:${by.id}`;
    const kept = (await this.db.one<Kept>(CLAIM, [caller, key, fingerprint(request)]))!;
    const place = { table: 'kernel.idempotency_key', column: 'body', id: `${caller}|${key}` };
    if (!kept.fresh) {
      if (kept.fingerprint !== fingerprint(request)) throw refuse('idempotency-key-reused');
      void reply.status(kept.status!).header('idempotent-replayed', 'true');
      if (kept.location) void reply.header('location', kept.location);
      return JSON.parse(this.vault.open(kept.body, place)) as unknown;
    }
    const answer: unknown = await lastValueFrom(next.handle());
    const location = (reply.getHeader('location') as string | undefined) ?? null;
    await this.db.query(KEEP, [caller, key, reply.statusCode, this.vault.seal(JSON.stringify(answer ?? null), place), location]);
    return answer;
  }
}

function fingerprint(request: TongbanRequest): string {
  const { method, params, body } = request;
  return createHash('sha256')
    .update(canonicalize({ method, route: request.routeOptions.url, params, body: body ?? null })!)
    .digest('base64url');
}
