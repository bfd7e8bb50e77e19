import type { Middleware } from 'koa';

// The library adds the digest of its one script, which submits a form, where it finds `script-src`.
const policy = "default-src 'none'; script-src; base-uri 'none'; frame-ancestors 'none'";

/**
 * Pins addresses and cookies to the issuer's public address whatever the Host and X-Forwarded headers claim, and keeps
 * browser origins off that are not on the list. Needs `provider.proxy`, under which Koa reads the headers set here.
 */
export function publicFace(issuerUrl: string, allowedOrigins: ReadonlySet<string>): Middleware {
  const { protocol, host, pathname } = new URL(issuerUrl);
  const mountPath = pathname.replace(/\/$/, '');
  return async (ctx, next) => {
    ctx.req.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    ctx.req.headers['x-forwarded-host'] = host;
    Object.assign(ctx.req, { originalUrl: mountPath + ctx.url });
    ctx.set('content-security-policy', policy);
    ctx.set({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' });
    // Parameters are kept as jsonb, which has no NUL.
    if (/%00/.test(ctx.url)) ctx.throw(400);
    await next();
    if (!allowedOrigins.has(ctx.get('origin'))) removeCors(ctx.res);
  };
}

function removeCors(response: { getHeaderNames(): string[]; removeHeader(name: string): void }): void {
  for (const name of response.getHeaderNames()) if (name.startsWith('access-control-')) response.removeHeader(name);
}
