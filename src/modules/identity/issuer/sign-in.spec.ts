import { createHash } from 'node:crypto';
import { authorizationUrl, Browser, exchangeCode, locationOf, signIn } from './browser-flow.spec-kit';
import { json, startIssuer, type RunningIssuer } from './running-issuer.spec-kit';

let running: RunningIssuer;
beforeAll(async () => void (running = await startIssuer()));
afterAll(() => running.close());

it('gives a person and a member of staff a token for the API', async () => {
  const person = await running.personTokens();
  expect(person).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'cases:read' });
  await expect(running.verifier.verify(person.access_token)).resolves.toEqual({
    sub: 'a-li',
    kind: 'person',
    clientId: 'console',
    scope: ['cases:read'],
    issuer: running.issuer,
  });
  const staff = await running.personTokens('hanmeimei', 'counter-7-window');
  await expect(running.verifier.verify(staff.access_token)).resolves.toMatchObject({ sub: 'a-han', kind: 'staff' });
});

it('signs with the first key and puts the name into the ID token', async () => {
  const { access_token, id_token } = await running.personTokens();
  const read = (jwt: string, part: number) => JSON.parse(Buffer.from(jwt.split('.')[part]!, 'base64url').toString());
  expect(read(access_token, 0)).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: 'issuer-2' });
  expect(read(id_token, 1)).toMatchObject({ sub: 'a-li', name: '李雷', kind: 'person', aud: 'console' });
  await expect(running.verifier.verify(id_token)).rejects.toMatchObject({ fault: 'invalid' });
});

it('keeps the session for the next request of a browser front end', async () => {
  const browser = new Browser();
  await signIn(browser, authorizationUrl(running.api), 'lilei', '公园里的长椅');
  const callback = locationOf(await browser.open(authorizationUrl(running.api, { prompt: 'none' }).url));
  expect(callback).toContain('code=');
  const cli = {
    issuer: running.issuer,
    clientId: 'cli',
    redirectUri: 'http://127.0.0.1:41999/callback',
    scope: 'openid cases:read',
  };
  const native = authorizationUrl(cli);
  expect(locationOf(await browser.open(native.url))).toContain('/oidc/interaction/');
  const tokens = await json(await exchangeCode(cli, await signIn(browser, native, 'lilei', '公园里的长椅'), native.verifier));
  await expect(running.verifier.verify(tokens.access_token)).resolves.toMatchObject({ clientId: 'cli' });
});

it('shows a page without scripts that names the client and the demo accounts', async () => {
  const browser = new Browser();
  const page = locationOf(await browser.open(authorizationUrl(running.api).url));
  const answer = await browser.open(new URL(page, running.issuer).href);
  const text = await answer.text();
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-.*form-action 'self' http:/,
  );
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(text).toContain('<html lang="zh-CN">');
  expect(text).toContain('<strong>API 文档</strong>');
  expect(text).toContain('申请人 李雷 (lilei)');
  expect(text).not.toMatch(/<script|style=/);
});

it('says the same for a wrong password and an unknown name, and escapes it', async () => {
  const browser = new Browser();
  const page = new URL(locationOf(await browser.open(authorizationUrl(running.api).url)), running.issuer).href;
  const wrong = await browser.open(page, { signInName: 'lilei', password: 'x' });
  const unknown = await browser.open(page, { signInName: '"><script>', password: 'x' });
  expect([wrong.status, unknown.status]).toEqual([422, 422]);
  const texts = [await wrong.text(), await unknown.text()];
  expect(texts[0]).toBe(texts[1]!.replace('&quot;&gt;&lt;script&gt;', 'lilei'));
  expect(locationOf(await browser.open(locationOf(await browser.open(page, { cancel: 'yes' }))))).toContain(
    'error=access_denied',
  );
});

it('refuses a form that comes without the cookie of the interaction', async () => {
  const page = new URL(locationOf(await new Browser().open(authorizationUrl(running.api).url)), running.issuer).href;
  const forged = await new Browser().open(page, { signInName: 'lilei', password: '公园里的长椅' });
  expect(forged.status).toBe(400);
  expect(forged.headers.get('location')).toBeNull();
});

it('refuses a request without PKCE, with plain PKCE, with another redirect or response type', async () => {
  const failing = async (changes: Record<string, string>) => {
    const answer = await new Browser().open(authorizationUrl(running.api, changes).url);
    return [answer.status, /[?&#]error=(\w+)/.exec(locationOf(answer))?.[1]];
  };
  expect(await failing({ code_challenge: '', code_challenge_method: '' })).toEqual([303, 'invalid_request']);
  expect(await failing({ code_challenge_method: 'plain' })).toEqual([303, 'invalid_request']);
  expect(await failing({ response_type: 'token' })).toEqual([303, 'unsupported_response_type']);
  expect(await failing({ redirect_uri: 'https://evil.example/callback' })).toEqual([400, undefined]);
  expect(await failing({ client_id: 'cli', redirect_uri: 'http://127.0.0.1:5/other' })).toEqual([400, undefined]);
  expect(await failing({ resource: 'https://other.example' })).toEqual([303, 'invalid_target']);
  expect((await fetch(authorizationUrl(running.api, { state: '\0' }).url)).status).toBe(400);
});

it('exchanges a code once, and only for its verifier', async () => {
  const started = authorizationUrl(running.api);
  const callback = await signIn(new Browser(), started, 'lilei', '公园里的长椅');
  const other = authorizationUrl(running.api).verifier;
  expect(await json(await exchangeCode(running.api, callback, other))).toMatchObject({ error: 'invalid_grant' });
  const both = await Promise.all([1, 2].map(() => exchangeCode(running.api, callback, started.verifier)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
});

it('ends the session at sign-out', async () => {
  const browser = new Browser();
  await signIn(browser, authorizationUrl(running.api), 'lilei', '公园里的长椅');
  const text = await (await browser.open(`${running.issuer}/session/end?client_id=console`)).text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)![1]!;
  const done = await browser.open(`${running.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
  expect(await (await browser.open(locationOf(done))).text()).toContain('已退出登录');
  expect(locationOf(await browser.open(authorizationUrl(running.api, { prompt: 'none' }).url))).toContain('error=login_required');
});

it('lets another account take over a session, with a script that the page policy allows', async () => {
  const browser = new Browser();
  await signIn(browser, authorizationUrl(running.api), 'lilei', '公园里的长椅');
  const page = new URL(locationOf(await browser.open(authorizationUrl(running.api, { prompt: 'login' }).url)), running.issuer)
    .href;
  const resume = locationOf(await browser.open(page, { signInName: 'hanmeimei', password: 'counter-7-window' }));
  const bridge = await browser.open(resume);
  const text = await bridge.text();
  const script = /<script>([^]*)<\/script>/.exec(text)![1]!;
  const digest = createHash('sha256').update(script).digest('base64');
  expect(bridge.headers.get('content-security-policy')).toContain(`script-src 'sha256-${digest}'`);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)![1]!;
  const again = await browser.open(/action="([^"]+)"/.exec(text)![1]!, { xsrf, logout: 'yes' });
  expect(locationOf(await browser.open(locationOf(again)))).toContain('code=');
});

it('gives nothing more to an account that is gone or disabled', async () => {
  const browser = new Browser();
  const started = authorizationUrl(running.api);
  const callback = await signIn(browser, started, 'lilei', '公园里的长椅');
  const find = jest.spyOn(running.options.accounts, 'find').mockResolvedValue(undefined);
  expect(await json(await exchangeCode(running.api, callback, started.verifier))).toMatchObject({ error: 'invalid_grant' });
  expect(locationOf(await browser.open(authorizationUrl(running.api).url))).toContain('/oidc/interaction/');
  find.mockRestore();
});
