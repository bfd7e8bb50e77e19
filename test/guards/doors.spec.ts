import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response } from 'supertest';
import type { Grant } from '../../src/kernel/authz/actor';
import { type Permission, open } from '../../src/kernel/authz/permissions';
import { signOf } from '../../src/kernel/http/door';
import { ROLES } from '../../src/modules/identity/identity.permissions';
import { partner, person, staff } from '../kit/actors';
import type { Agent } from '../kit/agent';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';
import { records } from './door-records';
import type { Reach } from './reach';

interface Operation {
  operationId: string;
  parameters: { name: string; in: string; example?: string }[];
  requestBody?: { content: Record<string, { schema: Schema; example?: object | string } | undefined> };
  responses: Record<string, object>;
}
interface Schema {
  $ref?: string;
  example?: unknown;
  properties?: Record<string, Schema>;
}

const document = JSON.parse(readFileSync(join(__dirname, '../../openapi/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, { path, method, operation }] as const),
);
type Door = (typeof operations)[number][1];

let w: World;
/** Everybody there is, each with one quality: nobody, a person, a partner system, and a member of staff for each role. */
let everybody: { called: string; kind: string; role?: string; agent: Agent }[];
beforeAll(async () => {
  w = await World.open();
  const { id } = await givenOrganization(w);
  everybody = [
    { called: 'nobody', kind: 'nobody', agent: w.as() },
    { called: 'a person', kind: 'person', agent: (await person(w)).agent },
    { called: 'a partner system', kind: 'partner', role: 'partner-system', agent: (await partner(w, id)).agent },
    { called: 'staff without a role', kind: 'staff', agent: (await staff(w)).agent },
  ];
  for (const role of ROLES) everybody.push({ called: `a ${role}`, kind: 'staff', role, agent: (await staff(w, { role })).agent });
});
afterAll(() => w.close());

const NOWHERE = '00000000-0000-7000-8000-000000000000';

function send({ path, method, operation }: Door, agent: Agent, { at = {}, query = '', body = {}, headers = {} }: Partial<Reach>) {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(at[name] ?? NOWHERE)) + query;
  const dressed = agent.with(headers);
  if (method === 'get') return dressed.get(address);
  const stream = streamOf(operation);
  if (stream) return dressed.stream(address, stream, typeof body === 'string' ? body : JSON.stringify(body));
  if (method === 'delete') return dressed.delete(address);
  const content = (operation.requestBody ? body : {}) as object;
  return method === 'post'
    ? dressed.post(address, content)
    : method === 'put'
      ? dressed.put(address, content)
      : dressed.patch(address, content);
}

/** The type of the stream that an operation takes instead of JSON. */
const streamOf = ({ requestBody }: Operation): string | undefined =>
  Object.keys(requestBody?.content ?? {}).find((type) => type !== 'application/json');

const mayKnock = ({ kinds, roles }: Permission, { kind, role }: { kind: string; role?: string }) =>
  (kinds as readonly string[]).includes(kind) || (role !== undefined && roles.includes(role));
const told = (called: string, { status, body }: Response) =>
  `${called}: ${status} ${(body as { code?: string } | null)?.code ?? ''}`.trim();

describe.each(operations)('%s', (_, door) => {
  const sign = () => signOf(door.operation.operationId)!;

  test('is shut to everybody else: 401 to nobody, 403 to whom it does not name, 401 to a forged token', async () => {
    const shut = [told('a forged token', await send(door, w.as('forged.token.here'), {}))];
    const expected = ['a forged token: 401 kernel.not-signed-in'];
    for (const somebody of everybody) {
      if (mayKnock(sign().to, somebody)) continue;
      shut.push(told(somebody.called, await send(door, somebody.agent, {})));
      expected.push(`${somebody.called}: ${somebody.kind === 'nobody' ? '401 kernel.not-signed-in' : '403 kernel.not-allowed'}`);
    }
    expect(shut).toEqual(expected);
  });

  test('whoever may knock is answered, but never by a defect, with an address that leads nowhere', async () => {
    const welcome = everybody.filter((one) => mayKnock(sign().to, one));
    // Before an open door all are alike.
    for (const somebody of sign().to === open ? welcome.slice(0, 3) : welcome) {
      const answer = await send(door, somebody.agent, {});
      expect([somebody.called, [401, 405, 415, 500, 503].includes(answer.status) && told('', answer)]).toEqual([
        somebody.called,
        false,
      ]);
    }
  });

  test('opens to the one it is for, on a real record, and stays shut to the same role elsewhere', async () => {
    const reach = await reachOf(door, sign().to);
    const answer = await send(door, reach.by.agent, { body: exampleOf(door), ...reach });
    const success = Object.keys(door.operation.responses).filter((status) => status < '400');
    expect([answer.status, success.includes(String(answer.status)) ? 'as told' : answer.body]).toEqual([
      answer.status,
      'as told',
    ]);
    if (!reach.outsider) return;
    const outside = await send(door, reach.outsider.agent, { body: exampleOf(door), ...reach });
    expect(sign().to === open ? [200] : (reach.outside ?? [403, 404])).toContain(outside.status);
  });
});

async function reachOf({ path, operation: { operationId } }: Door, to: Permission): Promise<Reach> {
  const record = records[operationId] ?? records[nearest(path) ?? ''];
  if (record) return record(w);
  // A real record stands behind every parameter.
  if (path.includes('{')) throw new Error(`no record for ${path}: give ${operationId} one in test/guards/records`);
  return { by: await simplest(to) };
}

/** The longest address of the table that this one is, or lies below. */
const nearest = (path: string) =>
  Object.keys(records)
    .filter((address) => path === address || path.startsWith(`${address}/`))
    .sort((one, other) => other.length - one.length)[0];

async function simplest({ kinds, roles }: Permission) {
  if (kinds.includes('nobody')) return { id: 'nobody', agent: w.as() };
  const role = roles.find((one) => one !== 'partner-system');
  if (role !== undefined) return staff(w, { role } satisfies Grant);
  return kinds.includes('person') ? person(w) : staff(w);
}

/** What the document gives as example: of the body as a whole, or of each of its fields. */
function exampleOf({ operation }: Door): object | string {
  const { example, schema } = operation.requestBody?.content[streamOf(operation) ?? 'application/json'] ?? {};
  if (example) return example;
  const { properties = {} } = schema?.$ref ? document.components.schemas[schema.$ref.split('/').at(-1)!]! : (schema ?? {});
  const given = Object.entries(properties).filter(([, property]) => property.example !== undefined);
  return Object.fromEntries(given.map(([name, property]) => [name, property.example]));
}
