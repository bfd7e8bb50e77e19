import { once } from 'node:events';
import { request } from 'node:http';
import { partner, person, type Somebody, staff } from '../kit/actors';
import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { ndjson } from '../kit/given-import';
import {
  acceptRecord,
  givenNumbers,
  materialRecord,
  openedBy,
  outcomesOf,
  processRecord,
  resultRecord,
  sent,
  specialRecord,
  toldOf,
} from '../kit/given-records';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
let other: Desk;
let system: Somebody;
let stranger: Somebody;
beforeAll(async () => {
  w = await World.open();
  [desk, other] = [await givenDesk(w), await givenDesk(w)];
  system = await partner(w, desk.guide.organization.id);
  stranger = await partner(w, other.guide.organization.id);
});
afterAll(() => w.close());

const numbers = (count = 1) => givenNumbers(desk.clerk, desk.guide, count);
const caseOf = async (id: string) => (await desk.officer.agent.get(`/v1/cases/${id}`).expect(200)).body;
const factsOf = async (id: string) =>
  (await w.rows<{ name: string }>('select name from kernel.fact where subject_id = $1 ', [id]))
    .map(({ name }) => name.replace('acceptance.case-', ''))
    .sort();

const refused = (pointer: string, code: string, rule = 'acceptance/A22') => `refused | ${pointer} ${code} ${rule}`;

/** Everything that is told of a case, in the order of business. */
function story(number: string) {
  const accept = acceptRecord(desk.guide, { project_no: number });
  return [accept, processRecord(number), specialRecord(number), materialRecord(number), resultRecord(number)];
}

test('acceptance/A22: a case that another system runs is a case: lists, history, facts and clock know it', async () => {
  const [number] = await numbers();
  const citizen = await person(w, { idNumber: '650102199003071235' });
  const [accept, ...rest] = story(number!);
  const outcomes = await sent(system, [{ ...accept!, applyer_page_code: '650102199003071235' }, ...rest]);
  expect(outcomes).toEqual(
    outcomes.map((_, n) => expect.objectContaining({ line: n + 1, outcome: 'accepted', caseNumber: number }) as unknown),
  );
  const { caseId, queryCode } = openedBy(outcomes);
  expect(await caseOf(caseId)).toMatchObject({
    ...{ state: 'completed', nationalState: 11, elsewhere: true, granted: true, caseNumber: number, applicantId: citizen.id },
    ...{
      submittedAt: expect.stringMatching('^2025-03-03T02:00') as string,
      completedAt: expect.stringMatching('^2025-03-07') as string,
    },
    acts: [],
  });
  expect(await factsOf(caseId)).toEqual(['accepted', 'completed', 'decided', 'submitted']);
  const mine = await citizen.agent.get('/v1/me/cases').expect(200);
  expect(mine.body.items).toEqual([expect.objectContaining({ id: caseId })]);
  await w.as().post('/v1/progress', { caseNumber: number, queryCode }).expect(200);
  const { body: history } = await desk.officer.agent.get(`/v1/cases/${caseId}/history`).expect(200);
  expect(history.items.at(-1)).toMatchObject({ act: 'report', toState: 'completed', nationalEvent: 11 });
  const { body: clock } = await desk.officer.agent.get(`/v1/cases/${caseId}/clock`).expect(200);
  expect(clock.items.map(({ kind, state }: Record<string, string>) => `${kind} ${state}`).sort()).toEqual([
    'acceptance.promised met',
    'acceptance.statutory met',
  ]);
});

test('acceptance/A1, A22: without a reserved number one is assigned and told back, also when the record comes again', async () => {
  const record = acceptRecord(desk.guide);
  const [first] = await sent(system, [record]);
  expect(first).toMatchObject({ outcome: 'accepted', caseNumber: expect.stringMatching(`^${desk.guide.code}`) as string });
  const [again] = await sent(system, [record]);
  expect(again).toEqual({
    line: 1,
    key: record.row_guid,
    outcome: 'duplicate',
    caseId: first!.caseId,
    caseNumber: first!.caseNumber,
  });
});

test.each([
  ['backwards', [4, 3, 2, 1, 0]],
  ['the acceptance in the middle', [4, 1, 0, 2, 3]],
  ['the acceptance last but one', [2, 4, 1, 0, 3]],
])('acceptance/A22: told one by one %s, it comes to the same', async (_, order) => {
  const [number] = await numbers();
  const records = story(number!);
  for (const n of order) expect((await sent(system, [records[n]!]))[0]!.outcome).toMatch(/accepted|parked/);
  const repeated = await sent(system, records);
  expect(toldOf(repeated)).toEqual(records.map(() => 'duplicate'));
  const { caseId } = repeated[0]!;
  expect(await caseOf(caseId!)).toMatchObject({ state: 'completed', granted: true });
  expect(await factsOf(caseId!)).toEqual(['accepted', 'completed', 'decided', 'submitted']);
  const { body } = await desk.officer.agent.get(`/v1/cases/${caseId}/partner-records`).expect(200);
  expect(body.items.map(({ table }: { table: string }) => table.slice(7))).toEqual([
    'material',
    'accept',
    'process',
    'special_procedure',
    'result',
  ]);
});

test('acceptance/A22: what waited is placed with the acceptance, in one transaction, and says how many', async () => {
  const [number] = await numbers();
  const [accept, ...rest] = story(number!);
  expect(toldOf(await sent(system, rest))).toEqual(rest.map(() => 'parked'));
  expect(await sent(system, [accept!])).toEqual([expect.objectContaining({ outcome: 'accepted', released: 4 })]);
});

test('acceptance/A22: the same key with other content is refused', async () => {
  const record = acceptRecord(desk.guide);
  await sent(system, [record]);
  const told = toldOf(await sent(system, [{ ...record, task_version: 2 }, record]));
  expect(told).toEqual([refused('', 'acceptance.record-key-reused'), 'duplicate']);
});

test('acceptance/A22: what contradicts the case is refused, whichever came first', async () => {
  const [number, waiting] = await numbers(2);
  await sent(system, story(number!));
  const told = toldOf(
    await sent(system, [
      acceptRecord(desk.guide, { project_no: number }),
      resultRecord(number!, { result_type: '13', result_explain: '不符合条件' }),
      processRecord(number!, { event_end_time: '2025-03-08 10:00:00' }),
      processRecord(number!, { event_start_time: '2025-03-01 10:00:00', event_end_time: '2025-03-01 11:00:00' }),
      resultRecord(waiting!),
      resultRecord(waiting!, { result_date: '2025-03-06 10:00:00' }),
    ]),
  );
  expect(told).toEqual([
    refused('/table', 'acceptance.record-contradicts'),
    refused('/result_date', 'acceptance.record-contradicts'),
    refused('/event_end_time', 'acceptance.record-contradicts'),
    refused('/event_end_time', 'acceptance.record-contradicts'),
    'parked',
    refused('/result_date', 'acceptance.record-contradicts'),
  ]);
});

test('acceptance/A22: a line that cannot be read is a record with problems, and the others go on', async () => {
  const good = acceptRecord(desk.guide);
  const lines = [
    Buffer.from('{"table":"up_pro_accept"'),
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
    Buffer.from(JSON.stringify({ table: 'up_pro_other', row_guid: 'k1' })),
    Buffer.from(JSON.stringify({ ...good, row_guid: 'k2', nation: '示例' })),
    Buffer.from(JSON.stringify({ ...good, row_guid: 'k3', accept_date: '2025-02-30 10:00:00' })),
    Buffer.from(JSON.stringify({ ...good, row_guid: 'k4', accept_date: '2099-01-01 10:00:00' })),
    Buffer.from(JSON.stringify({ ...good, row_guid: 'k5', accept_date: '2025-03-01 10:00:00' })),
    Buffer.from(JSON.stringify({ ...good, row_guid: 'k6', applyer_page_code: '650102199003071230' })),
    Buffer.from(JSON.stringify({ ...good, row_guid: 'k7', applyer_page_type: '001' })),
    Buffer.from('x'.repeat(70_000)),
    Buffer.from(''),
    Buffer.from('[1]'),
    Buffer.from(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`),
    Buffer.from(JSON.stringify(good)),
  ];
  const outcomes = await sent(system, Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])));
  expect(
    outcomes.map(({ line, outcome, problems = [] }) => [line, outcome, ...problems.map((one) => `${one.pointer} ${one.code}`)]),
  ).toEqual([
    [1, 'refused', ' json'],
    [2, 'refused', ' charset'],
    [3, 'refused', '/table one-of'],
    [4, 'refused', '/nation unknown'],
    [5, 'refused', '/accept_date code'],
    [6, 'refused', '/accept_date future'],
    [7, 'refused', '/accept_date order'],
    [8, 'refused', '/applyer_page_code check-digit'],
    [9, 'refused', '/applyer_page_type inconsistent'],
    [10, 'refused', ' line'],
    [12, 'refused', ' object'],
    [13, 'refused', ' too-deep'],
    [14, 'accepted'],
  ]);
  expect(new Set(outcomes.flatMap(({ problems = [] }) => problems.map(({ rule }) => rule)))).toEqual(new Set(['acceptance/A22']));
});

test('acceptance/A22: a system tells of the cases of its own organization, and of none that is handled here', async () => {
  const [number] = await numbers();
  await sent(system, [acceptRecord(desk.guide, { project_no: number })]);
  const here = await givenCase(desk);
  const [theirs] = await givenNumbers(other.clerk, other.guide);
  const strange = await sent(stranger, [
    acceptRecord(desk.guide),
    { ...acceptRecord(desk.guide), org_code: other.guide.organization.uscc },
    processRecord(number!),
  ]);
  expect(toldOf(strange)).toEqual([
    refused('/org_code', 'acceptance.record-of-another'),
    refused('/task_code', 'acceptance.record-of-another'),
    refused('/project_no', 'acceptance.record-of-another'),
  ]);
  const own = await sent(system, [
    processRecord(here.caseNumber),
    processRecord(theirs!),
    acceptRecord(desk.guide, { project_no: theirs }),
    acceptRecord(desk.guide, { task_code: '1165000001018385XX265011601300X' }),
    acceptRecord(desk.guide, { catalog_code: '000000000000' }),
    resultRecord(number!, { result_type: '13' }),
  ]);
  expect(toldOf(own)).toEqual([
    refused('/project_no', 'acceptance.run-here'),
    refused('/project_no', 'acceptance.number-not-reserved', 'acceptance/A1'),
    refused('/project_no', 'acceptance.number-not-reserved', 'acceptance/A1'),
    expect.stringContaining('refused | /task_') as string,
    'refused | /catalog_code inconsistent acceptance/A22',
    'refused | /result_explain missing acceptance/A7',
  ]);
});

test('acceptance/A22: nobody here acts on such a case, and the refusal names the rule', async () => {
  const { caseId } = openedBy(await sent(system, [acceptRecord(desk.guide)]));
  for (const [who, act, body] of [
    ['clerk', 'assignment', {}],
    ['officer', 'opinions', { step: 'S2', conclusion: 'pass', text: '符合' }],
    ['officer', 'decision', { granted: true }],
    ['head', 'extension', { days: 10, reason: '需要进一步核实' }],
    ['officer', 'termination', { reasons: ['终止'], basis: '《示例条例》第七条' }],
  ] as const) {
    const { status, body: problem } = await desk[who].agent.post(`/v1/cases/${caseId}/${act}`, body);
    expect([act, status, problem.code, problem.rule]).toEqual([act, 403, 'acceptance.run-elsewhere', 'acceptance/A22']);
  }
});

test('acceptance/A22, time-limits/T1: its clocks run from the acceptance; what is late is overdue, what is told late is not', async () => {
  const [open, procedure, plain] = await numbers(3);
  const dates = { apply_date: '2025-03-03 10:00:00', accept_date: '2025-03-03 10:30:00' };
  const { caseId: late } = openedBy(await sent(system, [acceptRecord(desk.guide, { project_no: open, ...dates })]));
  await w.turnClock({ hours: 1 });
  const clockOf = async (id: string) =>
    (await desk.officer.agent.get(`/v1/cases/${id}/clock`).expect(200)).body.items as {
      kind: string;
      state: string;
      dueOn: string;
    }[];
  expect((await clockOf(late)).map(({ state }) => state)).toEqual(['exceeded', 'exceeded']);
  const told = async (number: string, ...more: object[]) => {
    const accept = acceptRecord(desk.guide, { project_no: number, ...dates });
    return clockOf(openedBy(await sent(system, [accept, ...(more as never[])])).caseId);
  };
  const stood = await told(procedure!, specialRecord(procedure!), resultRecord(procedure!));
  const ran = await told(plain!, specialRecord(plain!, { special_name: '公示' }), resultRecord(plain!));
  expect([...stood, ...ran].map(({ state }) => state)).toEqual(['met', 'met', 'met', 'met']);
  const dueOn = (limits: typeof stood) => limits.find(({ kind }) => kind === 'acceptance.promised')!.dueOn;
  expect([dueOn(ran), dueOn(stood)]).toEqual(['2025-03-17', '2025-03-19']);
});

test('acceptance/A20, A22: an extension that is told extends the limit once, by the days told', async () => {
  const [number] = await numbers();
  const now = new Date(await w.turnClock({}));
  const text = (ago: number) => new Date(now.getTime() - ago * 3_600_000).toISOString();
  const accept = acceptRecord(desk.guide, { project_no: number, apply_date: text(3), accept_date: text(2) });
  const extension = { special_type: '1', special_time: text(1), end_time: text(1) };
  const outcomes = await sent(system, [
    accept,
    specialRecord(number!, extension),
    specialRecord(number!, { ...extension, extend: { days: 5 } }),
    specialRecord(number!, { ...extension, extend: { days: 5 } }),
    specialRecord(number!, { extend: { days: 5 } }),
  ]);
  expect(toldOf(outcomes)).toEqual([
    'accepted',
    'refused | /extend/days missing acceptance/A22',
    'accepted',
    refused('/special_type', 'acceptance.record-contradicts'),
    'refused | /extend unexpected acceptance/A22',
  ]);
  const { body } = await desk.officer.agent.get(`/v1/cases/${outcomes[0]!.caseId}/clock`).expect(200);
  expect(body.items.map(({ kind, extensionDays }: Record<string, unknown>) => [kind, extensionDays])).toContainEqual([
    'acceptance.statutory',
    5,
  ]);
});

test('acceptance/A22: a stream that breaks off leaves whole records, and sending it again changes nothing', async () => {
  const [one, two] = [acceptRecord(desk.guide), acceptRecord(desk.guide)];
  const body = ndjson([one, two]);
  const sending = request(`${w.config.publicUrl}/v1/partner-cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${system.agent.token}` },
  });
  sending.on('error', () => undefined);
  sending.write(body.slice(0, body.indexOf('\n') + 40));
  const [answer] = (await once(sending, 'response')) as [NodeJS.ReadableStream];
  answer.on('error', () => undefined);
  const [first] = (await once(answer, 'data')) as [Buffer];
  sending.destroy();
  expect(outcomesOf(first.toString())).toEqual([expect.objectContaining({ outcome: 'accepted', key: one.row_guid })]);
  expect(toldOf(await sent(system, [one, two]))).toEqual(['duplicate', 'accepted']);
});

test('acceptance/A22: two at once, the same stream, two streams of one case, a result before its acceptance, two results', async () => {
  const [same, split, twice] = await numbers(3);
  const [whole, [accept, ...rest], [begin]] = [story(same!), story(split!), story(twice!)];
  const results = [resultRecord(twice!), resultRecord(twice!, { result_type: '13', result_explain: '不符合条件' })];
  await sent(system, [begin!]);
  const all = await Promise.all([
    ...[sent(system, whole), sent(system, whole)],
    ...[sent(system, rest), sent(system, [accept!])],
    ...results.map((result) => sent(system, [result])),
  ]);
  const outcomes = (n: number) => all[n]!.map(({ outcome }) => outcome);
  expect([outcomes(0), outcomes(1)].map((one) => [...new Set(one)]).sort()).toEqual([['accepted'], ['duplicate']]);
  expect([...outcomes(4), ...outcomes(5)].sort()).toEqual(['accepted', 'refused']);
  for (const number of [same, split, twice]) {
    const [{ id }] = (await w.rows<{ id: string }>('select id from acceptance."case" where case_number = $1', [number])) as [
      { id: string },
    ];
    expect(await caseOf(id)).toMatchObject({ state: 'completed' });
    expect(await factsOf(id)).toEqual(['accepted', 'completed', 'decided', 'submitted']);
  }
});

test('acceptance/A22: nothing that names a person is kept in clear', async () => {
  const secrets = ['示例隐私申请人', '650102199003071235', '示例隐私审查员', '示例隐私意见', '13999000018'];
  const [number] = await numbers();
  await sent(system, [
    acceptRecord(desk.guide, {
      project_no: number,
      applyer_name: secrets[0],
      applyer_page_code: secrets[1],
      contact_mobile: secrets[4],
    }),
    processRecord(number!, { handle_user_name: secrets[2], handle_explain: `${secrets[3]} 650102199003071235` }),
  ]);
  for (const table of ['acceptance.partner_record', 'acceptance."case"', 'kernel.history', 'kernel.fact', 'identity.person']) {
    const found = await w.rows(`select 1 from ${table} t where t::text like any($1::text[])`, [secrets.map((one) => `%${one}%`)]);
    expect([table, found]).toEqual([table, []]);
  }
  const [{ id }] = (await w.rows<{ id: string }>('select id from acceptance."case" where case_number = $1', [number])) as [
    { id: string },
  ];
  const { body } = await desk.officer.agent.get(`/v1/cases/${id}/partner-records`).expect(200);
  expect(JSON.stringify(body)).not.toMatch(/6501021990|审查员|申请人/);
  expect(body.items.at(-1)).toMatchObject({ text: `${secrets[3]} **************1235`, name: '审查' });
});

test('acceptance/A1: numbers reserved at once and numbers of cases come from one counter', async () => {
  const fresh = await givenDesk(w);
  const [reserved, ...cases] = await Promise.all([
    Promise.all(Array.from({ length: 4 }, () => givenNumbers(fresh.clerk, fresh.guide, 25))),
    ...Array.from({ length: 4 }, () => givenCase(fresh)),
  ]);
  const given = [...reserved.flat(), ...cases.map(({ caseNumber }) => caseNumber)];
  expect(new Set(given).size).toBe(104);
  expect(given.map((number) => Number(number.slice(40))).sort((one, next) => one - next)).toEqual(
    Array.from({ length: 104 }, (_, n) => n + 1),
  );
});

test('acceptance/A1: an organization reserves for its own items, for today and the days after, a thousand at most', async () => {
  const { code } = desk.guide;
  const reserve = (by: Somebody, body: object) => by.agent.post('/v1/number-reservations', body);
  await reserve(other.clerk, { code, count: 1 }).expect(403);
  await reserve(stranger, { code, count: 1 }).expect(403);
  await reserve(desk.clerk, { code, count: 1_001 }).expect(422);
  const { body: unknown } = await reserve(desk.clerk, { code: code.replace(/.$/, '9'), count: 1 }).expect(422);
  expect(unknown).toMatchObject({ code: 'acceptance.no-such-offer', rule: 'acceptance/A4' });
  for (const day of ['2025-01-01', '2098-01-01']) {
    const { body } = await reserve(system, { code, count: 1, day }).expect(422);
    expect(body).toMatchObject({ code: 'acceptance.reservation-day', rule: 'acceptance/A1' });
  }
});

test('acceptance/A1: a number is used once, by this organization, for this item; the list tells how many are used', async () => {
  const fresh = await givenDesk(w);
  const its = await partner(w, fresh.guide.organization.id);
  const [used] = await givenNumbers(its, fresh.guide, 3);
  const [theirs] = await givenNumbers(other.clerk, other.guide);
  const accept = (project_no: string) => acceptRecord(fresh.guide, { project_no });
  const first = await sent(its, [accept(used!), accept(used!), accept(theirs!)]);
  expect(toldOf(first)).toEqual([
    'accepted',
    refused('/table', 'acceptance.record-contradicts'),
    refused('/project_no', 'acceptance.number-not-reserved', 'acceptance/A1'),
  ]);
  const { body } = await its.agent.get(`/v1/number-reservations?code=${fresh.guide.code}&limit=1`).expect(200);
  expect(body).toMatchObject({ items: [{ count: 3, used: 1, first: used }], nextCursor: null });
  await its.agent.get('/v1/number-reservations?cursor=WyJ4Il0').expect(400);
});

// The last: it turns the clock.
test('acceptance/A22, A1: what waits for too long is listed, and what contradicts its case when that comes; numbers expire', async () => {
  const [forgotten, contradicted, unused] = await numbers(3);
  await sent(system, [processRecord(forgotten!), resultRecord(contradicted!, { result_date: '2025-03-01 10:00:00' })]);
  const [opened] = await sent(system, [acceptRecord(desk.guide, { project_no: contradicted })]);
  expect(opened).toMatchObject({ outcome: 'accepted' });
  expect(await caseOf(opened!.caseId!)).toMatchObject({ state: 'accepted' });
  const unplaced = async (by: Somebody, query = '') =>
    (
      (await by.agent.get(`/v1/partner-cases/unplaced?limit=100${query}`).expect(200)).body.items as Record<string, unknown>[]
    ).filter(({ caseNumber }) => caseNumber === forgotten || caseNumber === contradicted);
  const parked = { caseNumber: forgotten, state: 'parked', overdue: false };
  expect(await unplaced(system)).toEqual([
    expect.objectContaining(parked),
    expect.objectContaining({ caseNumber: contradicted, state: 'refused', refusal: 'before-the-beginning' }),
  ]);
  expect(await unplaced(system, '&overdue=true')).toEqual([]);
  await w.turnClock({ days: 31 });
  const [expired] = toldOf(await sent(system, [acceptRecord(desk.guide, { project_no: unused })]));
  expect(expired).toBe(refused('/project_no', 'acceptance.number-not-reserved', 'acceptance/A1'));
  const supervisor = await staff(w, { role: 'supervisor', area: '650102000000' });
  expect(await unplaced(supervisor, '&overdue=true&state=parked')).toEqual([
    expect.objectContaining({ ...parked, overdue: true }),
  ]);
  expect(await unplaced(stranger)).toEqual([]);
});
