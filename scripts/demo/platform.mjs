import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Broken } from './story.mjs';
import { freePort } from '../lib/free-port.mjs';

const root = join(import.meta.dirname, '../..');
const READY_WITHIN = 300_000;
const STOPS_WITHIN = 40_000;
const LAST_WORDS = 60;

// The demo's own platform is the whole of it in one process and sends nothing out, whatever the surroundings say.
const FOREIGN = ['TONGBAN_MODE', 'HOST', 'DATABASE_URL', 'MIGRATION_DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'TRUSTED_ISSUERS'];

/** Starts a platform on a free port. `stop` answers whether it ended as it should. */
export function startPlatform() {
  const words = [];
  let child, ended, baseUrl;
  const begun = begin();
  begun.catch(() => undefined);

  async function begin() {
    const port = await freePort();
    baseUrl = `http://127.0.0.1:${port}`;
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !FOREIGN.includes(name)));
    const own = { PORT: port, PUBLIC_URL: baseUrl, SEED_DEMO: 'true', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' };
    const env = { DATA_FOLDER: join(root, '.data/demo'), ...inherited, ...own };
    child = spawn(process.execPath, ['dist/main.js'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    ended = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        words.push(...text.split('\n').filter(Boolean));
        words.splice(0, words.length - LAST_WORDS);
      });
    }
  }

  return {
    async ready() {
      await begun;
      console.log(`Starting a platform at ${baseUrl} ...`);
      for (const until = Date.now() + READY_WITHIN; Date.now() < until; await sleep(250)) {
        if (hasEnded(child)) throw new Broken(`the platform ended by itself (${child.exitCode ?? child.signalCode})`);
        const answer = await fetch(`${baseUrl}/health/ready`).catch(() => undefined);
        if (answer?.ok) return baseUrl;
      }
      throw new Broken(`the platform was not ready within ${READY_WITHIN / 1000} s`);
    },
    lastWords: () => words.join('\n'),
    async stop() {
      await begun.catch(() => undefined);
      if (!child || hasEnded(child)) return false;
      child.kill('SIGTERM');
      const inTime = await Promise.race([ended, sleep(STOPS_WITHIN, undefined, { ref: false })]);
      if (!inTime) child.kill('SIGKILL');
      const clean = inTime?.[0] === 0;
      if (!clean) console.error(`The platform did not stop cleanly:\n${words.join('\n')}`);
      return clean;
    },
  };
}

const hasEnded = ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null;
