import { staff, type Somebody } from '../kit/actors';
import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
let clerk: Somebody;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
  clerk = desk.clerk;
});
afterAll(() => w.close());

const mark = (caseId: string, more: object = {}, by = clerk) =>
  by.agent.post('/v1/case-priorities', { caseId, shownBy: 'self-statement', ...more });

interface Line {
  id: string;
  prioritised?: boolean;
}
/** The work list, page by page. */
async function list(limit: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const path: string = `/v1/cases?limit=${limit}${cursor && `&cursor=${cursor}`}`;
    const { body } = (await clerk.agent.get(path).expect(200)) as { body: { items: Line[]; nextCursor: string | null } };
    lines.push(...body.items);
    cursor = body.nextCursor;
  }
  return lines;
}
const traces = async (id: string): Promise<number[]> => {
  const of = (table: string) =>
    w.rows<{ n: number }>(`select count(*)::int as n from kernel.${table} where subject_id = $1`, [id]);
  const [keys] = await w.rows<{ n: number }>('select count(*)::int as n from kernel.idempotency_key');
  return [(await of('history'))[0]!.n, (await of('fact'))[0]!.n, keys!.n];
};

test('acceptance/A26: a marked case comes first today, once, on whatever page; tomorrow nothing is left of it', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 4; n++) ids.push((await givenCase(desk)).id);
  const plain = (await list(100)).map(({ id }) => id);
  const late = plain.slice(2);
  const before = await traces(late[0]!);
  for (const id of [...late, late[0]!]) await mark(id, { shownBy: 'certificate' }).expect(204);
  expect(await traces(late[0]!)).toEqual(before);
  const kept = await w.rows<object>('select * from acceptance.case_priority where case_id = $1', [late[0]]);
  expect(Object.keys(kept[0]!).sort()).toEqual(['case_id', 'day', 'shown_by']);
  for (const limit of [1, 3, 100]) {
    const lines = await list(limit);
    expect(lines.map(({ id }) => id)).toEqual([...late, ...plain.slice(0, 2)]);
    expect(lines.map(({ prioritised = false }) => prioritised)).toEqual([true, true, false, false]);
  }
  await w.turnClock({ days: 1 });
  await w.settle();
  expect(await w.rows('select * from acceptance.case_priority')).toEqual([]);
  expect((await list(100)).filter(({ prioritised }) => prioritised)).toEqual([]);
});

test('acceptance/A26: of the person nothing is asked, and only those who may take the case in hand mark it', async () => {
  const { id } = await givenCase(desk);
  await mark(id, { group: '老年人' }).expect(422);
  await mark(id, { shownBy: 'appearance' }).expect(422);
  const elsewhere = await staff(w, { role: 'clerk', unit: (await givenOrganization(w)).id });
  await mark(id, {}, elsewhere).expect(404);
  await mark(id, {}, desk.applicant).expect(403);
  await mark((await givenCase(desk, 'completed')).id).expect(409);
});
