import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signOf } from '../../src/kernel/http/door';
import { seedDemoRegion } from '../../src/seed/demo-region';
import { personId, staffId } from '../../src/seed/people';
import { partner, type PersonName, persons, staff, type StaffName } from '../../src/seed/sign-ins';
import { token } from '../kit/actors';
import { World } from '../kit/world';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  example?: string | number;
  schema: { example?: string | number };
}
interface Operation {
  operationId: string;
  parameters: Parameter[];
  requestBody?: { content: Record<string, { example?: object | string }> };
}
interface Door extends Operation {
  path: string;
  method: string;
}

/** Operations whose example nobody can know before, and why. Everything they need is told by another operation of the console. */
const EXCEPTIONS: Record<string, string> = {
  readProgress: 'the query code is told once, in the answer to a submission, and kept as a digest',
  cancelJob: 'a job that can be cancelled lasts no longer than its rows',
  downloadCaseMaterial: 'a link is signed for one reader and lasts ten minutes; the material tells it',
  resolveInvitation: 'the code of an invitation is random and stands in the message to the person served',
};

const document = JSON.parse(readFileSync(join(__dirname, '../../openapi/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const doors: Door[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ ...operation, path, method })),
);
const called = (door: Door) => `${door.operationId} ${door.method.toUpperCase()} ${door.path}`;
const onlyReads = ({ method, operationId }: Door) => method === 'get' || signOf(operationId)?.reads === true;
const exampled = doors.filter(({ operationId }) => !(operationId in EXCEPTIONS));
const table = (some: Door[]) => some.map((door) => [called(door), door] as const);

/** What the console fills in for a parameter. */
const valueOf = ({ example, schema }: Parameter): string | undefined => (example ?? schema.example)?.toString();

/** What stands in the way of sending an operation as it is shown. */
function missing({ operationId, parameters, requestBody }: Door): string[] {
  const unsaid = parameters.filter((one) => one.required && valueOf(one) === undefined).map(({ name }) => name);
  if (requestBody && !bodyOf(requestBody).example) unsaid.push('the body');
  const { to, as } = signOf(operationId)!;
  if (!as && !to.kinds.includes('nobody')) unsaid.push('who sends it');
  return unsaid;
}

/** The first type of body, which the console shows. */
function bodyOf({ content }: NonNullable<Operation['requestBody']>): { type: string; example?: object | string } {
  const [[type, { example }]] = Object.entries(content) as [[string, { example?: object | string }]];
  return { type, example };
}

let w: World;
const tokens = new Map<string, string>();
beforeAll(async () => {
  w = await World.open();
  await seedDemoRegion(w.app);
  await w.settle();
}, 60_000);
afterAll(() => w.close());

async function tokenOf(signInName: string): Promise<string> {
  const claims = claimsOf(signInName);
  if (!claims) throw new Error(`nobody of the demo region signs in as ${signInName}`);
  if (!tokens.has(signInName)) tokens.set(signInName, await token(w, claims));
  return tokens.get(signInName)!;
}

function claimsOf(name: string): Record<string, string> | undefined {
  if (name in persons) return { sub: personId(name as PersonName), kind: 'person' };
  if (name in staff) return { sub: staffId(name as StaffName), kind: 'staff' };
  return name === partner.clientId ? { sub: name, client_id: name, kind: 'partner' } : undefined;
}

/** Exactly what the console sends: what the document shows, and the token of the account it names. */
async function execute({ path, method, operationId, parameters, requestBody }: Door): Promise<{ status: number; body: string }> {
  const given = (place: Parameter['in']) =>
    parameters.flatMap((one): [string, string][] => (one.in === place && valueOf(one) ? [[one.name, valueOf(one)!]] : []));
  const inPath = Object.fromEntries(given('path'));
  const address = new URL(
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(inPath[name] ?? '')),
    w.config.publicUrl,
  );
  address.search = new URLSearchParams(given('query')).toString();
  const headers = new Headers(given('header'));
  if (headers.has('idempotency-key')) headers.set('idempotency-key', randomUUID());
  const { as } = signOf(operationId)!;
  if (as) headers.set('authorization', `Bearer ${await tokenOf(as)}`);
  const { type, example } = requestBody ? bodyOf(requestBody) : {};
  if (type) headers.set('content-type', type);
  const body = typeof example === 'string' ? example : example && JSON.stringify(example);
  const answer = await fetch(address, { method: method.toUpperCase(), headers, body });
  return { status: answer.status, body: await answer.text() };
}

test('every operation shows an example that is complete, or is an exception', () => {
  expect(exampled.map((door) => [called(door), missing(door)]).filter(([, unsaid]) => unsaid!.length)).toEqual([]);
});

test('no exception is made without need', () => {
  const known = Object.keys(EXCEPTIONS).filter((id) => doors.some((door) => door.operationId === id && missing(door).length));
  expect(known).toEqual(Object.keys(EXCEPTIONS));
});

describe.each([
  ['reads, before anything has been changed', exampled.filter(onlyReads)],
  ['acts, in the order of the document, each once', exampled.filter((door) => !onlyReads(door))],
])('%s', (_, some) => {
  test.each(table(some))('%s', async (_, door) => {
    expect(missing(door)).toEqual([]);
    const { status, body } = await execute(door);
    // An import answers 200 and refuses row by row.
    expect(body).not.toContain('"outcome":"refused"');
    expect([status, status < 300 ? 'as told' : body]).toEqual([signOf(door.operationId)!.status ?? 200, 'as told']);
  });
});

test('whatever the acts told has been heard without a fault, and what they began has refused nothing', async () => {
  await w.settle();
  expect(await w.rows(`select problems from kernel.job_row where outcome = 'refused'`)).toEqual([]);
});
