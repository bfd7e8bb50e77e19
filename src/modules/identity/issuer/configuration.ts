import type { Account as LibraryAccount, Client, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { clientAdapter } from './client-adapter';
import { InvalidClientAuth, InvalidTarget } from './library';
import { showPage } from './page';
import type { Account, IssuerOptions } from './ports';
import { errorPage, signedOutPage, signOutPage } from './sign-in.page';
import { session, signInPolicy } from './sign-in.policy';
import { StateAdapter } from './state-adapter';

const codeSeconds = 60;
const interactionSeconds = 10 * 60;
const assertionSeconds = 5 * 60;

const apiScopes = (client: Client | undefined): string[] => (client?.api_scopes as string[] | undefined) ?? [];

export function issuerConfiguration(options: IssuerOptions): Configuration {
  const { audience, accounts, accessTokenSeconds: seconds = { people: 15 * 60, partners: 30 * 60 } } = options;
  const path = new URL(options.issuerUrl).pathname;
  // Browsers name their origin with every POST, that of the console on the same host too.
  const origins = new Set([new URL(options.issuerUrl).origin, ...(options.allowedOrigins ?? [])]);
  return {
    adapter: (model) => (model === 'Client' ? clientAdapter(options.clients) : new StateAdapter(model, options.storage)),
    jwks: { keys: options.keys },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['ES256', 'EdDSA', 'Ed25519'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    extraClientMetadata: { properties: ['api_scopes'] },
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    responseTypes: ['code'],
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub', 'kind'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: options.cookieKeys, long: { httpOnly: true, sameSite: 'lax', path } },
    clientBasedCORS: (_ctx, origin) => origins.has(origin),
    interactions: { policy: signInPolicy(), url: (_ctx, { uid }) => `${path}/interaction/${uid}` },
    ttl: {
      AccessToken: seconds.people,
      ClientCredentials: seconds.partners,
      IdToken: seconds.people,
      AuthorizationCode: codeSeconds,
      Grant: seconds.people,
      Interaction: interactionSeconds,
      Session: session.idleSeconds,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      // The API takes bearer tokens only, so a token bound to a DPoP key would be one that nobody checks.
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      // OpenID Connect Core section 5.3 wants a token for that address; ours are for the API, and the ID token says it all.
      userinfo: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => showPage(ctx, 200, signOutPage(form), signOutTargets(ctx)),
        postLogoutSuccessSource: (ctx) => showPage(ctx, 200, signedOutPage()),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        getResourceServerInfo: (ctx, resource, client) => {
          if (resource !== audience) throw new InvalidTarget();
          const scope = apiScopes(client).join(' ');
          // RFC 6749 section 3.3: who asks for no scope in particular gets the registered ones.
          if (ctx.oidc.params?.grant_type === 'client_credentials') ctx.oidc.params.scope ??= scope || undefined;
          return { scope, audience, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'ES256' } } };
        },
      },
    },
    async findAccount(_ctx, accountId) {
      const account = await accounts.find(accountId);
      return account && claimsOf(account);
    },
    loadExistingGrant: (ctx) => grantWhatIsAsked(ctx, audience),
    extraTokenClaims: (ctx, token) => ({ kind: token.kind === 'ClientCredentials' ? 'partner' : ctx.oidc.account?.kind }),
    assertJwtClientAuthClaimsAndHeader(_ctx, { exp }) {
      if (Number(exp) > Date.now() / 1000 + assertionSeconds)
        throw new InvalidClientAuth('client assertions live 5 minutes at most');
    },
    renderError: (ctx, { error, error_description }) => showPage(ctx, ctx.status, errorPage(error, error_description)),
  };
}

const claimsOf = ({ accountId, kind, name }: Account): LibraryAccount => ({
  accountId,
  kind,
  claims: () => ({ sub: accountId, kind, name }),
});

/** First-party clients get what they ask for within their scopes; each sign-in has a grant of its own. */
async function grantWhatIsAsked({ oidc }: KoaContextWithOIDC, audience: string) {
  const grant = new oidc.provider.Grant({ accountId: oidc.account!.accountId, clientId: oidc.client!.clientId });
  grant.addOIDCScope([...oidc.requestParamOIDCScopes].join(' '));
  grant.addResourceScope(audience, apiScopes(oidc.client).join(' '));
  await grant.save();
  return grant;
}

function signOutTargets({ oidc }: KoaContextWithOIDC): string[] {
  const target = oidc.params?.post_logout_redirect_uri;
  return typeof target === 'string' ? [new URL(target).origin] : [];
}
