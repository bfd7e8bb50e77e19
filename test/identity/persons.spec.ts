import { givenOrganization } from '../kit/given-organization';
import { newIdNumber, numberOf, person, staff } from '../kit/actors';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const presence = { how: 'card-read', reference: 'R-2026-0001' };

async function clerk() {
  const { id: unit } = await givenOrganization(w);
  return staff(w, { role: 'clerk', unit });
}

test('identity/P6: registering a known identity number answers the same id and nothing else about the person', async () => {
  const { agent } = await clerk();
  const facts = { name: '张三', idNumber: newIdNumber(), presence };
  const first = await agent.post('/v1/persons', facts).expect(201);
  const again = await agent.post('/v1/persons', { ...facts, name: '李四' }).expect(201);
  expect(again.body).toEqual(first.body);
  expect(Object.keys(first.body)).toEqual(['id']);
});

test('identity/P6: without proof of presence nobody is registered', async () => {
  const { agent } = await clerk();
  const { body } = await agent.post('/v1/persons', { name: '张三', idNumber: newIdNumber() }).expect(422);
  expect(body.errors[0].pointer).toBe('/presence');
});

test('identity/N3: an identity number with a wrong check digit, an impossible birthday or an unknown province is refused (GB 11643)', async () => {
  const { agent } = await clerk();
  for (const [idNumber, reason] of [
    ['650102199003071236', 'check-digit'],
    ['650102199002301235', 'date'],
    [numberOf('65010218991231123'), 'date'],
    [numberOf('65010200010101123'), 'date'],
    [numberOf('65010229900101123'), 'future-date'],
    [numberOf('99999919900101123'), 'region'],
    [numberOf('16010219900101123'), 'region'],
  ] as const) {
    const { body } = await agent.post('/v1/persons', { name: '张三', idNumber, presence }).expect(422);
    expect(body).toMatchObject({
      code: 'identity.bad-id-number',
      rule: 'identity/N3',
      errors: [{ pointer: '/idNumber', code: reason }],
    });
  }
});

test('identity/P6: which proof of presence was given stays in the history, of somebody known as well, and shows no reference', async () => {
  const { id: by, agent } = await clerk();
  const facts = { name: '张三', idNumber: newIdNumber(), presence };
  const { body } = await agent.post('/v1/persons', facts).expect(201);
  await agent.post('/v1/persons', { ...facts, presence: { how: 'code', reference: '短信回执 7' } }).expect(201);
  const lines = await w.rows<{ act: string; actor_id: string; note: { presence: { how: string } } }>(
    `select act, actor_id, note from kernel.history where subject_kind = 'identity.person' and subject_id = $1 order by seq`,
    [body.id],
  );
  expect(lines.map(({ act, actor_id, note }) => [act, actor_id, note.presence.how])).toEqual([
    ['register', by, 'card-read'],
    ['meet', by, 'code'],
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/R-2026-0001|短信回执/);
});

test('identity/N3: somebody born today is registered before eight in the morning too: the day is that of the region', async () => {
  const { agent } = await clerk();
  const [clock] = await w.rows<{ hours: number }>(
    `select (29 - extract(hour from kernel.now() at time zone 'Asia/Shanghai'))::int as hours`,
  );
  const hours = clock!.hours;
  await w.turnClock(hours >= 24 ? { days: 1, hours: hours - 24 } : { hours });
  const [now] = await w.rows<{ here: string; utc: string }>(
    `select to_char(kernel.now() at time zone 'Asia/Shanghai', 'YYYYMMDD') as here, to_char(kernel.now() at time zone 'UTC', 'YYYYMMDD') as utc`,
  );
  expect(now!.here).not.toBe(now!.utc);
  await agent.post('/v1/persons', { name: '张新生', idNumber: numberOf(`650102${now!.here}123`), presence }).expect(201);
});

test('identity/P10: staff who read a person name a purpose, and the person sees it in their access log', async () => {
  const { agent } = await clerk();
  const applicant = await person(w);
  await agent
    .with({ purpose: '' })
    .get(`/v1/persons/${applicant.id}`)
    .expect(400)
    .expect(({ body }) => expect(body.rule).toBe('identity/P10'));
  const { body } = await agent.with({ purpose: 'counter-service' }).get(`/v1/persons/${applicant.id}`).expect(200);
  expect(body.maskedIdentifier).toMatch(/^\*{14}[\dX]{4}$/);
  expect(body.maskedName).toBe('阿**丽');
  const log = await applicant.agent.get('/v1/me/access-log').expect(200);
  expect(log.body.items).toEqual([
    expect.objectContaining({ purpose: 'counter-service', operation: 'read', readerKind: 'staff' }),
  ]);
  await applicant.agent.get(`/v1/persons/${applicant.id}`).expect(200);
  expect((await applicant.agent.get('/v1/me/access-log')).body.items).toHaveLength(1);
});

test('a person does not see another person', async () => {
  const [one, other] = [await person(w), await person(w)];
  await one.agent.get(`/v1/persons/${other.id}`).expect(404);
});

test('a database dump shows no name and no identity number', async () => {
  const idNumber = newIdNumber();
  const { id } = await person(w, { name: '不可见的人', idNumber });
  const [row] = await w.rows<{ text: string }>('select p::text as text from identity.person p where id = $1', [id]);
  expect(row!.text).not.toContain(idNumber);
  expect(row!.text).not.toContain('不可见的人');
});
