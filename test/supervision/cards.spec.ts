import { Deliveries } from '../../src/kernel/events/deliveries';
import { staff } from '../kit/actors';
import { eventually, givenCalendar } from '../kit/given-calendar';
import { type GivenCard, givenCard } from '../kit/given-card';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const path = ({ id }: GivenCard, act = '') => `/v1/supervision/cards/${id}${act && `/${act}`}`;
const answer = { text: '因系统故障延误，已办结。' };
const appeal = { grounds: '申请人要求暂缓办理。' };

test('supervision/S1: the rules that are watched are open to everybody, in their language', async () => {
  const { body } = await w.as().with({ 'accept-language': 'zh-CN' }).get('/v1/supervision/rules').expect(200);
  expect(body.items).toEqual([expect.objectContaining({ code: 'overdue', name: '办理超时', answerDays: 5, appealDays: 5 })]);
});

test('supervision/S2: a limit about to run out raises a yellow card, one that has run out a red one, each once', async () => {
  const red = await givenCard(w, 'red');
  const { body } = await red.supervisor.agent
    .get(`/v1/supervision/cards?organization=${red.desk.guide.organization.id}`)
    .expect(200);
  const about = { rule: 'overdue', caseId: red.kase.id, caseNumber: red.kase.caseNumber, dueOn: '2025-07-14', state: 'open' };
  expect(body.items).toEqual([
    expect.objectContaining({ ...about, colour: 'red' }),
    expect.objectContaining({ ...about, colour: 'yellow' }),
  ]);
  const [fact] = await w.rows<{ fact_id: string }>(
    `update kernel.delivery d set state = 'due' from kernel.fact f where f.id = d.fact_id and d.listener = 'supervision.raise-red'
       and f.payload ->> 'subjectId' = $1 returning d.fact_id`,
    [red.kase.id],
  );
  await w.get(Deliveries).deliver({ factId: fact!.fact_id, listener: 'supervision.raise-red' });
  await w.settle();
  const again = await red.supervisor.agent.get(`/v1/supervision/cards?organization=${red.desk.guide.organization.id}`);
  expect(again.body.items).toHaveLength(2);
});

test('supervision/S2: a card shows what it rests on, as it stood then, and nothing about the applicant', async () => {
  const card = await givenCard(w, 'yellow');
  await card.desk.clerk.agent.post(`/v1/cases/${card.kase.id}/acceptance`).expect(200);
  const { body } = await card.supervisor.agent.get(path(card)).expect(200);
  expect(body).toMatchObject({
    ...{ colour: 'yellow', state: 'open', answerDueOn: '2025-07-18', appealDueOn: '2025-07-18' },
    limit: { kind: 'acceptance.intake', days: 5, startedOn: '2025-07-07', dueOn: '2025-07-14', provisional: false },
    case: { caseNumber: card.kase.caseNumber, state: 'submitted' },
    acts: [],
  });
  expect(JSON.stringify(body)).not.toContain(card.desk.applicant.id);
});

test('supervision/S2: seen by the supervisors of the area, by head and officers of the organization, and by nobody else', async () => {
  const card = await givenCard(w, 'yellow');
  const elsewhere = await staff(w, { role: 'supervisor', area: '653100000000' });
  const { id: unit } = await givenOrganization(w);
  const stranger = await staff(w, { role: 'department-head', unit });
  for (const { agent } of [card.supervisor, card.desk.head, card.desk.officer]) await agent.get(path(card)).expect(200);
  for (const { agent } of [elsewhere, stranger]) {
    await agent.get(path(card)).expect(404);
    const { body } = await agent.get(`/v1/supervision/cards?organization=${card.desk.guide.organization.id}`).expect(200);
    expect(body.items).toEqual([]);
  }
  for (const { agent } of [card.desk.clerk, card.desk.applicant]) await agent.get(path(card)).expect(403);
  await stranger.agent.post(path(card, 'answer'), answer).expect(404);
  await card.desk.head.agent.post(path(card, 'closure'), { outcome: 'corrected', reason: '好' }).expect(403);
  await card.supervisor.agent.post(path(card, 'answer'), answer).expect(403);
});

test('supervision/S2: the organization answers, then the supervisor closes; the loser of a second act gets 409', async () => {
  const card = await givenCard(w);
  const close = { outcome: 'corrected', reason: '已整改' };
  const early = await card.supervisor.agent.post(path(card, 'closure'), close).expect(409);
  expect(early.body).toMatchObject({ code: 'kernel.not-possible-now', state: 'open' });
  const answered = await card.desk.officer.agent.post(path(card, 'answer'), answer).expect(200);
  expect(answered.body).toMatchObject({ state: 'answered', answer: answer.text, acts: [] });
  await card.desk.head.agent.post(path(card, 'answer'), answer).expect(409);
  const { body } = await card.supervisor.agent.post(path(card, 'closure'), close).expect(200);
  expect(body).toMatchObject({ state: 'closed', outcome: 'corrected', closingReason: '已整改', acts: [] });
  await w.turnClock({ days: 10 });
  expect((await card.supervisor.agent.get(path(card))).body.state).toBe('closed');
});

test('supervision/S2: without an answer in five working days the card is unanswered; it can still be answered or closed', async () => {
  const card = await givenCard(w);
  await w.turnClock({ days: 6 });
  expect((await card.supervisor.agent.get(path(card))).body.state).toBe('open');
  await w.turnClock({ days: 2 });
  const { body } = await card.supervisor.agent.get(path(card)).expect(200);
  expect(body).toMatchObject({ state: 'unanswered', answerDueOn: '2025-07-22', acts: ['close'] });
  const late = await card.desk.head.agent.post(path(card, 'appeal'), appeal).expect(422);
  expect(late.body).toMatchObject({ code: 'supervision.appeal-too-late', rule: 'supervision/S2' });
  await card.desk.head.agent.post(path(card, 'answer'), answer).expect(200);
});

test('supervision/S2: a granted appeal lifts the card', async () => {
  const card = await givenCard(w);
  const appealed = await card.desk.head.agent.post(path(card, 'appeal'), appeal).expect(200);
  expect(appealed.body).toMatchObject({ state: 'appealed', appeal: appeal.grounds });
  const { body } = await card.supervisor.agent
    .post(path(card, 'appeal-decision'), { granted: true, reason: '情况属实' })
    .expect(200);
  expect(body).toMatchObject({ state: 'closed', outcome: 'lifted', appealReason: '情况属实' });
});

test('supervision/S2: after an appeal that is not granted the card waits for its answer again, and there is no second appeal', async () => {
  const card = await givenCard(w);
  await card.desk.head.agent.post(path(card, 'appeal'), appeal).expect(200);
  await w.turnClock({ days: 1 });
  const decision = { granted: false, reason: '理由不成立' };
  const { body } = await card.supervisor.agent.post(path(card, 'appeal-decision'), decision).expect(200);
  expect(body).toMatchObject({ state: 'open', appealReason: '理由不成立', answerDueOn: '2025-07-23' });
  const second = await card.desk.head.agent.post(path(card, 'appeal'), appeal).expect(409);
  expect(second.body).toMatchObject({ code: 'supervision.already-appealed', rule: 'supervision/S2' });
  await card.desk.head.agent.post(path(card, 'answer'), answer).expect(200);
});

test('supervision/S2: cards are listed newest first, page by page', async () => {
  const { desk, supervisor } = await givenCard(w);
  const list = `/v1/supervision/cards?organization=${desk.guide.organization.id}&limit=1`;
  const first = await supervisor.agent.get(list).expect(200);
  const second = await supervisor.agent.get(`${list}&cursor=${first.body.nextCursor}`).expect(200);
  expect([first, second].map(({ body }) => body.items[0].colour)).toEqual(['red', 'yellow']);
  expect(second.body.nextCursor).toBeNull();
});

test('supervision/S2: a card that a late calendar shows to have warned too early is lifted, with its limits', async () => {
  const card = await givenCard(w, 'yellow', { from: '2026-06-08T03:00:00Z' });
  const days = ['2026-06-11', '2026-06-12'].map((day) => ({ day, kind: 'holiday' as const, name: '测试假日' }));
  await givenCalendar(w, 2026, days);
  await eventually(async () => {
    const { body } = await card.supervisor.agent.get(path(card)).expect(200);
    expect(body).toMatchObject({ state: 'closed', outcome: 'lifted', acts: [] });
    expect(body.closingReason).toContain('2026-06-17');
  });
  await card.desk.head.agent.post(path(card, 'answer'), answer).expect(409);
  await w.turnClock({ days: 30 });
  const limits = await w.rows(`select state from time_limits."limit" where subject_id = $1`, [card.id]);
  expect(limits).toEqual([{ state: 'cancelled' }, { state: 'cancelled' }]);
});
