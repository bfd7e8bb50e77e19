import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { signOf } from '../../src/kernel/http/door';
import { openApi } from '../../src/kernel/http/open-api';
import { World } from '../kit/world';

const root = join(__dirname, '../..');

interface Schema {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  maxLength?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  oneOf?: Schema[];
}
interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters: { name: string; in: string; schema: Schema; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Schema; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  security?: object[];
}

let w: World;
let text: string;
let operations: { at: string; method: string; operation: Operation }[];
let schemas: Record<string, Schema>;
beforeAll(async () => {
  w = await World.open();
  const document = openApi(w.app);
  text = `${JSON.stringify(document, null, 2)}\n`;
  schemas = document.components!.schemas as Record<string, Schema>;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
      at: `${method.toUpperCase()} ${path}`,
      method,
      operation,
    })),
  );
});
afterAll(() => w.close());

const failing = (sound: (operation: Operation, method: string) => boolean) =>
  operations.filter(({ operation, method }) => !sound(operation, method)).map(({ at }) => at);

test('the committed document is what the code says (npm run openapi writes it)', () => {
  expect(readFileSync(join(root, 'openapi/openapi.json'), 'utf8') === text).toBe(true);
});

test('the console serves the same document', async () => {
  const served = await w.as().get('/openapi.json').expect(200);
  expect(Object.keys((served.body as { paths: object }).paths)).toEqual(
    Object.keys((JSON.parse(text) as { paths: object }).paths),
  );
});

test('it lints clean with the recommended rules of Redocly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongban-openapi-'));
  writeFileSync(join(folder, 'openapi.json'), text);
  const redocly = join(root, 'node_modules/.bin/redocly');
  const run = promisify(execFile)(redocly, ['lint', 'openapi.json', '--extends', 'recommended', '--format', 'json'], {
    cwd: folder,
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', NO_UPDATE_NOTIFIER: '1', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  const { stdout } = await run.catch((error: { stdout: string }) => error).finally(() => rmSync(folder, { recursive: true }));
  const { problems } = JSON.parse(stdout) as {
    problems: { ruleId: string; message: string; location: { pointer?: string }[] }[];
  };
  expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual([]);
});

describe('every operation', () => {
  test('is called once, like the method behind its door', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !signOf(id))).toEqual([]);
  });

  test('is summed up in English and Chinese and stands under one tag', () => {
    expect(failing(({ summary = '' }) => /[A-Za-z]{3}/.test(summary) && /\p{Script=Han}/u.test(summary))).toEqual([]);
    expect(failing(({ tags }) => tags?.length === 1)).toEqual([]);
  });

  test('says what it answers when it goes well, and every refusal of the contract as a problem', () => {
    expect(failing(({ responses }) => Object.keys(responses).some((status) => /^[23]/.test(status)))).toEqual([]);
    const needed = ({ security }: Operation, method: string) => [
      ...['400', '401', '405', '429', '500', '503'],
      ...(security?.length ? ['403'] : []),
      ...(method === 'get' ? [] : ['409', '413', '415', '422']),
    ];
    expect(failing((operation, method) => needed(operation, method).every((status) => operation.responses[status]))).toEqual([]);
    const told = ({ responses }: Operation) =>
      Object.entries(responses).every(
        ([status, { content }]) => status < '400' || content?.['application/problem+json'] !== undefined,
      );
    expect(failing(told)).toEqual([]);
  });

  test('says whether it takes a token: none before an open door, one if you have one where strangers may knock as well', () => {
    const shown = operations.map(({ operation: { operationId, security } }) => {
      const { kinds } = signOf(operationId)!.to;
      const strangers = kinds.includes('nobody');
      const all = ['person', 'staff', 'partner'].every((kind) => (kinds as readonly string[]).includes(kind));
      const token = [{ bearer: [] }, { signIn: ['api'] }];
      return [operationId, security, strangers && all ? [] : strangers ? [{}, ...token] : token];
    });
    expect(shown.map(([id, security]) => [id, security])).toEqual(shown.map(([id, , expected]) => [id, expected]));
    expect(shown.filter(([, security]) => (security as object[]).length === 3).map(([id]) => id)).toContain('giveRating');
  });

  test('describes its body and every success but 202, 204 and 304 by a schema', () => {
    expect(
      failing(
        ({ requestBody }) => !requestBody || Object.values(requestBody.content).every(({ schema }) => schema !== undefined),
      ),
    ).toEqual([]);
    const bare = ({ responses }: Operation) =>
      Object.entries(responses).every(
        ([status, { content }]) =>
          status >= '300' || status === '202' || status === '204' || Object.keys(content ?? {}).length > 0,
      );
    expect(failing(bare)).toEqual([]);
  });

  test('names each parameter of its address; POST takes a key unless it only reads or each record has its own, PUT and PATCH take If-Match', () => {
    const headers = ({ parameters }: Operation) =>
      parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
    const unkeyed = ({ operationId }: Operation) => (signOf(operationId)!.reads ?? signOf(operationId)!.keyed) === true;
    expect(
      failing((operation, method) => method !== 'post' || headers(operation).includes('Idempotency-Key') !== unkeyed(operation)),
    ).toEqual([]);
    // One's own settings have one writer.
    const edited = operations.filter(({ at, method }) => ['put', 'patch'].includes(method) && !at.includes(' /v1/me'));
    expect(edited.filter(({ operation }) => !headers(operation).includes('If-Match')).map(({ at }) => at)).toEqual([]);
    const named = operations.filter(({ at, operation }) => {
      const parts = [...at.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const given = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      return JSON.stringify(parts) !== JSON.stringify(given.sort());
    });
    expect(named.map(({ at }) => at)).toEqual([]);
  });
});

describe('every value is bounded', () => {
  function* values(schema: Schema, at: string): Generator<[string, Schema]> {
    yield [at, schema];
    if (schema.items) yield* values(schema.items, `${at}[]`);
    for (const part of [...(schema.allOf ?? []), ...(schema.oneOf ?? [])]) yield* values(part, at);
    for (const [name, property] of Object.entries(schema.properties ?? {})) yield* values(property, `${at}.${name}`);
  }
  const all = (): [string, Schema][] => [
    ...Object.entries(schemas).flatMap(([name, schema]) => [...values(schema, name)]),
    ...operations.flatMap(({ at, operation }) =>
      operation.parameters.flatMap(({ name, schema }) => [...values(schema, `${at} ${name}`)]),
    ),
  ];
  const unbounded = (wrong: (schema: Schema) => boolean) =>
    all()
      .filter(([, schema]) => wrong(schema))
      .map(([at]) => at);

  test('texts by maxLength or a list of words', () => {
    expect(unbounded(({ type, enum: words, maxLength }) => type === 'string' && !words && maxLength === undefined)).toEqual([]);
  });
  test('lists by maxItems', () => {
    expect(unbounded(({ type, maxItems }) => type === 'array' && maxItems === undefined)).toEqual([]);
  });
  test('numbers are whole and have both ends', () => {
    expect(unbounded(({ type }) => type === 'number')).toEqual([]);
    expect(
      unbounded(({ type, minimum, maximum }) => type === 'integer' && (minimum === undefined || maximum === undefined)),
    ).toEqual([]);
  });
  test('objects have fields, or say that they are free', () => {
    const bare = (schema: Schema) =>
      schema.type === 'object' && schema.properties === undefined && !('additionalProperties' in schema) && !schema.allOf;
    expect(unbounded(bare)).toEqual([]);
  });
  test('every reference leads somewhere', () => {
    const lost = [...text.matchAll(/"\$ref": "#\/components\/schemas\/([^"]+)"/g)]
      .map(([, name]) => name!)
      .filter((name) => !schemas[name]);
    expect(lost).toEqual([]);
  });
});

test('no two inputs or views share a name: one of them would silently vanish from the document', () => {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(inputs|views|controller)\.ts$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(root, 'src', file), 'utf8').matchAll(/^(?:export )?class (\w+)/gm)].map(([, name]) => name!),
    );
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
