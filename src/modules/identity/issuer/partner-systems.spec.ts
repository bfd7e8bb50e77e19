import { importJWK, type JWK, SignJWT } from 'jose';
import { hashClientSecret } from './client-secrets';
import { secret, signingKey } from './issuer.spec-kit';
import { json, startIssuer, type RunningIssuer } from './running-issuer.spec-kit';

let running: RunningIssuer;
beforeAll(async () => void (running = await startIssuer()));
afterAll(() => running.close());

const basic = (id: string, word: string) => ({ authorization: `Basic ${Buffer.from(`${id}:${word}`).toString('base64')}` });
const grant = { grant_type: 'client_credentials' };

it('get a token for their secret, sent either way, with the scopes they are registered for', async () => {
  const answer = await json(await running.token(grant, basic('p-secret', secret)));
  expect(answer).toMatchObject({ expires_in: 1800, scope: 'cases:push' });
  expect(await running.verifier.verify(answer.access_token)).toMatchObject({
    sub: 'p-secret',
    kind: 'partner',
    scope: ['cases:push'],
  });
  const posted = await running.token({ ...grant, client_id: 'p-secret', client_secret: secret, scope: 'cases:push cases:read' });
  expect(await json(posted)).toMatchObject({ scope: 'cases:push' });
});

it('are refused with a wrong secret, the stored hash, or none', async () => {
  const words = ['wrong', hashClientSecret(secret), `${hashClientSecret('old')} ${hashClientSecret(secret)}`];
  for (const word of words) expect((await running.token(grant, basic('p-secret', word))).status).toBe(401);
  for (const word of [' ', 'x', '%20']) expect((await running.token(grant, basic('p-empty', word))).status).toBe(401);
  expect((await running.token({ ...grant, client_id: 'p-secret' })).status).toBe(401);
  expect((await running.token(grant, basic('nobody', 'x'))).status).toBe(401);
  expect((await running.token({ ...grant, client_id: 'console' })).status).toBe(400);
});

async function assertion(key: JWK, claims: { lives?: number; jti?: string } = {}): Promise<Record<string, string>> {
  const jwt = new SignJWT({ jti: claims.jti ?? crypto.randomUUID() })
    .setProtectedHeader({ alg: 'ES256', kid: 'partner-1' })
    .setIssuer('p-keys')
    .setSubject('p-keys')
    .setAudience(running.issuer)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + (claims.lives ?? 120));
  return {
    ...grant,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await jwt.sign(await importJWK(key, 'ES256')),
  };
}

it('get a token for an assertion of their key, once', async () => {
  const form = await assertion(running.partnerKey);
  const answers = await Promise.all([running.token(form), running.token(form)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  const { access_token } = await json(answers.find(({ ok }) => ok)!);
  await expect(running.verifier.verify(access_token)).resolves.toMatchObject({ sub: 'p-keys', kind: 'partner' });
  expect((await running.token(await assertion(await signingKey('partner-1')))).status).toBe(401);
  expect((await running.token(await assertion(running.partnerKey, { lives: 3600 }))).status).toBe(401);
});

it('have no other grant', async () => {
  const answer = await running.token({ grant_type: 'password', username: 'lilei', password: 'x' }, basic('p-secret', secret));
  expect(await json(answer)).toMatchObject({ error: 'unsupported_grant_type' });
});
