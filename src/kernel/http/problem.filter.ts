import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { TongbanRequest } from '../authz/door.guard';
import { allProblems, fill, Refusal } from './problem';
import { refuse } from './kernel.errors';

/** Everything thrown in a request leaves as problem+json in the reader's language; what nobody foresaw is a 500 with its trace id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<TongbanRequest>();
    const refusal = isForeignCursor(error, request) ? refuse('bad-cursor') : toRefusal(error);
    if (refusal.type.status >= 500 && refusal.type.code === 'kernel.internal') {
      this.logger.error(
        `${request.method} ${request.routeOptions?.url ?? ''} ${request.context.traceId}: ${(error as Error | undefined)?.stack ?? String(error)}`,
      );
    }
    sendProblem(host.switchToHttp().getResponse<FastifyReply>(), request, refusal);
  }
}

export function sendProblem(reply: FastifyReply, request: TongbanRequest, { type, facts }: Refusal): void {
  const { language, traceId } = request.context;
  const text = fill(type[language], facts.values);
  const body = {
    type: `urn:tongban:problem:${type.code}`,
    title: text,
    status: type.status,
    code: type.code,
    ...(type.rule ? { rule: type.rule } : {}),
    ...(type.basis ? { basis: type.basis } : {}),
    detail: text,
    instance: request.url.split('?')[0],
    traceId,
    errors: facts.errors ?? [],
    ...facts.more,
  };
  void reply
    .status(type.status)
    .headers({ 'cache-control': 'no-store', 'content-language': language === 'zh' ? 'zh-CN' : 'en', ...facts.headers })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}

/** Refusals stay; what the database, Fastify and Nest throw is translated; the rest is ours to mend. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code, statusCode, status } = (error ?? {}) as { code?: string; statusCode?: number; status?: number };
  if (code === '23505' || code === '23P01') return refuse('already-exists');
  if (code === '23503') return refuse('refers-to-nothing');
  if (code === '55P03' || code === '40001' || code === '40P01') return refuse('busy', { headers: { 'retry-after': '1' } });
  if (isOutage(code, error)) return refuse('unavailable', { headers: { 'retry-after': '2' } });
  switch (error instanceof HttpException ? status : statusCode) {
    case 404:
      return refuse('not-found');
    case 413:
      return refuse('too-large');
    case 415:
      return refuse('wrong-media-type', { values: { types: 'application/json' } });
    case 429:
      return refuse('too-many');
    case 400:
      return refuse('unreadable', {
        values: { reason: code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ? 'empty body' : 'not valid JSON' },
      });
    default:
      return refuse('internal');
  }
}

// A cursor is values of the list's sort columns: one whose values PostgreSQL cannot read as such was made elsewhere.
function isForeignCursor(error: unknown, request: TongbanRequest): boolean {
  const { cursor } = (request.query ?? {}) as { cursor?: string };
  return cursor !== undefined && /^22/.test((error as { code?: string } | undefined)?.code ?? '');
}

// Connection failures, shutdown or fail-over of the server, its timeout, too many connections, client-side timeouts of the pool.
function isOutage(code: string | undefined, error: unknown): boolean {
  if (code && /^(ECONN|ETIMEDOUT|EPIPE|EHOST|ENET|ENOTFOUND|EAI_AGAIN|57P0[123]|57014|53300|25006|08)/.test(code)) return true;
  return (
    error instanceof Error &&
    /timeout exceeded when trying to connect|Query read timeout|Connection terminated|not queryable|^pool /i.test(error.message)
  );
}

export const problemCodes = (): string[] => allProblems().map(({ code }) => code);
