import { Clock } from '../../src/kernel/clock/clock';
import { shanghaiDay } from '../../src/kernel/clock/day';
import { LicencesFacade } from '../../src/modules/licences/licences.facade';
import { presentCredential } from '../../src/modules/licences/credential/credential';
import { person, staff } from '../kit/actors';
import { givenLicence } from '../kit/given-licence';
import { World } from '../kit/world';
import { annulment } from './annulment.kit';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const verify = async (body: object) => (await w.as().post('/v1/licence-verifications', body).expect(200)).body;
const credentialOf = async ({ licence, holder }: Awaited<ReturnType<typeof givenLicence>>): Promise<string> =>
  (await holder.agent.get(`/v1/licences/${licence.id}/credential`).expect(200)).body.credential;
const codeOf = async ({ licence, holder }: Awaited<ReturnType<typeof givenLicence>>): Promise<string> =>
  (await holder.agent.post(`/v1/licences/${licence.id}/verification-codes`).expect(201)).body.code;

test('licences/L5: anybody verifies by credential or code, and learns one word and the time, whatever was sent', async () => {
  const given = await givenLicence(w);
  const credential = await credentialOf(given);
  const sent = [
    [{ credential }, 'valid'],
    [{ credential: await presentCredential(credential, ['fields.scope']) }, 'valid'],
    [{ code: await codeOf(given) }, 'valid'],
    [{ code: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'unknown'],
    [{ credential: 'nonsense' }, 'forged'],
  ] as const;
  for (const [body, outcome] of sent) {
    const answer = await verify(body);
    expect(answer).toEqual({ outcome, checkedAt: expect.any(String) });
  }
});

test('licences/L5: both ways tell of an annulment at once', async () => {
  const given = await givenLicence(w);
  const [credential, code] = [await credentialOf(given), await codeOf(given)];
  const head = await staff(w, { role: 'department-head', unit: given.unit });
  await head.agent.post(`/v1/licences/${given.licence.id}/annulment`, await annulment(w)).expect(200);
  expect((await verify({ credential })).outcome).toBe('annulled');
  expect((await verify({ code })).outcome).toBe('annulled');
  await given.holder.agent.post(`/v1/licences/${given.licence.id}/verification-codes`).expect(409);
});

test('licences/L5: a credential of another platform is unknown here', async () => {
  const other = await World.open();
  try {
    const credential = await credentialOf(await givenLicence(other));
    expect((await verify({ credential })).outcome).toBe('unknown');
  } finally {
    await other.close();
  }
});

test('licences/L5: either a credential or a code', async () => {
  for (const body of [{}, { credential: 'a', code: 'AAAAAAAAAAAAAAAAAAAAAA' }]) {
    const answer = await w.as().post('/v1/licence-verifications', body).expect(422);
    expect(answer.body).toMatchObject({ code: 'licences.one-thing-to-verify', rule: 'licences/L5' });
  }
});

test('licences/L5: only the holder makes a code; it has 128 bits and is kept nowhere in clear', async () => {
  const given = await givenLicence(w);
  const path = `/v1/licences/${given.licence.id}/verification-codes`;
  await (await person(w)).agent.post(path).expect(404);
  await (await staff(w, { role: 'clerk', unit: given.unit })).agent.post(path).expect(403);
  const code = await codeOf(given);
  expect(Buffer.from(code, 'base64url')).toHaveLength(16);
  const rows = await w.rows<{ text: string }>(
    `select c::text as text from licences.verification_code c union all select k::text from kernel.idempotency_key k`,
  );
  expect(rows.map(({ text }) => text).join()).not.toContain(code);
});

test('licences/L5: a licence that begins later is not valid yet', async () => {
  const given = await givenLicence(w, { validFrom: '2090-01-01' });
  expect((await verify({ credential: await credentialOf(given) })).outcome).toBe('unknown');
  expect((await verify({ code: await codeOf(given) })).outcome).toBe('unknown');
});

test('licences/L5: a code works for a minute; licences/L2: after its last day a licence is expired though nobody touched it', async () => {
  const today = shanghaiDay(await w.get(Clock).now());
  const given = await givenLicence(w, { validUntil: today });
  const [credential, code] = [await credentialOf(given), await codeOf(given)];
  expect((await verify({ credential })).outcome).toBe('valid');
  await w.get(Clock).turn('59 seconds');
  expect((await verify({ code })).outcome).not.toBe('unknown');
  await w.get(Clock).turn('2 seconds');
  expect((await verify({ code })).outcome).toBe('unknown');

  await w.turnClock({ days: 1 });
  expect((await verify({ credential })).outcome).toBe('expired');
  expect((await verify({ code: await codeOf(given) })).outcome).toBe('expired');
  const { body } = await given.holder.agent.get(`/v1/licences/${given.licence.id}`).expect(200);
  expect(body).toMatchObject({ state: 'valid', standing: 'expired' });
  const facade = w.get(LicencesFacade);
  expect(await facade.heldBy(given.holder.id, given.licence.typeCode)).toBeUndefined();
  await givenLicence(w, { holder: given.holder, typeCode: given.licence.typeCode });
  expect(await w.rows('select 1 from licences.verification_code where expires_at < kernel.now()')).toEqual([]);
});
