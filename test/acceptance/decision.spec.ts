import { type Desk, application, givenCase, givenDesk } from '../kit/given-case';
import { person } from '../kit/actors';
import { digest } from '../../src/kernel/history/history';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

const at = (id: string, act: string) => `/v1/cases/${id}/${act}`;

test('acceptance/A7: a denial carries reasons, and the decision tells the remedies', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const { agent } = desk.officer;
  const { body } = await agent.post(at(id, 'decision'), { granted: false }).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.reasons-missing', rule: 'acceptance/A7' });
  const denied = await agent.post(at(id, 'decision'), { granted: false, reasons: ['检测不合格'] }).expect(200);
  expect(denied.body).toMatchObject({ state: 'decided', granted: false, nationalState: 13 });
  const receipts = (await desk.applicant.agent.get(at(id, 'receipts'))).body.items;
  expect(receipts.at(-1)).toMatchObject({
    kind: 'decision',
    content: { granted: false, remedies: { lawsuit: '示例区人民法院' } },
  });
});

test('time-limits/T12: statutory and promised limits run from acceptance and are met by the decision; a grant starts ten days for delivery', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const states = async () =>
    Object.fromEntries(
      (await desk.clerk.agent.get(at(id, 'clock')).expect(200)).body.items.map(
        ({ kind, state, days }: Record<string, unknown>) => [kind, `${String(state)} ${String(days)}`],
      ),
    ) as object;
  expect(await states()).toEqual({
    'acceptance.intake': 'met 5',
    'acceptance.statutory': 'running 20',
    'acceptance.promised': 'running 10',
  });
  await desk.officer.agent.post(at(id, 'decision'), { granted: true }).expect(200);
  await desk.clerk.agent.post(at(id, 'delivery'), { method: 'post', note: 'EMS 123' }).expect(200);
  expect(await states()).toEqual({
    'acceptance.intake': 'met 5',
    'acceptance.statutory': 'met 20',
    'acceptance.promised': 'met 10',
    'acceptance.delivery': 'met 10',
  });
});

test('acceptance/A18: an on-the-spot item is opened, accepted, decided and delivered in one call, each act on record', async () => {
  const own = await givenDesk(w, { overrides: { handling: 'on-the-spot', specialProcedures: [] } });
  const served = await person(w);
  const body = {
    ...application(own, { applicantId: served.id, channel: 'window' }),
    decision: { granted: true },
    delivery: { method: 'window' },
  };
  const { body: done } = await own.officer.agent.post('/v1/on-the-spot-cases', body).expect(201);
  expect(done).toMatchObject({ state: 'completed', granted: true, version: 4 });
  expect(done.caseNumber).toMatch(/1\d{8}$/);
  const history = (await own.officer.agent.get(at(done.id, 'history')).expect(200)).body.items as { act: string }[];
  expect(history.map(({ act }) => act)).toEqual(['submit', 'accept', 'decide', 'deliver']);
  const receipts = (await served.agent.get(at(done.id, 'receipts'))).body.items as { kind: string }[];
  expect(receipts.map(({ kind }) => kind)).toEqual(['acceptance', 'decision', 'delivery']);
  await own.clerk.agent.post('/v1/on-the-spot-cases', body).expect(403);
});

test('acceptance/A18: what is not marked 即办件 is not decided on the spot, and nothing is left of the try', async () => {
  const served = await person(w);
  const body = {
    ...application(desk, { applicantId: served.id, channel: 'window' }),
    decision: { granted: true },
    delivery: { method: 'window' },
  };
  const refused = await desk.officer.agent.post('/v1/on-the-spot-cases', body).expect(422);
  expect(refused.body).toMatchObject({ code: 'acceptance.not-on-the-spot', rule: 'acceptance/A18' });
  expect((await served.agent.get('/v1/me/cases')).body.items).toEqual([]);
});

test('acceptance/A28: every owed document is numbered per organization, year and kind, dated and sealed, in the act itself', async () => {
  const own = await givenDesk(w);
  const [first, second] = [await givenCase(own, 'completed'), await givenCase(own, 'accepted')];
  const read = async (id: string) =>
    (await own.applicant.agent.get(at(id, 'receipts')).expect(200)).body.items as {
      number: string;
      kind: string;
      content: object;
    }[];
  const numbers = [...(await read(first.id)), ...(await read(second.id))].map(({ number }) => number.replace(/〔\d{4}〕/, ' '));
  expect(numbers).toEqual(['受理 1号', '决定 1号', '送达 1号', '受理 2号']);
  expect((await read(first.id))[0]!.content).toMatchObject({ applicant: '阿依古丽', caseNumber: first.caseNumber });
  const masked = (await own.clerk.agent.get(at(first.id, 'receipts'))).body.items[0].content.applicant as string;
  expect(masked).toBe('阿**丽');
  const [whole] = (await own.applicant.agent.get(at(first.id, 'receipts'))).body.items as { content: object; digest: string }[];
  expect(digest(whole!.content)).toBe(whole!.digest);
  const rows = await w.rows('select * from acceptance.document where case_id = $1', [first.id]);
  expect(JSON.stringify(rows)).not.toContain('阿依古丽');
  expect(rows).toHaveLength(3);
});

test('the applicant withdraws until the decision, not after it; limits end', async () => {
  const { id } = await givenCase(desk, 'suspended');
  const { body } = await desk.applicant.agent.post(at(id, 'withdrawal'), { reason: 'will-apply-again' }).expect(200);
  expect(body).toMatchObject({ state: 'withdrawn', nationalState: 2 });
  const clock = (await desk.applicant.agent.get(at(id, 'clock'))).body.items as { kind: string; state: string }[];
  expect(clock.filter(({ state }) => state === 'running' || state === 'paused')).toEqual([]);
  const decided = await givenCase(desk, 'decided');
  await desk.applicant.agent.post(at(decided.id, 'withdrawal'), { reason: 'other' }).expect(409);
});

test('acceptance/A7: a termination carries reasons too', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const { body } = await desk.officer.agent.post(at(id, 'termination'), { basis: '《示例条例》第七条' }).expect(422);
  expect(body).toMatchObject({ code: 'acceptance.reasons-missing', rule: 'acceptance/A7' });
});

test('the applicant is told of each step, once', async () => {
  const own = await givenDesk(w);
  await givenCase(own, 'completed');
  await w.settle();
  const inbox = (await own.applicant.agent.get('/v1/me/inbox').expect(200)).body.items as { title: string }[];
  expect(inbox.map(({ title }) => title).sort()).toEqual([
    '已作出准予决定',
    '申请已受理',
    '申请已提交',
    '结果已送达',
    '请您评价本次服务',
  ]);
});
