import { platform } from '../../src/kernel/authz/actor';
import { Clock } from '../../src/kernel/clock/clock';
import { shanghaiDay } from '../../src/kernel/clock/day';
import { Tx } from '../../src/kernel/persistence/tx';
import { checkLicenceIdentifier } from '../../src/modules/licences/identifier.rules';
import { LicencesFacade } from '../../src/modules/licences/licences.facade';
import { TimeLimitsFacade } from '../../src/modules/time-limits/time-limits.facade';
import { newIdNumber, person, type Somebody } from '../kit/actors';
import { givenLicence } from '../kit/given-licence';
import { givenLicenceType, licenceTypeContent } from '../kit/given-licence-type';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const facade = () => w.get(LicencesFacade);
const refused = (code: string, rule: string, status: number) =>
  expect.objectContaining({ type: expect.objectContaining({ code, rule: `licences/${rule}`, status }) });

test('licences/L1: an instance has the identifier of GB/T 36904 with its check character; serials rise per type', async () => {
  const { typeCode } = await givenLicenceType(w);
  const { id: unit, uscc } = await givenOrganization(w);
  const first = await givenLicence(w, { typeCode, issuerOrganizationId: unit });
  const second = await givenLicence(w, { typeCode, issuerOrganizationId: unit });
  const read = checkLicenceIdentifier(first.licence.identifier);
  expect(read).toMatchObject({ ok: true, value: { type: typeCode, issuer: uscc, version: 1 } });
  expect(first.licence.number).toMatch(/^650102-\d{4}0000001$/);
  expect(second.licence.number).toMatch(/^650102-\d{4}0000002$/);
  await w.settle();
});

test('licences/L1: fields are those that the type names, judged by its version in force', async () => {
  const { typeCode } = await givenLicenceType(w, { metadata: { ...licenceTypeContent.metadata, required: ['scope'] } });
  const wrong = givenLicence(w, { typeCode, fields: { premises: 7, colour: 'red' } });
  await expect(wrong).rejects.toEqual(refused('licences.fields-invalid', 'L1', 422));
  await expect(wrong).rejects.toMatchObject({
    facts: {
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/fields/scope', code: 'required' }),
        expect.objectContaining({ pointer: '/fields/premises', code: 'type' }),
        expect.objectContaining({ pointer: '/fields/colour', code: 'unknown' }),
      ]),
    },
  });
});

test('licences/L1: a name that a credential cannot carry is refused wherever it stands', async () => {
  const metadata = { type: 'object', properties: { premises: { type: 'object' } } };
  const { typeCode } = await givenLicenceType(w, { metadata });
  const wrong = givenLicence(w, { typeCode, fields: { premises: { inner: [{ _sd: [] }] } } });
  await expect(wrong).rejects.toEqual(refused('licences.fields-invalid', 'L1', 422));
});

test('licences/L1: nothing is issued of a type that is not published, or by an organization that is not there', async () => {
  const draft = '1165010299X900031L001';
  expect(await facade().typeExists(draft)).toBe(false);
  await expect(givenLicence(w, { typeCode: draft })).rejects.toEqual(refused('licences.no-such-type', 'L1', 422));
  const nobody = '0197a1c0-0000-7000-8000-000000000001';
  await expect(givenLicence(w, { issuerOrganizationId: nobody })).rejects.toEqual(refused('licences.no-such-issuer', 'L1', 422));
});

test('licences/L2: a licence does not end before it begins, nor in the past', async () => {
  for (const days of [
    { validFrom: '2099-01-02', validUntil: '2099-01-01' },
    { validFrom: '2020-01-01', validUntil: '2020-12-31' },
  ])
    await expect(givenLicence(w, days)).rejects.toEqual(refused('licences.validity-unsound', 'L2', 422));
});

test('licences/L2: one valid licence per type and holder, unless the type says otherwise', async () => {
  const { typeCode } = await givenLicenceType(w);
  const { holder } = await givenLicence(w, { typeCode });
  await expect(givenLicence(w, { typeCode, holder })).rejects.toEqual(refused('licences.already-held', 'L2', 409));
  await givenLicence(w, { typeCode });
  const { typeCode: many } = await givenLicenceType(w, { oneValidPerHolder: false });
  await givenLicence(w, { typeCode: many, holder });
  await givenLicence(w, { typeCode: many, holder });
});

test('licences/L2: of two that are issued at once for the same holder and type one wins', async () => {
  const { typeCode } = await givenLicenceType(w);
  const [holder, { id: issuerOrganizationId }] = [await person(w), await givenOrganization(w)];
  const both = await Promise.allSettled([1, 2].map(() => givenLicence(w, { typeCode, holder, issuerOrganizationId })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(lost.reason).toEqual(refused('licences.already-held', 'L2', 409));
});

test('licences/L2: the next licence may follow on the one that ends', async () => {
  const { typeCode } = await givenLicenceType(w);
  const { holder } = await givenLicence(w, { typeCode, validFrom: '2026-01-01', validUntil: '2090-12-31' });
  await expect(givenLicence(w, { typeCode, holder, validFrom: '2090-12-31' })).rejects.toEqual(
    refused('licences.already-held', 'L2', 409),
  );
  await givenLicence(w, { typeCode, holder, validFrom: '2091-01-01' });
});

test('licences/L2: issuing belongs to the act of the caller: undone with it', async () => {
  const { typeCode } = await givenLicenceType(w);
  const holder = await person(w);
  const act = w.get(Tx).run(async () => {
    await givenLicence(w, { typeCode, holder });
    throw new Error('the decision failed');
  });
  await expect(act).rejects.toThrow('the decision failed');
  expect(await facade().heldBy(holder.id, typeCode)).toBeUndefined();
});

test('licences/L2: the facade knows what a holder may use today', async () => {
  const { licence, holder } = await givenLicence(w);
  expect(await facade().heldBy(holder.id, licence.typeCode)).toEqual(licence);
  expect(await facade().typeExists(licence.typeCode)).toBe(true);
  const later = await givenLicence(w, { validFrom: '2090-01-01' });
  expect(await facade().heldBy(later.holder.id, later.licence.typeCode)).toBeUndefined();
});

test('licences/L1: publishing the same content again makes no new version', async () => {
  const { typeCode } = await givenLicenceType(w);
  const again = await facade().publishType(platform('test'), { typeCode, ...licenceTypeContent });
  expect(again).toMatchObject({ number: 1 });
  expect(await facade().publishType(platform('test'), { typeCode, ...licenceTypeContent, name: '新名' })).toMatchObject({
    number: 2,
  });
});

test('a database dump shows neither holder nor fields, and no fact or history line does', async () => {
  const idNumber = newIdNumber();
  const holder = await person(w, { name: '不可见的人', idNumber });
  await givenLicence(w, { holder, fields: { premises: '不可见的地址' } });
  const texts = await w.rows<{ text: string }>(
    `select l::text as text from licences.licence l union all select c::text from licences.credential c
     union all select f::text from kernel.fact f union all select h::text from kernel.history h`,
  );
  const dump = texts.map(({ text }) => text).join('\n');
  for (const secret of [idNumber, '不可见的人', '不可见的地址']) expect(dump).not.toContain(secret);
});

test('time-limits/T14: the holder is reminded once, while there is time to ask for a renewal; an annulled licence reminds nobody', async () => {
  const now = await w.get(Clock).now();
  const validUntil = new Date(Date.parse(now) + 100 * 86_400_000).toISOString().slice(0, 10);
  const { licence, holder } = await givenLicence(w, { validUntil });
  const annulled = await givenLicence(w, { validUntil });
  // Over too soon for a renewal to be asked for thirty days before.
  const short = await givenLicence(w, { validUntil: new Date(Date.parse(now) + 20 * 86_400_000).toISOString().slice(0, 10) });
  await w.settle();
  const limitOf = async ({ id }: { id: string }) => (await w.get(TimeLimitsFacade).of([{ kind: 'licences.licence', id }]))[0];
  const day = (before: number) => new Date(Date.parse(validUntil) - before * 86_400_000).toISOString().slice(0, 10);
  expect(await limitOf(licence)).toMatchObject({
    kind: 'licences.renewal',
    dueOn: day(30),
    warnOn: day(60),
    unit: 'calendar-day',
  });
  expect(await limitOf(short.licence)).toBeUndefined();
  await facade().annul(platform('test'), annulled.licence.id, {
    ...{ ground: 'not-qualified', reason: '不具备条件', effectOn: shanghaiDay(now) },
    remedy: { review: '六十日内申请行政复议', lawsuit: '六个月内提起行政诉讼' },
  });
  await w.settle();
  expect(await limitOf(annulled.licence)).toMatchObject({ state: 'cancelled' });

  await w.turnClock({ days: 41 });
  await w.turnClock({ days: 10 });
  const reminded = async ({ agent }: Somebody) => {
    const { body } = await agent.get('/v1/me/inbox').expect(200);
    return (body as { items: { title: string }[] }).items.filter(({ title }) => title === '证照即将到期').length;
  };
  expect([await reminded(holder), await reminded(annulled.holder), await reminded(short.holder)]).toEqual([1, 0, 0]);
});
