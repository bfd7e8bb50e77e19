import { cleared } from '../../src/modules/catalog/catalog.facade';
import { type Somebody, staff } from '../kit/actors';
import { draftElements } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { type Asked, type Board, countersign, givenBoard, opine, reviewItem, submitItem } from '../kit/given-review';
import { World } from '../kit/world';

let w: World;
let board: Board;
let editor: Somebody;
let publisher: Somebody;
const region = '650000000000';
let serial = 0;
beforeAll(async () => {
  w = await World.open();
  board = await givenBoard(w);
  editor = await staff(w, { role: 'catalogue-editor', area: region });
  publisher = await staff(w, { role: 'service-administrator', area: region });
});
afterAll(() => w.close());

const at = (code: string, act = '') => `/v1/catalog/items/${code}${act}`;
async function drafted(overrides: object = {}, by = editor): Promise<string> {
  const basicCode = `6501237${String(++serial).padStart(2, '0')}000`;
  await by.agent.post('/v1/catalog/items', { ...draftElements(), basicCode, ...overrides }).expect(201);
  return basicCode;
}
async function submitted(by = editor): Promise<string> {
  const code = await drafted({}, by);
  expect((await submitItem(w, by, code)).status).toBe(200);
  return code;
}
const inbox = async (somebody: Somebody) =>
  (await somebody.agent.get('/v1/me/inbox').expect(200)).body.items.map(({ title }: { title: string }) => title) as string[];
const refusal = (code: string, rule = 'catalog/C3') => expect.objectContaining({ code, rule });

test('catalog/C3: named organizations are asked, each with its own due day, and the rounds stay readable', async () => {
  const code = await submitted();
  const { body } = await editor.agent.get(at(code, '/reviews')).expect(200);
  expect(body.rounds).toHaveLength(1);
  expect(body.rounds[0].asked).toHaveLength(5);
  for (const { question, organizationId } of board.asked)
    expect(body.rounds[0].asked).toContainEqual(
      expect.objectContaining({ question, organizationId, organizationName: expect.any(String), dueOn: expect.any(String) }),
    );
  await w.as().get(at(code, '/reviews')).expect(401);
  const stranger = await staff(w, { role: 'joint-reviewer', unit: (await givenOrganization(w)).id });
  await stranger.agent.get(at(code, '/reviews')).expect(404);
});

test('catalog/C3: any "no" returns the draft when everybody has answered, the prefectures included, with all reasons at once', async () => {
  const code = await submitted();
  const [lawful, complete, consistent, first, second] = board.asked as [Asked, Asked, Asked, Asked, Asked];
  expect((await opine(lawful, code, { answer: 'no' })).body).toEqual(refusal('catalog.reasons-missing'));
  await opine(lawful, code, { answer: 'no', reasons: '依据已废止' }).expect(200);
  for (const asked of [complete, consistent, first]) await opine(asked, code).expect(200);
  expect((await editor.agent.get(at(code))).body.state).toBe('submitted');
  await opine(second, code, { answer: 'no', reasons: '基层无检测条件' }).expect(200);
  const { body } = await editor.agent.get(at(code)).expect(200);
  expect(body.state).toBe('draft');
  expect(body.reviews.flatMap(({ reasons }: { reasons?: string }) => reasons ?? []).sort()).toEqual(
    ['依据已废止', '基层无检测条件'].sort(),
  );
  expect((await opine(first, code)).body).toEqual(refusal('catalog.round-over'));
  expect((await submitItem(w, editor, code)).status).toBe(200);
  const { rounds } = (await editor.agent.get(at(code, '/reviews'))).body;
  expect(rounds.map(({ round }: { round: number }) => round)).toEqual([2, 1]);
  expect(rounds[1].asked.filter(({ answer }: { answer: string }) => answer === 'no')).toHaveLength(2);
});

test('catalog/C3: only joint reviewers of an organization that is asked answer, once, and only its question', async () => {
  const code = await submitted();
  const [lawful, complete] = board.asked as [Asked, Asked];
  const everywhere = await staff(w, { role: 'joint-reviewer', area: region });
  const foreign = await opine({ ...lawful, reviewer: everywhere }, code);
  expect([foreign.status, foreign.body]).toEqual([403, refusal('catalog.not-of-organization')]);
  const wrong = await opine({ ...lawful, question: 'consistent' }, code);
  expect([wrong.status, wrong.body]).toEqual([409, refusal('catalog.not-asked')]);
  await opine(complete, code).expect(200);
  const colleague = await staff(w, { role: 'joint-reviewer', unit: complete.organizationId });
  const twice = await opine({ ...complete, reviewer: colleague }, code, { answer: 'no', reasons: '要素不全' });
  expect([twice.status, twice.body]).toEqual([409, refusal('catalog.already-answered')]);
});

test('catalog/C3: nobody reviews, countersigns or publishes their own draft, nor is offered to', async () => {
  const [lawful] = board.asked as [Asked];
  const both = await staff(
    w,
    { role: 'catalogue-editor' },
    ...[lawful.organizationId, board.leadId].map((unit) => ({ role: 'joint-reviewer', unit })),
  );
  const code = await submitted(both);
  const { acts } = (await both.agent.get(at(code))).body;
  expect(acts).not.toContain('review');
  const own = await opine({ ...lawful, reviewer: both }, code);
  expect([own.status, own.body]).toEqual([403, refusal('catalog.own-draft')]);
  await reviewItem(w, code);
  const signed = await both.agent.post(at(code, '/countersignature')).expect(403);
  expect(signed.body).toEqual(refusal('catalog.own-draft'));
  expect((await countersign(w, code)).body.state).toBe('countersigned');
  await publisher.agent.post(at(code, '/secrecy-review'), cleared).expect(200);
  const published = await both.agent.post(at(code, '/publication')).expect(403);
  expect(published.body).toEqual(refusal('catalog.own-draft'));
});

test('catalog/C3: nothing is published before the office that leads has countersigned', async () => {
  const code = await submitted();
  await reviewItem(w, code);
  await publisher.agent.post(at(code, '/publication')).expect(409);
  const [lawful] = board.asked as [Asked];
  const refused = await lawful.reviewer.agent.post(at(code, '/countersignature')).expect(403);
  expect(refused.body).toEqual(refusal('catalog.not-of-organization'));
  expect((await countersign(w, code)).status).toBe(200);
});

test('catalog/C3: silence is warned of, escalated and told to both; it is never a yes, nor does it hold back reasons', async () => {
  const [silent, ...others] = board.asked as [Asked, ...Asked[]];
  const passing = await submitted();
  const returning = await submitted();
  for (const asked of others) await opine(asked, passing).expect(200);
  for (const asked of others.slice(1)) await opine(asked, returning).expect(200);
  await opine(others[0]!, returning, { answer: 'no', reasons: '要素不准确' }).expect(200);
  await w.turnClock({ days: 30 });
  await w.settle();
  const open = (await editor.agent.get(at(passing)).expect(200)).body;
  expect(open.state).toBe('submitted');
  const told = open.reviews.find(({ question }: { question: string }) => question === 'lawful');
  expect(told).toMatchObject({ escalatedAt: expect.any(String) });
  expect(told).not.toHaveProperty('answer');
  expect(await inbox(silent.reviewer)).toContain('An opinion in a joint review is overdue');
  expect(await inbox(board.lead)).toContain('An opinion in a joint review is overdue');
  expect((await editor.agent.get(at(returning)).expect(200)).body.state).toBe('draft');
  expect((await opine(silent, passing).expect(200)).body.state).toBe('reviewed');
});

test('catalog/P1: nothing is published before somebody else has cleared it, and an edit voids what was said', async () => {
  const secret = { grade: 'sensitive', outcome: 'refused', reasons: '审查标准含敏感信息' };
  const code = await submitted();
  await reviewItem(w, code);
  await countersign(w, code);
  const unread = await publisher.agent.post(at(code, '/publication')).expect(422);
  expect(unread.body).toEqual(refusal('catalog.secrecy-not-cleared', 'catalog/P1'));
  const closed = await publisher.agent.post(at(code, '/secrecy-review'), { ...secret, outcome: 'cleared' }).expect(422);
  expect(closed.body).toEqual(refusal('catalog.secrecy-not-open', 'catalog/P1'));
  const { body } = await publisher.agent.post(at(code, '/secrecy-review'), secret).expect(200);
  expect(body).toMatchObject({ state: 'draft', secrecy: { ...secret, at: expect.any(String) } });
  const edited = await editor.agent
    .with({ 'if-match': `"${body.version}"` })
    .put(at(code), draftElements())
    .expect(200);
  expect(edited.body).not.toHaveProperty('secrecy');
});

test('catalog/P1: a refusal waits for the joint review, so that the draft comes back with all reasons at once', async () => {
  const secret = { grade: 'work-secret', outcome: 'refused', reasons: '含工作秘密' };
  const code = await submitted();
  const early = await publisher.agent.post(at(code, '/secrecy-review'), secret).expect(200);
  expect(early.body.state).toBe('submitted');
  await reviewItem(w, code);
  const { body } = await editor.agent.get(at(code)).expect(200);
  expect(body).toMatchObject({ state: 'draft', secrecy: secret });
});

test('catalog/P1: nobody reviews their own draft for secrecy', async () => {
  const both = await staff(w, { role: 'catalogue-editor' }, { role: 'service-administrator' });
  const { body } = await both.agent.post(at(await submitted(both), '/secrecy-review'), cleared).expect(403);
  expect(body).toEqual(refusal('catalog.secrecy-own-draft', 'catalog/P1'));
});

test('catalog/C3: the prefectures are at least two, and organizations of prefectures', async () => {
  const code = await drafted();
  const post = async (prefectures: string[]) =>
    (await editor.agent.post(at(code, '/submission'), { prefectures }).expect(422)).body;
  const [first] = board.prefectures as [string];
  const neighbour = await givenOrganization(w, { divisionCode: '654000000000' });
  expect(await post([first, neighbour.id])).toEqual(refusal('catalog.too-few-prefectures'));
  const county = await givenOrganization(w);
  expect(await post([first, county.id])).toMatchObject({
    ...{
      code: 'catalog.not-of-prefecture',
      rule: 'catalog/C3',
      errors: [expect.objectContaining({ pointer: '/prefectures/1' })],
    },
  });
});

test('catalog/C3: what no list could repair is refused before anybody is asked, every place at once', async () => {
  const [material] = draftElements().materials;
  const conditional = { ...material, necessity: 'conditional', legalBasis: undefined };
  const code = await drafted({
    ...{ resultType: 'licence', resultCertificateType: '999999999999999999999', fees: { charged: true } },
    ...{ statutoryLimit: { days: 730, unit: 'working-day' }, materials: [conditional] },
  });
  const { prefectures } = board;
  const { body } = await editor.agent.post(at(code, '/submission'), { prefectures }).expect(422);
  expect(body).toMatchObject({ code: 'catalog.result-type-unknown', rule: 'catalog/C3' });
  expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
    ['/resultCertificateType', 'catalog.result-type-unknown'],
    ['/fees/basis', 'catalog.fee-basis-missing'],
    ['/statutoryLimit/basis', 'catalog.limit-basis-missing'],
    ['/materials/0/condition', 'catalog.material-incomplete'],
    ['/materials/0/legalBasis', 'catalog.material-incomplete'],
  ]);
});

test('catalog/C3: the offices are three different organizations of the region; who names them names what they read', async () => {
  const path = '/v1/catalog/review-board';
  const { body, headers } = await publisher.agent.get(path).expect(200);
  const offices = { ...body, version: undefined };
  const put = (more: object, etag = headers.etag!) =>
    publisher.agent.with({ 'if-match': etag }).put(path, { ...offices, ...more });
  await publisher.agent.put(path, offices).expect(428);
  await put({}, '"7"').expect(412);
  expect((await put({ legalId: offices.administrationId }).expect(422)).body).toEqual(refusal('catalog.offices-not-distinct'));
  const { id } = await givenOrganization(w);
  expect((await put({ leadId: id }).expect(422)).body).toEqual(refusal('catalog.offices-not-of-region'));
  const city = await staff(w, { role: 'service-administrator', area: '650100000000' });
  await city.agent.with({ 'if-match': headers.etag! }).put(path, offices).expect(403);
  await put({}).expect(200);
});

test('catalog/C3: nothing is submitted before the region has named its offices', async () => {
  await w.rows('delete from catalog.review_board');
  const code = await drafted();
  const { body } = await editor.agent.post(at(code, '/submission'), { prefectures: board.prefectures }).expect(422);
  expect(body).toEqual(refusal('catalog.no-review-board'));
});
