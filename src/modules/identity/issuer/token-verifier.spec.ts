import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { importJWK, type JWK, SignJWT } from 'jose';
import { signingKey } from './issuer.spec-kit';
import { publicKeySet } from './signing-keys';
import { type TrustedIssuer, TokenVerifier } from './token-verifier';

const issuer = 'https://id.example/oidc';
const audience = 'urn:tongban:api';
const claims = { client_id: 'console', scope: 'cases:read cases:write', kind: 'person' };
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;
let key: JWK;
let trusted: TrustedIssuer;
let verifier: TokenVerifier;

beforeAll(async () => {
  key = await signingKey('k1');
  trusted = { issuer, audience, jwks: publicKeySet([key]), algorithms: ['ES256'] };
  verifier = new TokenVerifier([trusted]);
});

async function signed(payload: object = {}, header: object = {}, by: JWK = key): Promise<string> {
  const content = { iss: issuer, aud: audience, sub: 'a-li', iat: seconds(0), exp: seconds(60), ...claims, ...payload };
  return new SignJWT(content)
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k1', ...header })
    .sign(await importJWK(by, 'ES256'));
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const faultOf = (token: string, by = verifier) =>
  by.verify(token).then(
    () => 'none',
    (error: { fault: string }) => error.fault,
  );

it('says who the token speaks for', async () => {
  const answer = await verifier.verify(await signed());
  expect(answer).toEqual({ sub: 'a-li', kind: 'person', clientId: 'console', scope: ['cases:read', 'cases:write'], issuer });
});

it('allows 60 seconds of difference between clocks', async () => {
  expect(await faultOf(await signed({ exp: seconds(-50), nbf: seconds(50) }))).toBe('none');
  expect(await faultOf(await signed({ exp: seconds(-70) }))).toBe('expired');
  expect(await faultOf(await signed({ nbf: seconds(70) }))).toBe('invalid');
});

it.each<[string, object, object]>([
  ['another audience', { aud: 'console' }, {}],
  ['another issuer', { iss: 'https://evil.example' }, {}],
  ['no issuer', { iss: undefined }, {}],
  ['no end', { exp: undefined }, {}],
  ['no subject', { sub: undefined }, {}],
  ['no client', { client_id: undefined }, {}],
  ['an unknown kind', { kind: 'administrator' }, {}],
  ['no kind', { kind: undefined }, {}],
  ['a key of the sender', { cnf: { jkt: 'x' } }, {}],
  ['the type of an ID token', {}, { typ: 'JWT' }],
  ['no type', {}, { typ: undefined }],
])('refuses a token with %s', async (_name, payload, header) => {
  expect(await faultOf(await signed(payload, header))).toBe('invalid');
});

it('refuses a token without a signature and one signed with the public key as a shared secret', async () => {
  const payload = encoded({ iss: issuer, aud: audience, sub: 'a-li', exp: seconds(60), ...claims });
  expect(await faultOf(`${encoded({ alg: 'none', typ: 'at+jwt' })}.${payload}.`)).toBe('invalid');
  const shared = new TextEncoder().encode(JSON.stringify(publicKeySet([key]).keys[0]));
  const confused = new SignJWT({ iss: issuer, aud: audience, sub: 'a-li', exp: seconds(60), ...claims });
  expect(await faultOf(await confused.setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' }).sign(shared))).toBe(
    'invalid',
  );
  for (const rubbish of ['', 'a.b', 'a.b.c', 'ey.ey.ey', `${payload}.${payload}.${payload}`])
    expect(await faultOf(rubbish)).toBe('invalid');
});

it('takes keys from nowhere but its configuration', async () => {
  const own = await signingKey('k1');
  const jwk = publicKeySet([own]).keys[0];
  expect(await faultOf(await signed({}, { jwk }, own))).toBe('invalid');
  expect(await faultOf(await signed({}, { jku: 'https://evil.example/jwks', kid: '../../etc' }, own))).toBe('invalid');
  expect(() => new TokenVerifier([{ ...trusted, algorithms: ['ES256', 'HS256'] }])).toThrow(/public key/);
});

it('trusts a verified token for seconds, not beyond its end', async () => {
  const [short, long] = [await signed({ exp: seconds(-58) }), await signed({ exp: seconds(4) })];
  const first = await verifier.verify(long);
  expect(await faultOf(short)).toBe('none');
  expect(await verifier.verify(long)).toBe(first);
  const start = Date.now();
  jest.useFakeTimers({ now: start + 3_000, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'setTimeout'] });
  expect(await verifier.verify(long)).toBe(first);
  expect(await faultOf(short)).toBe('expired');
  jest.setSystemTime(start + 5_100);
  expect(await verifier.verify(long)).not.toBe(first);
  jest.useRealTimers();
});

describe('another issuer', () => {
  let server: Server;
  let address: string;
  let answers: Record<string, unknown>;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const answer = answers[request.url!];
      response.writeHead(answer ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/staff`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is found by discovery, also when it was down at first, and may speak for one kind only', async () => {
    const elsewhere = new TokenVerifier([
      trusted,
      { issuer: address, audience, algorithms: ['ES256'], type: 'JWT', kind: 'staff' },
    ]);
    const token = await signed({ iss: address, kind: undefined, client_id: undefined, azp: 'desk' }, { typ: 'JWT' });
    answers = {};
    expect(await faultOf(token, elsewhere)).toBe('unavailable');
    answers = { '/realms/staff/.well-known/openid-configuration': { issuer: 'https://evil.example' } };
    expect(await faultOf(token, elsewhere)).toBe('unavailable');
    answers = {
      '/realms/staff/.well-known/openid-configuration': { issuer: address, jwks_uri: `${address}/certs` },
      '/realms/staff/certs': publicKeySet([key]),
    };
    expect(await elsewhere.verify(token)).toMatchObject({ issuer: address, kind: 'staff', clientId: 'desk' });
    expect(await elsewhere.verify(await signed())).toMatchObject({ issuer, kind: 'person' });
  });
});
