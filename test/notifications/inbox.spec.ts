import { platform } from '../../src/kernel/authz/actor';
import { Tx } from '../../src/kernel/persistence/tx';
import { uuidv7 } from '../../src/kernel/persistence/uuid';
import { type Notice, NotificationsFacade } from '../../src/modules/notifications/notifications.facade';
import { person, staff } from '../kit/actors';
import { givenEnterprise } from '../kit/given-enterprise';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const tell = (...notices: Notice[]) => w.get(NotificationsFacade).tell(platform('test'), ...notices);

function notice(partyId: string, number = 1): Notice {
  const about = { kind: 'test.case', id: uuidv7() };
  const words = {
    zh: { title: `受理通知 ${number}`, body: '您的申请已受理。' },
    en: { title: `Accepted ${number}`, body: 'Your application has been accepted.' },
  };
  return { partyId, about, key: `test.accepted/${about.id}`, words };
}

test('notifications/N1: a message is in the inbox of the person told, newest first, page by page, and nobody else’s', async () => {
  const [told, other] = [await person(w), await person(w)];
  await tell(notice(told.id, 1));
  await tell(notice(told.id, 2), notice(other.id, 3), notice(told.id, 4));
  const first = await told.agent.get('/v1/me/inbox?limit=2').expect(200);
  expect(first.body.items.map(({ title }: { title: string }) => title)).toEqual(['受理通知 4', '受理通知 2']);
  const second = await told.agent.get(`/v1/me/inbox?limit=2&cursor=${first.body.nextCursor}`).expect(200);
  expect(second.body).toEqual({ items: [expect.objectContaining({ title: '受理通知 1', state: 'unread' })], nextCursor: null });
});

test('notifications/N1: what a party is told in person is told to its representative, and to no agent', async () => {
  const [citizen, representative, agent] = [await person(w), await person(w), await person(w)];
  const { id: enterprise } = await givenEnterprise(w, representative.id);
  for (const [owner, partyId] of [
    [citizen, citizen.id],
    [representative, enterprise],
  ] as const) {
    const authority = { partyId, agentId: agent.id, validFrom: '2026-01-01' };
    await owner.agent.post('/v1/me/authorities', authority).expect(201);
    await tell(notice(partyId));
    const { body } = await owner.agent.get('/v1/me/inbox').expect(200);
    expect(body.items).toHaveLength(1);
    await agent.agent.post(`/v1/me/inbox/${body.items[0].id}/reading`).expect(404);
    await owner.agent.post(`/v1/me/inbox/${body.items[0].id}/reading`).expect(200);
  }
  expect((await agent.agent.get('/v1/me')).body.parties).toHaveLength(3);
  expect((await agent.agent.get('/v1/me/inbox').expect(200)).body.items).toEqual([]);
});

test('notifications/N1: a message is marked as read once, by the person told', async () => {
  const [told, other] = [await person(w), await person(w)];
  await tell(notice(told.id));
  const { body: inbox } = await told.agent.get('/v1/me/inbox?state=unread').expect(200);
  const { id } = inbox.items[0];
  await other.agent.post(`/v1/me/inbox/${id}/reading`).expect(404);
  const read = await told.agent.post(`/v1/me/inbox/${id}/reading`).expect(200);
  expect(read.body).toMatchObject({ id, state: 'read', readAt: expect.any(String), acts: [] });
  const again = await told.agent.post(`/v1/me/inbox/${id}/reading`).expect(409);
  expect(again.body).toMatchObject({ code: 'kernel.not-possible-now', state: 'read' });
  expect((await told.agent.get('/v1/me/inbox?state=unread')).body.items).toEqual([]);
});

test('notifications/N1: the same key tells once, repeated or in a race', async () => {
  const { id, agent } = await person(w);
  const same = notice(id);
  await tell(same, same);
  await tell(same);
  const raced = notice(id, 2);
  await Promise.allSettled([1, 2, 3, 4].map(() => tell(raced)));
  expect((await agent.get('/v1/me/inbox')).body.items).toHaveLength(2);
});

test('notifications/N1: the words are in the language the person has chosen', async () => {
  const reader = await person(w, { language: 'en' });
  await tell(notice(reader.id));
  const { body } = await reader.agent.with({ 'accept-language': 'zh-CN' }).get('/v1/me/inbox').expect(200);
  expect(body.items[0]).toMatchObject({ title: 'Accepted 1', body: 'Your application has been accepted.' });
});

test('notifications/N1: a message that was not committed was not told', async () => {
  const { id, agent } = await person(w);
  const act = w.get(Tx).run(async () => {
    await tell(notice(id));
    throw new Error('the act is refused');
  });
  await expect(act).rejects.toThrow('the act is refused');
  expect((await agent.get('/v1/me/inbox')).body.items).toEqual([]);
});

test('an inbox takes its own cursor only, and is for people who have signed in', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  await agent.get('/v1/me/inbox').expect(200);
  const { body } = await agent.get('/v1/me/inbox?cursor=nonsense').expect(400);
  expect(body.code).toBe('kernel.bad-cursor');
  await w.as().get('/v1/me/inbox').expect(401);
});

test('notifications/N1: a database dump shows no message', async () => {
  const { id } = await person(w);
  await tell(notice(id));
  const [row] = await w.rows<{ text: string }>('select m::text as text from notifications.message m where party_id = $1', [id]);
  expect(row!.text).not.toMatch(/受理|accepted\./);
});
