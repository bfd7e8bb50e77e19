import { randomUUID } from 'node:crypto';
import { tokenFor } from '../lib/sign-in.mjs';
import { Broken, expect } from './story.mjs';

/** Who appears in the story; each signs in when they appear first. */
export class Cast {
  #known = new Map();

  constructor(baseUrl) {
    this.baseUrl = baseUrl;
    this.anybody = new Caller(baseUrl, 'anybody');
  }

  async as(signInName) {
    if (!this.#known.has(signInName)) {
      const token = await tokenFor(this.baseUrl, signInName).catch((error) => {
        throw new Broken(error.cause ? silence(this.baseUrl, error) : `${error.message}; is the demo region seeded?`);
      });
      this.#known.set(signInName, new Caller(this.baseUrl, signInName, token));
    }
    return this.#known.get(signInName);
  }

  /** Business time, which the demo turns. */
  async now() {
    const { status, body } = await this.anybody.send('GET', '/ops/clock');
    if (status !== 200) throw new Broken(`${this.baseUrl} is no platform in demo mode: its clock does not turn (${status})`);
    return body.now;
  }
}

/** Somebody at the API. */
export class Caller {
  constructor(baseUrl, who, token) {
    Object.assign(this, { baseUrl, who, token });
  }

  get(path) {
    return this.#done('GET', path);
  }
  post(path, body = {}) {
    return this.#done('POST', path, body);
  }
  /** A file, as it is. */
  upload(type, bytes) {
    return this.#done('POST', '/v1/uploads', bytes, { 'content-type': type });
  }
  /** Replaces a document, as this version of it was read. */
  put(path, version, body) {
    return this.#done('PUT', path, body, { 'if-match': `"${version}"` });
  }

  /** A post that must be refused with these facts; answers the problem. */
  async refused(path, sent, problem) {
    const { status, body } = await this.send('POST', path, sent);
    return expect({ ...body, status }, problem, `${this.who}: POST ${path}`);
  }

  async send(method, path, body, more = {}) {
    const headers = { accept: 'application/json', 'accept-language': 'en', purpose: 'case-handling', ...more };
    if (this.token) headers.authorization = `Bearer ${this.token}`;
    if (body) Object.assign(headers, { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...more });
    const sent = typeof body === 'string' ? body : body && JSON.stringify(body);
    const answer = await fetch(this.baseUrl + path, { method, headers, body: sent }).catch((error) => {
      throw new Broken(silence(this.baseUrl, error));
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, body: isJson ? JSON.parse(text) : text };
  }

  async #done(method, path, sent, more) {
    const { status, body } = await this.send(method, path, sent, more);
    if (status < 300) return body;
    const errors = body.errors?.map(({ pointer, detail }) => `\n  ${pointer} ${detail}`).join('') ?? '';
    throw new Broken(`${this.who}: ${method} ${path} answered ${status} ${body.code ?? ''} ${body.detail ?? ''}${errors}`);
  }
}

const silence = (baseUrl, { cause, message }) => `${baseUrl} does not answer: ${cause?.message || cause?.code || message}`;
