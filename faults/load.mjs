// People at work while processes die under them. Each sends every act until somebody answers, and keeps a ledger of the answers.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

const BUSY = new Set(['kernel.busy', 'kernel.changed-meanwhile']);
/** Acts that a case knows once. */
const ONCE = new Set(['accept', 'request-supplement', 'supplement', 'decide', 'deliver', 'withdraw']);
const MATERIALS = ['M01', 'M02'].map((code) => ({ code, kind: 'statement', text: '见附件所述' }));

/** A small generator whose sequence a seed repeats (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class Client {
  /** @param {{ addresses: string[], ledger: object, random: () => number, ground: object, applicant: object }} given */
  constructor(given) {
    Object.assign(this, given);
  }

  /** One case after the other until told to stop; then the one in hand is finished. */
  async work(stopped) {
    while (!stopped()) await this.handleCase();
  }

  async handleCase() {
    const { ground, applicant, ledger } = this;
    const { clerk, officer, code } = ground;
    const body = { code, channel: 'online', submit: true, form: { placeName: `演练店 ${randomUUID()}` }, materials: MATERIALS };
    const kase = await this.act(applicant, '/v1/cases', body);
    const entry = { id: kase.id, caseNumber: kase.caseNumber, state: kase.state, acts: { submit: 1 } };
    ledger.cases.push(entry);
    /** One act on this case, or undefined where it was refused: the verdict asks whether that was right. */
    const next = async (who, path, name, input = {}) => {
      const send = () => this.act(who, `/v1/cases/${kase.id}/${path}`, input);
      // Now and then a colleague does the same at the same moment, under another key.
      const answers = await Promise.all(ONCE.has(name) && this.random() < 0.15 ? [send(), send()] : [send()]);
      const [answer, ...more] = answers.filter(({ refused }) => !refused);
      if (more.length) ledger.findings.push(`${name} of ${kase.id} was done twice`);
      if (!answer) {
        ledger.refused.push({ id: kase.id, name, from: entry.state, ...answers[0].refused });
        return undefined;
      }
      entry.acts[name] = (entry.acts[name] ?? 0) + 1;
      for (const field of ['state', 'granted', 'licenceId']) if (answer[field] !== undefined) entry[field] = answer[field];
      return answer;
    };

    const chance = this.random();
    if (chance < 0.12) return;
    if (chance < 0.17) return next(applicant, 'withdrawal', 'withdraw', { reason: 'changed-mind' });
    if (chance < 0.32) {
      if (!(await next(clerk, 'supplement-requests', 'request-supplement', { points: [{ material: 'M02', problem: '缺章' }] })))
        return;
      if (this.random() < 0.2) return;
      if (!(await next(applicant, 'supplements', 'supplement', { materials: [MATERIALS[1]] }))) return;
    }
    if (!(await next(clerk, 'acceptance', 'accept')) || this.random() < 0.15) return;
    if (this.random() < 0.3) {
      const kind = this.random() < 0.5 ? 'testing' : 'publication';
      const begun = await next(officer, 'special-procedures', kind === 'testing' ? 'suspend' : 'begin-procedure', {
        kind,
        reason: '需要',
      });
      if (!begun || this.random() < 0.1) return;
      if (!(await next(officer, `special-procedures/${begun.procedureId}/end`, 'end-procedure', { result: '完成' }))) return;
    }
    const decision = this.random() < 0.75 ? { granted: true } : { granted: false, reasons: ['不符合条件'] };
    if (!(await next(officer, 'decision', 'decide', decision))) return;
    if (this.random() < 0.85) await next(clerk, 'delivery', 'deliver', { method: 'window' });
  }

  /** Sends one act until it is answered: with what was done, or with a refusal. */
  async act(who, path, body) {
    const { ledger } = this;
    const key = randomUUID();
    for (let tries = 1; ; tries++) {
      const answer = await this.send(who, path, body, key, this.random() < 0.05);
      if (answer && answer.status < 300) {
        ledger.acts.push({ key, path, tries, replayed: answer.replayed });
        if (this.random() < 0.1) await this.sendAgain(who, path, body, key, answer.body);
        return answer.body;
      }
      if (answer && answer.status < 500 && answer.status !== 429 && !BUSY.has(answer.body.code)) {
        return { refused: { status: answer.status, code: answer.body.code, state: answer.body.state } };
      }
      if (answer?.status >= 500 && answer.status !== 503) ledger.findings.push(`${path} answered ${answer.status}`);
      ledger.retries++;
      await sleep(50 + this.random() * 250);
    }
  }

  /** The same key once more is the same answer. */
  async sendAgain(who, path, body, key, before) {
    const again = await this.send(who, path, body, key, false);
    if (!again || again.status >= 500) return;
    if (!again.replayed || !isDeepStrictEqual(again.body, before))
      this.ledger.findings.push(`${path}: another answer under ${key}`);
  }

  /** Undefined when nobody answered: the process died, or the client, `impatient`, hung up. */
  async send(who, path, body, key, impatient) {
    const address = this.addresses[Math.floor(this.random() * this.addresses.length)];
    const headers = { authorization: `Bearer ${who.token}`, 'idempotency-key': key, purpose: 'case-handling' };
    const signal = AbortSignal.timeout(impatient ? 1 + Math.floor(this.random() * 30) : 15_000);
    const post = {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    };
    try {
      const answer = await fetch(address + path, post);
      return { status: answer.status, replayed: answer.headers.has('idempotent-replayed'), body: await answer.json() };
    } catch {
      return undefined;
    }
  }
}
