import { webcrypto } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

interface Sent {
  method: string;
  headers: Record<string, string>;
}

/** What the console does to a request before it leaves the browser. */
async function interceptor(): Promise<(request: Sent) => Sent> {
  const { text } = await w.as().get('/docs/swagger-ui-init.js').expect(200);
  const made: { requestInterceptor?: (request: Sent) => Sent } = {};
  const SwaggerUIBundle = Object.assign((options: object) => ({ ...Object.assign(made, options), initOAuth: () => undefined }), {
    presets: {},
    plugins: {},
  });
  const window: Record<string, unknown> = { location: { search: '' } };
  runInNewContext(text, { window, SwaggerUIBundle, SwaggerUIStandalonePreset: {}, crypto: webcrypto });
  (window.onload as () => void)();
  return made.requestInterceptor!;
}

test('the console fills a fresh Idempotency-Key for each act, and keeps one that somebody typed', async () => {
  const intercept = await interceptor();
  const document = (await w.as().get('/openapi.json').expect(200)).body;
  const { example } = document.paths['/v1/cases'].post.parameters.find(
    ({ name }: { name: string }) => name === 'Idempotency-Key',
  );
  const sent = (key?: string) =>
    intercept({ method: 'POST', headers: key ? { 'Idempotency-Key': key } : {} }).headers['Idempotency-Key'];
  const keys = [sent(example), sent(example)];
  expect(new Set(keys).size).toBe(2);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(sent('my-own-key')).toBe('my-own-key');
  expect(sent()).toBeUndefined();
});
