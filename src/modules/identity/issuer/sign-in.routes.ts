import type { IncomingMessage } from 'node:http';
import type { Context, Middleware } from 'koa';
import type { Interaction, Provider } from 'oidc-provider';
import { showPage } from './page';
import type { AccountSource } from './ports';
import { expiredPage, signInPage, type SignInView } from './sign-in.page';

const prefix = '/interaction/';
const methods = ['GET', 'HEAD', 'POST'];
const formBytes = 8 * 1024;

/**
 * GET and POST /interaction/:uid. A forged POST fails: it would need the signed, SameSite cookie of this very interaction,
 * which browsers send to this one path only.
 */
export function signInRoutes(provider: Provider, accounts: AccountSource): Middleware {
  return async (ctx, next) => {
    if (!ctx.path.startsWith(prefix)) return void (await next());
    if (!methods.includes(ctx.method)) ctx.throw(405, { headers: { allow: methods.join(', ') } });
    const interaction = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    if (interaction?.uid !== ctx.path.slice(prefix.length)) return showPage(ctx, 400, expiredPage());
    return ctx.method === 'POST' ? answerForm(ctx, interaction) : show(ctx, interaction, 200);
  };

  async function answerForm(ctx: Context, interaction: Interaction): Promise<void> {
    const form = await readForm(ctx);
    if (form.has('cancel')) return finish(ctx, { error: 'access_denied', error_description: 'the sign-in was cancelled' });
    const signInName = form.get('signInName') ?? '';
    const outcome = await accounts.authenticate(signInName, form.get('password') ?? '', { address: addressOf(ctx.req) });
    if (outcome === null) return show(ctx, interaction, 422, { signInName, wrong: true });
    return finish(ctx, { login: { accountId: outcome.accountId, amr: ['pwd'] } });
  }

  async function finish(ctx: Context, result: Parameters<Provider['interactionResult']>[2]): Promise<void> {
    const returnTo = await provider.interactionResult(ctx.req, ctx.res, result);
    ctx.status = 303;
    ctx.redirect(returnTo);
  }

  async function show(ctx: Context, interaction: Interaction, status: number, view: Partial<SignInView> = {}): Promise<void> {
    const client = await provider.Client.find(String(interaction.params.client_id));
    const demoSignIns = (await accounts.demoSignIns?.()) ?? [];
    const body = signInPage({ clientName: client?.clientName ?? '', demoSignIns, ...view });
    showPage(ctx, status, body, [sourceOf(String(interaction.params.redirect_uri))]);
  }
}

/** The redirect address as a CSP source: an origin, or the scheme of an app's own address. */
function sourceOf(redirectUri: string): string {
  const { origin, protocol } = new URL(redirectUri);
  return origin === 'null' ? protocol : origin;
}

async function readForm(ctx: Context): Promise<URLSearchParams> {
  if (!ctx.is('application/x-www-form-urlencoded')) ctx.throw(415);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    if ((length += chunk.length) > formBytes) ctx.throw(413);
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** Fastify leaves the client's address, trusted proxies considered, on the raw request. */
const addressOf = (request: IncomingMessage & { ip?: string }): string => request.ip ?? request.socket.remoteAddress ?? '';
