import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Clock } from '../../src/kernel/clock/clock';
import { contentDigest } from '../../src/kernel/http/etag';
import { createPlatform, stopPlatform } from '../../src/platform';
import { partner, person, staff } from '../kit/actors';
import { Agent } from '../kit/agent';
import { givenLicence } from '../kit/given-licence';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';
import { annulment } from './annulment.kit';

let w: World;
const folder = mkdtempSync(join(tmpdir(), 'licences-'));
beforeAll(async () => (w = await World.open()));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await w.close();
});

const credentialOf = async (agent: Agent, id: string): Promise<string> =>
  (await agent.get(`/v1/licences/${id}/credential`).expect(200)).body.credential;

const payloadOf = (credential: string) => JSON.parse(Buffer.from(credential.split('.')[1]!, 'base64url').toString());

/** The verifier script knows the credential and two public addresses. */
async function judge(credential: string, name = 'credential'): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, credential);
  const { iss, status } = payloadOf(credential);
  const { jwks_uri: jwks } = (await (await fetch(`${iss}/.well-known/jwt-vc-issuer`)).json()) as { jwks_uri: string };
  const at = await w.get(Clock).now();
  const given = ['--credential', file, '--jwks', jwks, '--status-list', status.status_list.uri, '--at', at];
  return new Promise((done) =>
    execFile(process.execPath, [resolve('examples/verify-licence.mjs'), ...given], (_, out, err) => done(out.trim() + err)),
  );
}

test('licences/L4: the holder fetches a credential that an independent verifier finds valid, and annulled after the annulment', async () => {
  const { licence, holder, unit } = await givenLicence(w);
  const credential = await credentialOf(holder.agent, licence.id);
  expect(payloadOf(credential)).toMatchObject({ iss: w.config.publicUrl, typeCode: licence.typeCode });
  expect(await judge(credential)).toBe('valid');

  const head = await staff(w, { role: 'department-head', unit });
  await head.agent.post(`/v1/licences/${licence.id}/annulment`, await annulment(w)).expect(200);
  expect(await judge(credential)).toBe('annulled');
});

test('licences/L5: one changed byte is forged', async () => {
  const { licence, holder } = await givenLicence(w);
  const credential = await credentialOf(holder.agent, licence.id);
  const at = credential.lastIndexOf('.') + 20;
  const changed = credential.slice(0, at) + (credential[at] === 'A' ? 'B' : 'A') + credential.slice(at + 1);
  expect(await judge(changed)).toBe('forged');
  const { body } = await w.as().post('/v1/licence-verifications', { credential: changed }).expect(200);
  expect(body.outcome).toBe('forged');
});

test('licences/L4: the same bytes each time, their digest and key on record, nothing of the holder outside the disclosures', async () => {
  const { licence, holder } = await givenLicence(w);
  const { body } = await holder.agent.get(`/v1/licences/${licence.id}/credential`).expect(200);
  expect((await holder.agent.get(`/v1/licences/${licence.id}/credential`)).body).toEqual(body);
  const [row] = await w.rows('select digest, key_id, algorithm from licences.credential where licence_id = $1', [licence.id]);
  const header = JSON.parse(Buffer.from(body.credential.split('.')[0], 'base64url').toString());
  expect(row).toEqual({ digest: contentDigest(body.credential), key_id: header.kid, algorithm: 'ES256' });
  for (const told of ['id', 'identifier', 'holderName', 'scope']) expect(payloadOf(body.credential)).not.toHaveProperty(told);
});

test('licences/L4: the issuing organization reads a credential with a purpose, and the holder sees that it did', async () => {
  const { licence, holder, unit } = await givenLicence(w);
  const clerk = await staff(w, { role: 'clerk', unit });
  const path = `/v1/licences/${licence.id}/credential`;
  await clerk.agent
    .with({ purpose: '' })
    .get(path)
    .expect(400)
    .expect(({ body }) => expect(body.rule).toBe('identity/P10'));
  await clerk.agent.with({ purpose: 'counter-service' }).get(path).expect(200);
  await (await partner(w, unit)).agent.get(path).expect(200);
  const { body } = await holder.agent.get('/v1/me/access-log').expect(200);
  expect(body.items.map(({ readerKind, operation }: Record<string, string>) => [readerKind, operation])).toEqual([
    ['partner', 'credential'],
    ['staff', 'credential'],
  ]);
});

test('licences/L4: others get no credential: supervisors 403, who may not see the licence 404', async () => {
  const { licence } = await givenLicence(w);
  const path = `/v1/licences/${licence.id}/credential`;
  await (await staff(w, { role: 'supervisor', area: '650100000000' })).agent.get(path).expect(403);
  await (await person(w)).agent.get(path).expect(404);
  const { id: unit } = await givenOrganization(w);
  await (await staff(w, { role: 'clerk', unit })).agent.get(path).expect(404);
  await w.as().get(path).expect(401);
});

test('licences/L4: the keys are public, cacheable and hold no private part', async () => {
  const { body, headers } = await w.as().get('/v1/licences/keys').expect(200);
  expect(headers['cache-control']).toContain('public');
  expect(body.keys).toEqual([expect.objectContaining({ kty: 'EC', crv: 'P-256', alg: 'ES256' })]);
  expect(body.keys[0]).not.toHaveProperty('d');
  await w.as().with({ 'if-none-match': headers.etag! }).get('/v1/licences/keys').expect(304);
});

test('licences/L4: a status list is a signed token that may be kept, and is another one once something changed', async () => {
  const { licence, unit } = await givenLicence(w);
  const first = await w.as().get('/v1/licence-status-lists/1').expect(200);
  expect(first.headers['content-type']).toContain('application/statuslist+jwt');
  expect(first.headers['cache-control']).toBe('public, max-age=300');
  await w.as().with({ 'if-none-match': first.headers.etag! }).get('/v1/licence-status-lists/1').expect(304);
  const head = await staff(w, { role: 'department-head', unit });
  await head.agent.post(`/v1/licences/${licence.id}/annulment`, await annulment(w)).expect(200);
  await w.as().with({ 'if-none-match': first.headers.etag! }).get('/v1/licence-status-lists/1').expect(200);
  await w.as().get('/v1/licence-status-lists/9').expect(404);
  await w.as().get('/v1/licence-status-lists/first').expect(404);
});

test('licences/L4: a second process serves the same keys and the same list at once', async () => {
  const { licence, unit } = await givenLicence(w);
  const other = await createPlatform(w.config, false);
  try {
    const agent = new Agent(other.getHttpServer());
    const head = await staff(w, { role: 'department-head', unit });
    await agent.get('/v1/licence-status-lists/1').expect(200);
    await head.agent.post(`/v1/licences/${licence.id}/annulment`, await annulment(w)).expect(200);
    const [here, there] = [await w.as().get('/v1/licence-status-lists/1'), await agent.get('/v1/licence-status-lists/1')];
    expect(there.headers.etag).toBe(here.headers.etag);
    expect((await agent.get('/v1/licences/keys')).body).toEqual((await w.as().get('/v1/licences/keys')).body);
  } finally {
    await stopPlatform(other, w.config);
  }
});

test('licences/L4: no two licences share a place in a list, whatever happens at once; places are no sequence', async () => {
  await Promise.all(Array.from({ length: 12 }, () => givenLicence(w)));
  const rows = await w.rows<{ place: number }>('select status_place as place from licences.credential order by signed_at, id');
  expect(new Set(rows.map(({ place }) => place)).size).toBe(rows.length);
  expect(rows.map(({ place }) => place)).not.toEqual(rows.map(({ place }) => place).sort((a, b) => a - b));
  await expect(
    w.rows(
      'update licences.credential set (status_list, status_place) = (select status_list, status_place from licences.credential limit 1)',
    ),
  ).rejects.toMatchObject({ code: '23505' });
});

test('licences/L4: a list that is full enough is followed by the next', async () => {
  const full = await World.open();
  try {
    await full.rows('insert into licences.status_place (list, place) select 1, place from generate_series(0, 131071) place');
    const { licence, holder } = await givenLicence(full);
    const { status } = payloadOf(await credentialOf(holder.agent, licence.id));
    expect(status.status_list.uri).toBe(`${full.config.publicUrl}/v1/licence-status-lists/2`);
    await full.as().get('/v1/licence-status-lists/2').expect(200);
  } finally {
    await full.close();
  }
});
