import { person, staff } from '../kit/actors';
import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

const good = { grade: 5, details: ['510', '517'], text: '办得很快' };
const rate = (caseId: string, more: object = {}) => desk.applicant.agent.post('/v1/ratings', { caseId, ...good, ...more });

test('ratings/R2: the applicant rates a case that is over, once', async () => {
  const { id } = await givenCase(desk, 'completed');
  const { body } = await rate(id).expect(201);
  expect(body).toMatchObject({ caseId: id, ...good, state: 'given', way: 'signed-in', acts: ['supplement'] });
  const again = await rate(id).expect(409);
  expect(again.body).toMatchObject({ code: 'ratings.already-rated', rule: 'ratings/R2' });
  const own = await desk.applicant.agent.get(`/v1/ratings/${body.id}`).expect(200);
  expect(own.body).toEqual(body);
});

test('ratings/R2: of several ratings at the same moment one is taken', async () => {
  const { id } = await givenCase(desk, 'completed');
  const answers = await Promise.all([1, 2, 3].map(() => rate(id)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('ratings/R2: a case that is not over is not rated; one that was turned away is', async () => {
  const { body } = await rate((await givenCase(desk, 'submitted')).id).expect(409);
  expect(body).toMatchObject({ code: 'ratings.not-over-yet', rule: 'ratings/R2' });
  await rate((await givenCase(desk, 'not-needed')).id, { grade: 1, details: ['113'] }).expect(201);
});

test('ratings/R2: nobody rates the case of somebody else, and nobody at all without saying which service', async () => {
  const { id } = await givenCase(desk, 'completed');
  const other = await person(w);
  await other.agent.post('/v1/ratings', { caseId: id, grade: 5 }).expect(404);
  await w.as().post('/v1/ratings', { caseId: id, grade: 5 }).expect(401);
  const { body } = await other.agent.post('/v1/ratings', { grade: 5 }).expect(422);
  expect(body).toMatchObject({ code: 'ratings.case-or-invitation', rule: 'ratings/R2' });
});

test('ratings/R2: an agent does not rate what the person served rates, nor reads it', async () => {
  const { applicant } = desk;
  const agent = await person(w);
  const authority = { partyId: applicant.id, agentId: agent.id, validFrom: '2026-01-01' };
  await applicant.agent.post('/v1/me/authorities', authority).expect(201);
  const { id: caseId } = await givenCase(desk, 'completed');
  await agent.agent.get(`/v1/cases/${caseId}`).expect(200);
  await agent.agent.post('/v1/ratings', { caseId, grade: 1 }).expect(404);
  const { body } = await rate(caseId).expect(201);
  await agent.agent.get(`/v1/ratings/${body.id}`).expect(404);
});

test('ratings/R1: a detail of another grade is refused, an unknown one and a sixth grade too', async () => {
  const { id } = await givenCase(desk, 'completed');
  const stray = await rate(id, { grade: 4 }).expect(422);
  expect(stray.body).toMatchObject({ code: 'ratings.detail-of-other-grade', rule: 'ratings/R1' });
  const wrong = await rate(id, { grade: 6, details: ['599'] }).expect(422);
  expect(wrong.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/grade', '/details']);
});

test('ratings/R2: a rating is supplemented once and stays as it was', async () => {
  const { body } = await rate((await givenCase(desk, 'completed')).id).expect(201);
  const supplement = { grade: 2, details: ['209'], text: '后来发现没有按时送达' };
  const { body: more } = await desk.applicant.agent.post(`/v1/ratings/${body.id}/supplement`, supplement).expect(200);
  expect(more).toMatchObject({
    grade: 5,
    text: good.text,
    laterGrade: 2,
    laterDetails: ['209'],
    laterText: supplement.text,
    acts: [],
  });
  await desk.applicant.agent.post(`/v1/ratings/${body.id}/supplement`, supplement).expect(409);
  const stranger = await person(w);
  await stranger.agent.post(`/v1/ratings/${body.id}/supplement`, supplement).expect(404);
});

test('ratings/R3: staff rate nothing, neither for the applicant nor with an invitation', async () => {
  const { id } = await givenCase(desk, 'completed');
  for (const { agent } of [desk.clerk, desk.head]) {
    await agent.post('/v1/ratings', { caseId: id, grade: 5 }).expect(403);
    await agent.post('/v1/ratings', { invitation: 'A'.repeat(22), grade: 5 }).expect(403);
  }
});

test('ratings/R3: the organ rated sees what was said from the day after, and nothing that tells who said it', async () => {
  const { id, caseNumber } = await givenCase(desk, 'completed');
  const { body } = await rate(id, { text: '请致电13800138000，谢谢' }).expect(201);
  const list = '/v1/ratings?limit=100';
  const seen = async () =>
    (await desk.head.agent.get(list).expect(200)).body.items.filter(({ text }: { text?: string }) => text?.startsWith('请致电'));
  expect(await seen()).toEqual([]);
  await w.turnClock({ days: 1 });
  const [line] = await seen();
  expect(line).toEqual({
    ...{ reference: expect.any(String), organizationId: desk.guide.organization.id, itemName: expect.any(String) },
    ...{
      month: expect.stringMatching(/^\d{4}-\d\d$/),
      grade: 5,
      details: ['510', '517'],
      text: '请致电*******8000，谢谢',
      laterDetails: [],
    },
  });
  for (const secret of [id, caseNumber, desk.applicant.id, body.id]) expect(JSON.stringify(line)).not.toContain(secret);
  await desk.head.agent.get(`/v1/ratings/${body.id}`).expect(403);
});

test('ratings/R3: a supervisor who also works for the organ sees none of its ratings as the desk does', async () => {
  const { id } = await givenCase(desk, 'completed');
  const { body } = await rate(id).expect(201);
  const unit = desk.guide.organization.id;
  const both = await staff(w, { role: 'supervisor', area: '650100000000' }, { role: 'officer', unit });
  await both.agent.get(`/v1/ratings/${body.id}`).expect(404);
  expect((await both.agent.get(`/v1/ratings?organization=${unit}`).expect(200)).body.items).toEqual([]);
});

test('ratings/R3: neither history nor facts name the rater or the case', async () => {
  const { id } = await givenCase(desk, 'completed');
  const { body } = await rate(id).expect(201);
  const kept = await w.rows(
    `select h::text from kernel.history h where subject_id = $1 union all select f::text from kernel.fact f where subject_id = $1`,
    [body.id],
  );
  expect(kept).toHaveLength(2);
  for (const secret of [id, desk.applicant.id]) expect(JSON.stringify(kept)).not.toContain(secret);
});

test('the rating desk of the area sees ratings newest first, with the case unless anonymous, and the rater sees that it did', async () => {
  const [named, anonymous] = [await givenCase(desk, 'completed'), await givenCase(desk, 'completed')];
  const { body: first } = await rate(named.id, { grade: 2, details: [] }).expect(201);
  const { body: second } = await rate(anonymous.id, { grade: 1, details: ['115'], anonymous: true }).expect(201);
  const here = await staff(w, { role: 'rating-desk', area: '650102000000' });
  const page = await here.agent.get('/v1/ratings?limit=1').expect(200);
  expect(page.body.items).toEqual([expect.objectContaining({ id: second.id, grade: 1 })]);
  expect(page.body.items[0]).not.toHaveProperty('caseId');
  const next = await here.agent.get(`/v1/ratings?limit=1&cursor=${page.body.nextCursor}`).expect(200);
  expect(next.body.items[0]).toMatchObject({ id: first.id, caseId: named.id });
  expect((await here.agent.get(`/v1/ratings/${second.id}`).expect(200)).body).not.toHaveProperty('caseId');
  const log = await desk.applicant.agent.get('/v1/me/access-log?limit=100').expect(200);
  expect(log.body.items).toContainEqual(expect.objectContaining({ recordKind: 'ratings.rating', recordId: second.id }));

  const elsewhere = await staff(w, { role: 'rating-desk', area: '653100000000' });
  expect((await elsewhere.agent.get('/v1/ratings').expect(200)).body.items).toEqual([]);
  await elsewhere.agent.get(`/v1/ratings/${first.id}`).expect(404);
});

test('an organ pages through its ratings by month without meeting one twice', async () => {
  const own = await givenDesk(w);
  for (const grade of [5, 4, 3]) {
    const { id } = await givenCase(own, 'completed');
    await own.applicant.agent.post('/v1/ratings', { caseId: id, grade }).expect(201);
    await w.turnClock({ days: 20 });
  }
  const met: number[] = [];
  for (let cursor = ''; cursor !== 'null';) {
    const { body } = await own.officer.agent.get(`/v1/ratings?limit=1${cursor && `&cursor=${cursor}`}`).expect(200);
    met.push(body.items[0].grade);
    cursor = String(body.nextCursor);
  }
  expect(met.sort()).toEqual([3, 4, 5]);
});
