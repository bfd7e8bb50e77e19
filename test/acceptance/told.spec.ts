import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

async function told(caseId: string): Promise<string[]> {
  await w.settle();
  const { body } = await desk.applicant.agent.get('/v1/me/inbox?limit=100').expect(200);
  const messages = body.items as { about: { id: string }; title: string }[];
  return messages.filter(({ about }) => about.id === caseId).map(({ title }) => title);
}

test('acceptance/A16: a withdrawal that the window enters is told to the applicant, and history says that staff did it', async () => {
  const { id } = await givenCase(desk, 'accepted');
  await desk.clerk.agent.post(`/v1/cases/${id}/withdrawal`, { reason: 'changed-mind' }).expect(200);
  expect(await told(id)).toContain('申请已撤回');
  const { body } = await desk.applicant.agent.get(`/v1/cases/${id}/history`).expect(200);
  const line = (body.items as { act: string }[]).find(({ act }) => act === 'withdraw');
  expect(line).toMatchObject({ actorKind: 'staff', note: { reason: 'changed-mind' } });
});

test('acceptance/A16: what the window corrects is told to the applicant; acceptance/A3: a correction of nothing is refused', async () => {
  const { id } = await givenCase(desk, 'submitted');
  const empty = await desk.clerk.agent.post(`/v1/cases/${id}/corrections`, {}).expect(422);
  expect(empty.body).toMatchObject({ code: 'acceptance.nothing-corrected', rule: 'acceptance/A3' });
  const form = { placeName: '示例理发店（更正）', area: 40 };
  await desk.clerk.agent.post(`/v1/cases/${id}/corrections`, { form }).expect(200);
  expect(await told(id)).toContain('申请内容已当场更正');
});
