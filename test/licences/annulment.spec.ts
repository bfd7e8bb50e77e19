import { LicencesFacade } from '../../src/modules/licences/licences.facade';
import { staff } from '../kit/actors';
import { givenLicence } from '../kit/given-licence';
import { World } from '../kit/world';
import { annulment } from './annulment.kit';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

async function given() {
  const made = await givenLicence(w);
  const head = await staff(w, { role: 'department-head', unit: made.unit });
  return { ...made, head, path: `/v1/licences/${made.licence.id}` };
}

test('licences/L2: the head of the issuing organ annuls with basis, effect day and remedy, and the holder is told all three', async () => {
  const { licence, holder, head, path } = await given();
  expect((await head.agent.get(path).expect(200)).body.acts).toEqual(['annul']);
  const { body } = await head.agent.post(`${path}/annulment`, await annulment(w)).expect(200);
  expect(body).toMatchObject({ id: licence.id, state: 'annulled', standing: 'annulled', version: 2, acts: [] });
  await w.settle();
  expect(await w.get(LicencesFacade).heldBy(holder.id, licence.typeCode)).toBeUndefined();

  const inbox = await holder.agent.get('/v1/me/inbox').expect(200);
  const [message] = inbox.body.items.filter(({ title }: { title: string }) => /撤销|annulled/.test(title));
  expect(message.body).toContain('第六十九条第一款第（四）项');
  expect(message.body).toContain('行政复议');

  const history = await holder.agent.get(`${path}/history`).expect(200);
  expect(history.body.items).toEqual([
    expect.objectContaining({ seq: 1, act: 'issue', toState: 'valid', effectOn: licence.validFrom }),
    expect.objectContaining({
      ...{ seq: 2, act: 'annul', fromState: 'valid', toState: 'annulled', ground: 'not-qualified' },
      ...{ basis: '《行政许可法》第六十九条第一款第（四）项', reason: '经查，申请时提交的场所证明不实。' },
      remedy: expect.objectContaining({ review: expect.stringContaining('60日') }),
    }),
  ]);
});

test('licences/L2: after an annulment the holder can be given another licence of the type', async () => {
  const { licence, holder, head, path } = await given();
  await head.agent.post(`${path}/annulment`, await annulment(w)).expect(200);
  await givenLicence(w, { holder, typeCode: licence.typeCode });
});

test('licences/L2: an annulment takes effect between the day of issue and today', async () => {
  const { head, path } = await given();
  for (const effectOn of ['2020-01-01', '2099-01-01']) {
    const { body } = await head.agent.post(`${path}/annulment`, await annulment(w, { effectOn })).expect(422);
    expect(body).toMatchObject({ code: 'licences.effect-day-unsound', rule: 'licences/L2' });
  }
});

test('licences/L2: an annulment that names no day takes effect today', async () => {
  const { licence, head, path } = await given();
  await head.agent.post(`${path}/annulment`, await annulment(w, { effectOn: undefined })).expect(200);
  const { body } = await head.agent.get(`${path}/history`).expect(200);
  expect(body.items[1]).toMatchObject({ act: 'annul', effectOn: licence.validFrom });
});

test('licences/L2: another lawful ground names its provision', async () => {
  const { head, path } = await given();
  const ground = 'other-lawful-ground';
  const { body } = await head.agent.post(`${path}/annulment`, await annulment(w, { ground })).expect(422);
  expect(body).toMatchObject({ code: 'licences.basis-missing', rule: 'licences/L2' });
  await head.agent.post(`${path}/annulment`, await annulment(w, { ground, basis: '《食品安全法》第一百二十六条' })).expect(200);
});

test('licences/L2: what is annulled is not annulled again, and of two at once one wins', async () => {
  const { head, path } = await given();
  const input = await annulment(w);
  const answers = await Promise.all([1, 2].map(() => head.agent.post(`${path}/annulment`, input)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const { body } = await head.agent.post(`${path}/annulment`, input).expect(409);
  expect(body).toMatchObject({ code: 'kernel.not-possible-now', state: 'annulled', acts: [] });
});

test('licences/L2: clerks, holders and heads of other organs do not annul', async () => {
  const { unit, holder, path } = await given();
  const input = await annulment(w);
  await (await staff(w, { role: 'clerk', unit })).agent.post(`${path}/annulment`, input).expect(403);
  await holder.agent.post(`${path}/annulment`, input).expect(403);
  await (await given()).head.agent.post(`${path}/annulment`, input).expect(404);
});

test('the reason of an annulment is sealed, and the act cannot be rewritten in the database', async () => {
  const { head, path } = await given();
  await head.agent.post(`${path}/annulment`, await annulment(w, { reason: '不可见的理由' })).expect(200);
  const rows = await w.rows<{ text: string }>(
    'select a::text as text from licences.legal_act a union all select h::text from kernel.history h',
  );
  expect(rows.map(({ text }) => text).join()).not.toContain('不可见的理由');
  await expect(w.rows(`update licences.legal_act set ground = 'other'`)).rejects.toThrow('append-only');
});
