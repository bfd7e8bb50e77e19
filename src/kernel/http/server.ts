import { randomBytes, randomUUID } from 'node:crypto';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nobody } from '../authz/actor';
import type { TongbanRequest } from '../authz/door.guard';
import type { Config } from '../config/config';
import { goesOn, hasten, STREAM_LIMIT } from './arrival';
import { readBodies } from './body';
import { callerOf } from './callers';
import type { Context } from './context';
import { refuse } from './kernel.errors';
import { sendProblem } from './problem.filter';

const BODY_LIMIT = 256 * 1024;
/** Set while the process drains: every answer then closes its connection. */
export const draining = { now: false };

/** Unknown addresses are answered here (404, or 405 with Allow), not by Nest. */
class Adapter extends FastifyAdapter {
  override setNotFoundHandler() {
    // prepareServer has set it
    return this.getInstance();
  }
}

/** The HTTP server with its limits; everything a request must be before any operation sees it is settled here. */
export function fastifyAdapter(): FastifyAdapter {
  return new Adapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: STREAM_LIMIT,
    keepAliveTimeout: 65_000,
    connectionTimeout: 120_000,
    maxRequestsPerSocket: 1_000,
    genReqId: () => randomUUID(),
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000, maxHeaderSize: 16 * 1024 },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerBrokenAddress,
  });
}

/** Everything of the console comes from here; its page and its library write styles into themselves. */
const CONSOLE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

export async function prepareServer(adapter: FastifyAdapter, config: Config): Promise<void> {
  const server = adapter.getInstance<FastifyInstance>();
  const routes = rememberRoutes(server);
  draining.now = false;
  server.decorateRequest('context', null as never);
  server.addHook('onRequest', (request, _reply, done) => {
    (request as TongbanRequest).context = contextOf(request);
    hasten(request);
    done();
  });
  server.addHook('onSend', (request, reply, _payload, done) => {
    if (/^\/docs(\/|$)/.test(request.url.split('?')[0]!)) void reply.header('content-security-policy', CONSOLE_POLICY);
    void reply.header('x-request-id', (request as TongbanRequest).context.requestId);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-store');
    if (draining.now || goesOn(request)) void reply.header('connection', 'close');
    done();
  });
  await server.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  });
  await server.register(fastifyRateLimit, {
    max: config.settings.RATE_LIMIT,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    keyGenerator: callerOf,
    errorResponseBuilder: (_request, { ttl }) =>
      Object.assign(refuse('too-many', { headers: { 'retry-after': String(Math.ceil(ttl / 1_000)) } }), { statusCode: 429 }),
  });
  readBodies(server);
  server.setNotFoundHandler((request, reply) => answerUnknown(request as TongbanRequest, reply, routes));
}

function contextOf({ id, headers }: FastifyRequest): Context {
  return {
    requestId: header(headers['x-request-id']) ?? String(id),
    traceId: /^00-([0-9a-f]{32})-/.exec(header(headers.traceparent) ?? '')?.[1] ?? randomBytes(16).toString('hex'),
    language: /^\s*en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'zh',
    by: nobody,
    purpose: header(headers.purpose),
  };
}

const header = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && /^[\x21-\x7e]{1,128}$/.test(value) ? value : undefined;

type Routes = { pattern: RegExp; method: string }[];

function rememberRoutes(server: FastifyInstance): Routes {
  const routes: Routes = [];
  server.addHook('onRoute', ({ url, method }) => {
    const pattern = new RegExp(`^${url.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`);
    for (const one of [method].flat()) routes.push({ pattern, method: one });
  });
  return routes;
}

/** A wrong method on an address that exists is 405 with Allow, any other address 404. */
function answerUnknown(request: TongbanRequest, reply: FastifyReply, routes: Routes): void {
  const path = request.url.split('?')[0]!;
  const allow = [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))].sort();
  const refusal = allow.length
    ? refuse('wrong-method', { values: { method: request.method }, headers: { allow: allow.join(', ') } })
    : refuse('not-found');
  sendProblem(reply, request, refusal);
}

/** Addresses that reach neither a route nor a hook: broken percent-encoding, or a part longer than any id. */
function answerBrokenAddress({ code }: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const broken = code === 'FST_ERR_BAD_URL';
  const asked = Object.assign(request as TongbanRequest, { context: contextOf(request) });
  sendProblem(reply, asked, broken ? refuse('unreadable', { values: { reason: 'broken address' } }) : refuse('not-found'));
}
