import { platform } from '../../src/kernel/authz/actor';
import { IdentityFacade } from '../../src/modules/identity/identity.facade';
import { authorizationUrl, Browser, exchangeCode, signIn } from '../../src/modules/identity/issuer/browser-flow.spec-kit';
import { givenOrganization } from '../kit/given-organization';
import { newIdNumber, staff, token } from '../kit/actors';
import { World } from '../kit/world';

let w: World;
const password = '天山下的长河与白杨 2026';
beforeAll(async () => {
  w = await World.open();
  const identity = w.get(IdentityFacade);
  const by = platform('test');
  const { id } = await identity.registerPerson(by, { name: '古丽', idNumber: newIdNumber() });
  await identity.openAccount({ ownerId: id, kind: 'person', signInName: 'guli', password });
  await identity.registerStaff(by, {
    name: '王芳',
    grants: [{ role: 'supervisor', area: '650000000000' }],
    signInName: 'wangfang',
    password,
  });
});
afterAll(() => w.close());

const flow = () => ({
  issuer: `${w.config.publicUrl}/oidc`,
  clientId: 'command-line',
  redirectUri: 'http://127.0.0.1:9/callback',
  scope: 'openid api',
});

async function signInAs(name: string): Promise<string> {
  const started = authorizationUrl(flow());
  const callback = await signIn(new Browser(), started, name, password);
  const answer = (await (await exchangeCode(flow(), callback, started.verifier)).json()) as { access_token: string };
  return answer.access_token;
}

test('identity/N3: a person signs in with code and PKCE as a browser does, and the API knows them', async () => {
  const { body } = await w
    .as(await signInAs('guli'))
    .get('/v1/me')
    .expect(200);
  expect(body).toMatchObject({ kind: 'person', parties: [body.id], grants: [] });
});

test('identity/N3: a member of staff signs in and has the roles of today, not those of the token', async () => {
  const me = w.as(await signInAs('wangfang'));
  const { body } = await me.get('/v1/me').expect(200);
  expect(body).toMatchObject({ kind: 'staff', grants: [{ role: 'supervisor', area: '650000000000' }] });
});

test('identity/N3: a partner system gets its secret once and a token with client credentials; deactivated, it is out at once', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { id: organizationId } = await givenOrganization(w);
  const made = await agent.post('/v1/partners', { name: '民政业务系统', organizationId }).expect(201);
  const { clientId, clientSecret } = made.body as { clientId: string; clientSecret: string };
  const ask = (secret: string) =>
    fetch(`${w.config.publicUrl}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
  expect((await ask('wrong')).status).toBe(401);
  const { access_token: token } = (await (await ask(clientSecret)).json()) as { access_token: string };
  const { body } = await w.as(token).get('/v1/me').expect(200);
  expect(body).toMatchObject({ kind: 'partner', grants: [{ role: 'partner-system', unit: organizationId }] });

  const rotated = await agent.post(`/v1/partners/${made.body.id}/secret`).expect(201);
  expect((await ask(rotated.body.clientSecret)).status).toBe(200);
  await agent.post(`/v1/partners/${made.body.id}/deactivation`, { reason: '系统下线' }).expect(200);
  expect((await ask(clientSecret)).status).toBe(401);
});

test('an ID token, a token of another issuer and a changed token are refused with 401 and WWW-Authenticate', async () => {
  const token = await signInAs('guli');
  for (const wrong of [`${token.slice(0, -2)}xx`, 'nonsense', 'a.b.c']) {
    const { headers } = await w.as(wrong).get('/v1/me').expect(401);
    expect(headers['www-authenticate']).toContain('Bearer');
  }
});

test('identity/N3: five wrong passwords lock the sign-in name, and nobody can tell it from a name that does not exist', async () => {
  const identity = w.get(IdentityFacade);
  const { id } = await identity.registerStaff(platform('test'), { name: '李强', grants: [], signInName: 'liqiang', password });
  expect(id).toBeDefined();
  const answers = async (name: string) => {
    const texts = [];
    for (let attempt = 1; attempt <= 6; attempt++) texts.push(await trySignIn(name, 'wrong'));
    return texts.map(({ status, text }) => [status, text.replaceAll(name, 'NAME')]);
  };
  const known = await answers('liqiang');
  expect(known).toEqual(await answers('nobody-at-all'));
  expect(new Set(known.map(String)).size).toBe(1);
  expect(known[0]![0]).toBe(422);
  // The right password waits as well, until the quarter of an hour is over.
  expect((await trySignIn('liqiang', password)).status).toBe(422);
  await w.rows(`update identity.account set locked_until = locked_until - interval '16 minutes' where subject = 'liqiang'`);
  expect((await trySignIn('liqiang', password)).status).toBe(303);
});

test('identity/N3: a token of a partner system that was asked for without the scope api opens nothing', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { id: organizationId } = await givenOrganization(w);
  const { body } = await agent.post('/v1/partners', { name: '业务系统', organizationId }).expect(201);
  const { clientId, clientSecret } = body as { clientId: string; clientSecret: string };
  const answer = await fetch(`${w.config.publicUrl}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'openid' }),
  });
  const { access_token: asked } = (await answer.json()) as { access_token?: string };
  if (asked) await w.as(asked).get('/v1/me').expect(403);
  // However it came to be: what counts is what the token says.
  const narrow = await token(w, { sub: clientId, client_id: clientId, kind: 'partner', scope: 'openid' });
  const refused = await w.as(narrow).get('/v1/me').expect(403);
  expect(refused.body).toMatchObject({ code: 'identity.scope-missing', rule: 'identity/N3' });
  expect(refused.headers['www-authenticate']).toBe('Bearer error="insufficient_scope", scope="api"');
});

test('identity/N3: a person who signs in without asking for the API gets no further than their identity', async () => {
  const started = authorizationUrl({ ...flow(), scope: 'openid' });
  const callback = await signIn(new Browser(), started, 'guli', password);
  const answer = await (await exchangeCode(flow(), callback, started.verifier)).json();
  await w
    .as((answer as { access_token: string }).access_token)
    .get('/v1/me')
    .expect(403);
});

async function trySignIn(signInName: string, secret: string): Promise<{ status: number; text: string }> {
  const browser = new Browser();
  const page = (await browser.open(authorizationUrl(flow()).url)).headers.get('location') ?? '';
  const answer = await browser.open(new URL(page, flow().issuer).href, { signInName, password: secret });
  return { status: answer.status, text: await answer.text() };
}
