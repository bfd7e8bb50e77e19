import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { createHash } from 'node:crypto';
import { shanghaiDay } from '../../src/kernel/clock/day';
import { Clock } from '../../src/kernel/clock/clock';
import type { GuideLine } from '../../src/modules/implementation/guide/guide.views';
import { guideContent } from '../kit/given-guide';
import { World } from '../kit/world';
import { audited, bring, type Desk, follow, givenDesk, type Listed, publish, published } from './feed.kit';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

const at = (id: string, act = '') => `/v1/implementations/${id}${act}`;
const inDays = async (days: number) =>
  shanghaiDay(new Date(Date.parse(await w.get(Clock).now()) + days * 86_400_000).toISOString());
const here = async () => (await follow(w)).next;
const told = async (after: string) => (await follow(w, { after })).items.map(({ kind, version }) => `${kind} ${version}`);
const inForce = async (code: string, asOf = '') =>
  (await w.as().get(`/v1/guides/${code}${asOf && `?asOf=${encodeURIComponent(asOf)}`}`)).body;

/** To the first instant of a day in the region, or past it. */
async function turnTo(day: string, hours = 0): Promise<void> {
  const left = Date.parse(`${day}T00:00:00+08:00`) - Date.parse(await w.get(Clock).now());
  await w.turnClock({ hours: Math.ceil(left / 1000 + 1) / 3600 + hours });
}

/** A revision of the list with another promise, audited, and published for a day. */
async function revised(list: Listed, days: number, effectiveFrom?: string) {
  const { body } = await desk.editor.agent.get(at(list.id)).expect(200);
  await bring(desk, list.id, body.version, days);
  return desk.administrator.agent.post(at(list.id, '/publication'), effectiveFrom ? { effectiveFrom } : {});
}

async function manifest(query = '') {
  const { text } = await w.as().get(`/v1/guides/manifest${query}`).expect(200);
  const keys = createLocalJWKSet((await w.as().get('/v1/guides/keys').expect(200)).body as JSONWebKeySet);
  const { payload } = await compactVerify(text, keys);
  return JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>;
}

async function listed(query = '') {
  const { body } = await w.as().get(`/v1/guides?limit=100${query}`).expect(200);
  const lines = (body.items as GuideLine[]).map(({ variantCode, digest }) => `${variantCode} ${digest}\n`);
  return { count: lines.length, digest: createHash('sha256').update(lines.sort().join('')).digest('hex') };
}

test('implementation/I9: a version for a later day takes effect by itself at midnight of the region; feed, manifest and listing agree', async () => {
  const list = await published(w, desk);
  const day = await inDays(3);
  const after = await here();
  await revised(list, 5, day).then(({ status }) => expect(status).toBe(200));
  const begins = `${day}T00:00:00+08:00`;
  expect(await inForce(list.code)).toMatchObject({ versionNumber: 1 });
  expect(await inForce(list.code, begins)).toMatchObject({ versionNumber: 2, guide: { promisedLimit: { days: 5 } } });
  expect(await told(after)).toEqual([]);
  expect(await manifest()).toMatchObject(await listed());
  await turnTo(day, -1);
  expect([(await inForce(list.code)).versionNumber, await told(after)]).toEqual([1, []]);
  const before = await manifest();
  await turnTo(day);
  expect([(await inForce(list.code)).versionNumber, await told(after)]).toEqual([2, ['published 2']]);
  const [change] = (await follow(w, { after })).items;
  expect(Date.parse(change!.effectiveFrom)).toBe(Date.parse(begins));
  const now = await manifest();
  expect(now).toMatchObject({ ...(await listed()), cursor: await here() });
  expect(now.digest).not.toBe(before.digest);
});

test('implementation/I9: no job is needed: who reads first after midnight finds the change in the feed, before anything later', async () => {
  const [list, day, after] = [await published(w, desk), await inDays(1), await here()];
  await revised(list, 6, day);
  // The clock alone, without any sweep.
  await w.rows(`update kernel.clock set turned = turned + interval '2 days'`);
  const other = await published(w, desk);
  const { items } = await follow(w, { after });
  expect(items.map(({ code, version }) => [code, version])).toEqual([
    [list.code, 2],
    [other.code, 1],
  ]);
  expect(await manifest()).toMatchObject(await listed());
});

test('implementation/I9: what is scheduled can be replaced and taken back before its day, and not after', async () => {
  const [list, after] = [await published(w, desk), await here()];
  const [near, far] = [await inDays(2), await inDays(5)];
  await revised(list, 7, far);
  await revised(list, 8, near);
  expect(await inForce(list.code, `${far}T00:00:00+08:00`)).toMatchObject({ versionNumber: 3 });
  const taken = await desk.administrator.agent.post(at(list.id, '/schedule-withdrawal'), { reason: '日期有误' }).expect(200);
  expect(taken.body).toMatchObject({ state: 'draft', latestNumber: 3 });
  expect(await inForce(list.code, `${far}T00:00:00+08:00`)).toMatchObject({ versionNumber: 1 });
  const again = await desk.administrator.agent.post(at(list.id, '/schedule-withdrawal'), { reason: '日期有误' }).expect(409);
  expect(again.body).toMatchObject({ code: 'implementation.nothing-scheduled', rule: 'implementation/I9' });
  // A shorter limit applies at once, and what waited for its day gives way.
  await revised(list, 9, near);
  await revised(list, 4);
  expect(await told(after)).toEqual(['published 5']);
  await turnTo(far);
  expect([(await inForce(list.code)).versionNumber, await told(after)]).toEqual([5, ['published 5']]);
});

test('implementation/I9: a day that is over is refused; a first version may wait for its day; a withdrawn list takes nothing into effect', async () => {
  const list = await audited(w, desk);
  const [past, day, after] = [await inDays(-1), await inDays(2), await here()];
  const publication = (effectiveFrom: string) => desk.administrator.agent.post(at(list.id, '/publication'), { effectiveFrom });
  const { body } = await publication(past).expect(422);
  expect(body).toMatchObject({ code: 'implementation.effective-too-early', rule: 'implementation/I9' });
  expect(body.errors[0].pointer).toBe('/effectiveFrom');
  await publication('2027-02-30').expect(422);
  await publication(day).expect(200);
  await w.as().get(`/v1/guides/${list.code}`).expect(404);
  const idle = await desk.administrator.agent.post(at(list.id, '/suspension'), { reason: '系统升级' }).expect(409);
  expect(idle.body).toMatchObject({ code: 'implementation.nothing-in-force', rule: 'implementation/I9' });
  await desk.administrator.agent.post(at(list.id, '/withdrawal'), { reason: '不再办理' }).expect(200);
  await turnTo(day);
  await w.as().get(`/v1/guides/${list.code}`).expect(404);
  expect(await told(after)).toEqual([]);
});

test('implementation/I9: a suspended guide is read and told as suspended until it is resumed', async () => {
  const [list, after] = [await published(w, desk), await here()];
  const act = (name: string) => desk.administrator.agent.post(at(list.id, name), { reason: '系统升级' });
  expect((await act('/resumption').expect(409)).body).toMatchObject({ code: 'implementation.not-suspended' });
  const suspended = await act('/suspension').expect(200);
  expect(suspended.body.suspended).toEqual({ reason: '系统升级', since: expect.any(String) });
  expect([suspended.body.acts.includes('suspend'), suspended.body.acts.includes('resume')]).toEqual([false, true]);
  expect((await act('/suspension').expect(409)).body).toMatchObject({ code: 'implementation.suspended-already' });
  expect(await inForce(list.code)).toMatchObject({ versionNumber: 1 });
  const line = async () => ((await w.as().get(`/v1/guides?basicCode=${list.basicCode}`)).body.items as GuideLine[])[0];
  expect((await line())?.suspended).toMatchObject({ reason: '系统升级' });
  const digest = createHash('sha256').update(`${list.code}\n`).digest('hex');
  expect(await manifest()).toMatchObject({ suspended: 1, suspendedDigest: digest });
  await act('/resumption').expect(200);
  expect((await line())?.suspended).toBeUndefined();
  expect(await manifest()).toMatchObject({ suspended: 0, suspendedDigest: createHash('sha256').digest('hex') });
  await act('/suspension').expect(200);
  await act('/withdrawal').expect(200);
  expect(await told(after)).toEqual(['published 1', 'suspended 1', 'resumed 1', 'suspended 1', 'withdrawn 1'].slice(1));
  expect(await manifest()).toMatchObject({ suspended: 0 });
});

test('implementation/I10: the manifest of an instant that is over says what was in force then; of one to come there is none', async () => {
  const then = await w.get(Clock).now();
  const before = await manifest();
  await w.turnClock({ hours: 1 });
  await publish(desk, await audited(w, desk));
  const query = `?asOf=${encodeURIComponent(then)}`;
  const past = await manifest(query);
  expect([past.digest, past.count, past.cursor]).toEqual([before.digest, before.count, undefined]);
  expect(past).toMatchObject(await listed(`&asOf=${encodeURIComponent(then)}`));
  const { body } = await w.as().get('/v1/guides/manifest?asOf=2199-01-01T00:00:00Z').expect(400);
  expect(body.code).toBe('kernel.bad-query');
});

test('implementation/I9: what has been in force is rewritten by nobody', async () => {
  const list = await published(w, desk);
  await revised(list, 5);
  const rewriting = w.rows(`update implementation.guide_version set effective_to = null where variant_code = $1 and number = 1`, [
    list.code,
  ]);
  await expect(rewriting).rejects.toThrow('immutable');
});

test('implementation/I9: versions are listed and read by number, and compared element by element', async () => {
  const list = await published(w, desk);
  await revised(list, 5);
  await revised(list, 3, await inDays(9));
  const of = (rest = '') => w.as().get(`/v1/guides/${list.code}/versions${rest}`);
  const { body } = await of().expect(200);
  const lines = (body.items as { versionNumber: number; standing: string }[]).map((line) => [line.versionNumber, line.standing]);
  expect(lines).toEqual([
    [3, 'scheduled'],
    [2, 'in-force'],
    [1, 'ended'],
  ]);
  expect((await of('/1').expect(200)).body).toMatchObject({ versionNumber: 1, guide: { promisedLimit: { days: 10 } } });
  expect((await of('/3/diff?with=1').expect(200)).body).toEqual({
    ...{ version: 3, with: 1 },
    differences: [{ pointer: '/promisedLimit/days', before: 10, after: 3 }],
  });
  await of('/4').expect(404);
  await of('/3/diff?with=9').expect(404);
  await w
    .as()
    .get(`/v1/guides/${list.code.slice(0, -2)}99/versions`)
    .expect(404);
  // A revision is compared with what is in force.
  await desk.administrator.agent.post(at(list.id, '/schedule-withdrawal'), { reason: '改期' }).expect(200);
  const changes = await desk.editor.agent.get(at(list.id, '/changes')).expect(200);
  expect(changes.body).toEqual({ with: 2, differences: [{ pointer: '/promisedLimit/days', before: 5, after: 3 }] });
});

test('implementation/I8: of two editors who read the same draft one is told that it has changed', async () => {
  const list = await audited(w, desk);
  await publish(desk, list);
  const { body } = await desk.editor.agent.get(at(list.id)).expect(200);
  const edit = (days: number) =>
    desk.editor.agent
      .with({ 'if-match': `"${body.version}"` })
      .put(at(list.id), guideContent({ promisedLimit: { days, unit: 'working-day' } }));
  const answers = await Promise.all([edit(4), edit(6)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  const won = answers.findIndex(({ status }) => status === 200);
  const kept = await desk.editor.agent.get(at(list.id)).expect(200);
  expect(kept.body.content.promisedLimit.days).toBe([4, 6][won]);
});
