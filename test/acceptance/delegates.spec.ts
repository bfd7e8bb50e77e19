import { shanghaiDay } from '../../src/kernel/clock/day';
import { Clock } from '../../src/kernel/clock/clock';
import { staff } from '../kit/actors';
import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { givenItem } from '../kit/given-item';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

const decide = ({ agent }: Desk['clerk'], id: string) => agent.post(`/v1/cases/${id}/decision`, { granted: true });

async function delegate(more: object = {}): Promise<string> {
  const today = shanghaiDay(await w.get(Clock).now());
  const { organization, guide } = desk.guide;
  const facts = { staffId: desk.clerk.id, basicCodes: [guide.basicCode], steps: ['decision'], fromOn: today, toOn: today };
  const path = `/v1/organizations/${organization.id}/delegations`;
  return (await desk.head.agent.post(path, { ...facts, ...more }).expect(201)).body.id as string;
}

test('directory/D4: a clerk decides under a live delegation, which stands in the history, and not without one', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const refused = await decide(desk.clerk, id).expect(403);
  expect(refused.body).toMatchObject({ code: 'acceptance.no-delegation', rule: 'directory/D4' });
  await delegate({ steps: ['acceptance'] });
  await delegate({ basicCodes: [(await givenItem(w)).basicCode] });
  await decide(desk.clerk, id).expect(403);

  const delegation = await delegate();
  const { body } = await decide(desk.clerk, id).expect(200);
  expect(body).toMatchObject({ state: 'decided', granted: true });
  const { items } = (await desk.clerk.agent.get(`/v1/cases/${id}/history`)).body as { items: Record<string, unknown>[] };
  expect(items.find(({ act }) => act === 'decide')).toMatchObject({ actorId: desk.clerk.id, note: { delegationId: delegation } });

  const revocation = `/v1/organizations/${desk.guide.organization.id}/delegations/${delegation}/revocation`;
  await desk.head.agent.post(revocation, { reason: '岗位调整' }).expect(200);
  const next = await givenCase(desk, 'accepted');
  await decide(desk.clerk, next.id).expect(403);
  await decide(desk.officer, next.id).expect(200);
});

test('directory/D4: a delegation opens no other act, and no case of another organ', async () => {
  await delegate({ allItems: true, basicCodes: undefined });
  const { id } = await givenCase(desk, 'accepted');
  const termination = { reasons: ['申请人终止经营'], basis: '《示例条例》第七条' };
  await desk.clerk.agent.post(`/v1/cases/${id}/termination`, termination).expect(403);
  const other = await givenDesk(w);
  const elsewhere = await givenCase(other, 'accepted');
  await decide(desk.clerk, elsewhere.id).expect(404);
  // An officer there and a clerk here is an officer there.
  const grants = [
    { role: 'officer', unit: other.guide.organization.id },
    { role: 'clerk', unit: desk.guide.organization.id },
  ];
  await decide(await staff(w, ...grants), elsewhere.id).expect(200);
});
