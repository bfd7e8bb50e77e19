import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import supertest, { type Test } from 'supertest';

/** Somebody at the API. Posts carry a fresh Idempotency-Key unless one is given. */
export class Agent {
  constructor(
    private readonly server: Server,
    readonly token?: string,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The same somebody with more headers, e.g. `{ 'if-match': '"1"' }`. */
  with(headers: Record<string, string>): Agent {
    return new Agent(this.server, this.token, { ...this.headers, ...headers });
  }

  get(path: string): Test {
    return this.dress(supertest(this.server).get(path));
  }
  post(path: string, body: object = {}): Test {
    return this.dress(supertest(this.server).post(path).set('idempotency-key', randomUUID())).send(body);
  }
  /** Rows as a stream of one piece. */
  stream(path: string, type: string, body: string | Buffer): Test {
    const test = this.dress(supertest(this.server).post(path).set('idempotency-key', randomUUID()));
    // Superagent would make text of a buffer that it does not know the type of.
    return test
      .set('content-type', type)
      .serialize((given: string) => given)
      .send(body as string);
  }
  put(path: string, body: object): Test {
    return this.dress(supertest(this.server).put(path)).send(body);
  }
  patch(path: string, body: object): Test {
    return this.dress(supertest(this.server).patch(path)).send(body);
  }
  delete(path: string): Test {
    return this.dress(supertest(this.server).delete(path));
  }

  private dress(test: Test): Test {
    if (this.token) void test.auth(this.token, { type: 'bearer' });
    return test.set({ purpose: 'case-handling', 'accept-language': 'en', ...this.headers });
  }
}
