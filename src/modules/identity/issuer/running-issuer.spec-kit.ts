import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWK } from 'jose';
import { authorizationUrl, Browser, exchangeCode, type FlowOptions, signIn } from './browser-flow.spec-kit';
import { accounts, clientsWith, memoryStorage, serve, signingKey } from './issuer.spec-kit';
import type { IssuerOptions } from './ports';
import { publicKeySet } from './signing-keys';
import { TokenVerifier } from './token-verifier';

export const audience = 'urn:tongban:api';

/** The members of answers that the specs read. */
export interface Answer {
  access_token: string;
  id_token: string;
  jwks_uri: string;
  keys: JWK[];
}

export interface RunningIssuer {
  issuer: string;
  options: IssuerOptions;
  partnerKey: JWK;
  verifier: TokenVerifier;
  /** The API console, a browser client. */
  api: FlowOptions;
  token(form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  personTokens(signInName?: string, password?: string): Promise<Answer>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<RunningIssuer> {
  const issuer = `http://localhost:${await freePort()}/oidc`;
  const redirectUri = `${new URL(issuer).origin}/docs/oauth2-redirect.html`;
  const partnerKey = await signingKey('partner-1');
  const clients = clientsWith(partnerKey, redirectUri);
  const keys = [await signingKey('issuer-2'), await signingKey('issuer-1')];
  const options: IssuerOptions = {
    issuerUrl: issuer,
    audience,
    keys,
    cookieKeys: ['a cookie key that is long enough'],
    storage: memoryStorage(),
    accounts,
    clients: { find: (id) => Promise.resolve(clients.find(({ clientId }) => clientId === id)) },
    allowedOrigins: ['https://front.example'],
  };
  const api = { issuer, clientId: 'console', redirectUri, scope: 'openid profile cases:read not-registered' };
  let app = await serve(options);
  return {
    issuer,
    options,
    partnerKey,
    verifier: new TokenVerifier([{ issuer, audience, jwks: publicKeySet(keys), algorithms: ['ES256'] }]),
    api,
    token: (form, headers) => fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(form), headers }),
    async personTokens(signInName = 'lilei', password = '公园里的长椅') {
      const started = authorizationUrl(api);
      const callback = await signIn(new Browser(), started, signInName, password);
      return json(await exchangeCode(api, callback, started.verifier));
    },
    async restart() {
      await app.close();
      app = await serve(options);
    },
    close: () => app.close(),
  };
}

export const json = async (answer: Response): Promise<Answer> => (await answer.json()) as Answer;

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
