import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { staff, type Somebody } from '../kit/actors';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let operator: Somebody;
let organizationId: string;
beforeAll(async () => {
  w = await World.open();
  operator = await staff(w, { role: 'platform-operator' });
  organizationId = (await givenOrganization(w)).id;
});
afterAll(() => w.close());

const pair = async (algorithm: string) => {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  return { publicKey: await exportJWK(publicKey), privateKey: await exportJWK(privateKey), signWith: privateKey };
};
const register = (jwks: unknown) => operator.agent.post('/v1/partners', { name: '业务系统', organizationId, jwks });

test('identity/N3: a partner system is registered with public keys alone, of a kind that it can sign in with', async () => {
  const { publicKey, privateKey } = await pair('ES256');
  const [{ publicKey: rsa }, { publicKey: p384 }] = [await pair('RS256'), await pair('ES384')];
  const keys = (...list: unknown[]) => ({ keys: list });
  const rows: [object, string][] = [
    [{}, '/jwks/keys'],
    [{ keys: 'x' }, '/jwks/keys'],
    [{ keys: [] }, '/jwks/keys'],
    [{ ...keys(publicKey), more: 1 }, '/jwks/more'],
    [keys(null), '/jwks/keys/0'],
    [keys({}), '/jwks/keys/0/crv'],
    [keys({ kty: 'oct', k: 'c2VjcmV0' }), '/jwks/keys/0/k'],
    [keys(privateKey), '/jwks/keys/0/d'],
    [keys(rsa), '/jwks/keys/0/n'],
    [keys(p384), '/jwks/keys/0/crv'],
    [keys({ ...publicKey, x: publicKey.y, y: publicKey.x }), '/jwks/keys/0/x'],
    [keys({ ...publicKey, use: 'enc' }), '/jwks/keys/0/use'],
    [keys({ ...publicKey, alg: 'HS256' }), '/jwks/keys/0/alg'],
    [keys({ ...publicKey, kid: 'k'.repeat(300) }), '/jwks/keys/0/kid'],
    [keys({ ...publicKey, kid: 'a' }, { ...publicKey, kid: 'a' }), '/jwks/keys/1/kid'],
    [keys(...Array.from({ length: 11 }, (_, index) => ({ ...publicKey, kid: String(index) }))), '/jwks/keys'],
  ];
  for (const [jwks, pointer] of rows) {
    const { body } = await register(jwks).expect(422);
    expect(body).toMatchObject({ code: 'identity.key-unsound', rule: 'identity/N3', errors: [{ pointer }] });
  }
});

test.each(['ES256', 'EdDSA'])('identity/N3: a partner system signs in with its own %s key', async (algorithm) => {
  const { publicKey, signWith } = await pair(algorithm);
  const key: JWK = { ...publicKey, kid: 'key-1', use: 'sig', alg: algorithm };
  const { body } = await register({ keys: [key] }).expect(201);
  const { clientId } = body as { clientId: string };
  const audience = `${w.config.publicUrl}/oidc`;
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: algorithm, kid: 'key-1' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(`jti-${algorithm}`)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(signWith);
  const answer = await fetch(`${audience}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  expect(answer.status).toBe(200);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  expect((await w.as(token).get('/v1/me').expect(200)).body.kind).toBe('partner');
});
