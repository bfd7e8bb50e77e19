import type { Somebody } from '../kit/actors';
import { type Desk, givenCase, givenDesk, type UpTo } from '../kit/given-case';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

/** The code of the newest invitation in somebody's inbox. */
async function codeFor({ agent }: Somebody, caseId: string): Promise<string> {
  const { body } = await agent.get('/v1/me/inbox?limit=100').expect(200);
  const about = body.items.filter((message: { about: { id: string } }) => message.about.id === caseId);
  return about.map(({ body }: { body: string }) => /邀请码 ([\w-]{22}) /.exec(body)?.[1]).find(Boolean);
}

async function invited(upTo: UpTo = 'completed'): Promise<{ id: string; code: string }> {
  const { id } = await givenCase(desk, upTo);
  await w.settle();
  return { id, code: await codeFor(desk.applicant, id) };
}

test('ratings/R2: whoever was served is invited once when the case is over, completed or turned away', async () => {
  for (const upTo of ['completed', 'refused'] as const) expect((await invited(upTo)).code).toMatch(/^[\w-]{22}$/);
  const { code, id } = await invited();
  const { body } = await w.as().post('/v1/rating-invitations/resolution', { invitation: code }).expect(200);
  expect(body).toMatchObject({ organizationName: desk.guide.organization.name, state: 'open', itemName: expect.any(String) });
  const [{ count }] = (await w.rows('select count(*)::int from ratings.invitation where case_id = $1', [id])) as [
    { count: number },
  ];
  expect(count).toBe(1);
});

test('ratings/R2: an invitation is good for one rating and one supplement, without signing in', async () => {
  const { code } = await invited();
  const { body } = await w
    .as()
    .post('/v1/ratings', { invitation: code, grade: 4, details: ['413'] })
    .expect(201);
  expect(body).toMatchObject({ way: 'invitation', grade: 4, state: 'given' });
  const again = await w.as().post('/v1/ratings', { invitation: code, grade: 1 }).expect(409);
  expect(again.body).toMatchObject({ code: 'ratings.invitation-used', rule: 'ratings/R2' });
  await w.as().post(`/v1/ratings/${body.id}/supplement`, { grade: 5 }).expect(404);
  const more = await w.as().post(`/v1/ratings/${body.id}/supplement`, { invitation: code, grade: 5 }).expect(200);
  expect(more.body).toMatchObject({ state: 'supplemented', grade: 4, laterGrade: 5 });
  await w.as().post(`/v1/ratings/${body.id}/supplement`, { invitation: code, grade: 1 }).expect(409);
});

test('ratings/R2: one rating per case, whichever way', async () => {
  const { id, code } = await invited();
  await desk.applicant.agent.post('/v1/ratings', { caseId: id, grade: 5 }).expect(201);
  const { body } = await w.as().post('/v1/ratings', { invitation: code, grade: 1 }).expect(409);
  expect(body.code).toBe('ratings.already-rated');
});

test('ratings/R2: an invitation that nobody was given leads nowhere, and one of another case supplements nothing', async () => {
  await w
    .as()
    .post('/v1/ratings', { invitation: 'A'.repeat(22), grade: 5 })
    .expect(404);
  await w
    .as()
    .post('/v1/rating-invitations/resolution', { invitation: 'A'.repeat(22) })
    .expect(404);
  const [one, other] = [await invited(), await invited()];
  const { body } = await w.as().post('/v1/ratings', { invitation: one.code, grade: 5 }).expect(201);
  const early = await w.as().post(`/v1/ratings/${body.id}/supplement`, { invitation: other.code, grade: 1 }).expect(409);
  expect(early.body).toMatchObject({ code: 'ratings.nothing-to-supplement', rule: 'ratings/R2' });
  await w.as().post('/v1/ratings', { invitation: other.code, grade: 5 }).expect(201);
  await w.as().post(`/v1/ratings/${body.id}/supplement`, { invitation: other.code, grade: 1 }).expect(404);
});

test('ratings/R2: the code of an invitation is kept nowhere in clear', async () => {
  const { code } = await invited();
  const kept = await w.rows(
    'select i::text from ratings.invitation i union all select m::text from notifications.message m union all select note::text from kernel.history',
  );
  expect(JSON.stringify(kept)).not.toContain(code);
});

test('ratings/R2: an invitation is valid for thirty days', async () => {
  const { code } = await invited();
  await w.turnClock({ days: 30 });
  const { body } = await w.as().post('/v1/ratings', { invitation: code, grade: 5 }).expect(409);
  expect(body).toMatchObject({ code: 'ratings.invitation-expired', rule: 'ratings/R2' });
  await w.as().post('/v1/rating-invitations/resolution', { invitation: code }).expect(409);
});
