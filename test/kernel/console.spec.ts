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

test('a browser may run the console: its policy allows what its page names, and nothing from elsewhere', async () => {
  const page = await w.as().get('/docs').expect(200);
  const policy = page.headers['content-security-policy'];
  expect(policy).toContain("script-src 'self';");
  const scripts = [...page.text.matchAll(/<script([^>]*)>([^<]*)/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, inline] of scripts) {
    expect(inline!.trim()).toBe('');
    const path = new URL(/src="([^"]+)"/.exec(attributes!)![1]!, 'http://x/docs').pathname;
    await w.as().get(path).expect(200);
  }
  const redirect = await w.as().get('/docs/oauth2-redirect.html').expect(200);
  expect(redirect.text).toContain('<script src="oauth2-redirect.js">');
  expect((await w.as().get('/health/live')).headers['content-security-policy']).toMatch(/^default-src 'none';frame-ancestors/);
});
