import type { AddressInfo } from 'node:net';
import type { JWK } from 'jose';
import { authorizationUrl, Browser, exchangeCode, locationOf } from './browser-flow.spec-kit';
import { serve } from './issuer.spec-kit';
import { audience, freePort, json, startIssuer, type RunningIssuer } from './running-issuer.spec-kit';
import { TokenVerifier } from './token-verifier';

const spoken: string[] = [];
let running: RunningIssuer;

beforeAll(async () => {
  for (const level of ['log', 'info', 'warn', 'error'] as const) {
    jest.spyOn(console, level).mockImplementation((...words) => void spoken.push(words.join(' ')));
  }
  running = await startIssuer();
});

afterAll(async () => {
  await running.close();
  jest.restoreAllMocks();
});

it('publishes what it can, and public keys only, under its own address', async () => {
  const document = await json(
    await fetch(`${running.issuer}/.well-known/openid-configuration`, { headers: { 'x-forwarded-host': 'evil.example' } }),
  );
  expect(document).toMatchObject({
    issuer: running.issuer,
    authorization_endpoint: `${running.issuer}/auth`,
    token_endpoint: `${running.issuer}/token`,
    jwks_uri: `${running.issuer}/jwks`,
    end_session_endpoint: `${running.issuer}/session/end`,
    grant_types_supported: ['authorization_code', 'client_credentials'],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  });
  const { keys } = await json(await fetch(document.jwks_uri));
  expect(keys.map(({ kid, d }: JWK) => [kid, d])).toEqual([
    ['issuer-2', undefined],
    ['issuer-1', undefined],
  ]);
});

it('lets listed browser origins in only', async () => {
  const allowed = async (origin: string, address: string) =>
    (await fetch(`${running.issuer}/${address}`, { headers: { origin } })).headers.get('access-control-allow-origin');
  expect(await allowed('https://front.example', 'jwks')).toBe('https://front.example');
  expect(await allowed('https://evil.example', 'jwks')).toBeNull();
  const preflight = await fetch(`${running.issuer}/token`, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
  });
  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  const from = (origin: string) =>
    running.token({ grant_type: 'authorization_code', code: 'x', client_id: 'console' }, { origin });
  expect((await from('https://front.example')).headers.get('access-control-allow-origin')).toBe('https://front.example');
  expect((await from('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  expect(await (await from('https://evil.example')).json()).toMatchObject({ error: 'invalid_request' });
  // The console of the platform itself comes as far as its code.
  expect(await (await from(new URL(running.issuer).origin)).json()).toMatchObject({ error: 'invalid_grant' });
});

it('answers unknown addresses below its own and leaves all others to the application', async () => {
  expect((await fetch(`${running.issuer}/nothing`)).status).toBe(404);
  expect((await fetch(`${running.issuer}/interaction/abc`)).status).toBe(400);
  const echo = await fetch(new URL('/echo', running.issuer), {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect(await json(echo)).toEqual({ parsed: true });
});

it('goes on after a restart: sign-ins under way, sessions and tokens', async () => {
  const browser = new Browser();
  const started = authorizationUrl(running.api);
  const page = new URL(locationOf(await browser.open(started.url)), running.issuer).href;
  const { access_token } = await running.personTokens();
  await running.restart();
  const resume = locationOf(await browser.open(page, { signInName: 'lilei', password: '公园里的长椅' }));
  const callback = locationOf(await browser.open(resume));
  expect((await exchangeCode(running.api, callback, started.verifier)).status).toBe(200);
  expect(locationOf(await browser.open(authorizationUrl(running.api).url))).toContain('code=');
  const { keys } = await json(await fetch(`${running.issuer}/jwks`));
  const afresh = new TokenVerifier([{ issuer: running.issuer, audience, jwks: { keys }, algorithms: ['ES256'] }]);
  await expect(afresh.verify(access_token)).resolves.toMatchObject({ sub: 'a-li' });
});

it('gives secure cookies when its public address is https', async () => {
  const behindProxy = await serve({ ...running.options, issuerUrl: `https://tongban.example:${await freePort()}/oidc` });
  const local = authorizationUrl({
    ...running.api,
    issuer: `http://127.0.0.1:${(behindProxy.getHttpServer().address() as AddressInfo).port}/oidc`,
  });
  const cookies = (await new Browser().open(local.url)).headers.getSetCookie();
  await behindProxy.close();
  expect(cookies.length).toBeGreaterThan(1);
  for (const cookie of cookies) expect(cookie).toMatch(/; secure/i);
});

it('says nothing on the console', () => {
  expect(spoken).toEqual([]);
});
