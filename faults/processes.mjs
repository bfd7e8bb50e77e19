// The platform as its processes: each can be killed at any moment, and comes back.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const dist = resolve(import.meta.dirname, '../dist');

export class Process {
  /** @param {(name: string) => void} diedByItself */
  constructor(name, script, environment, logFolder, diedByItself) {
    Object.assign(this, { name, script, environment, diedByItself, kills: 0 });
    this.log = createWriteStream(join(logFolder, `${name}.log`));
  }

  get address() {
    return `http://127.0.0.1:${this.environment.PORT}`;
  }

  start() {
    if (this.stopping) return;
    const child = spawn(process.execPath, [join(dist, this.script)], { env: { ...process.env, ...this.environment } });
    child.stdout.pipe(this.log, { end: false });
    child.stderr.pipe(this.log, { end: false });
    this.ended = once(child, 'exit').then(([code, signal]) => {
      if (signal === 'SIGKILL' || this.stopping) return;
      this.diedByItself(`${this.name} ended by itself (${code ?? signal})`);
      this.start();
    });
    this.child = child;
  }

  async killAndStart() {
    this.kills++;
    this.child.kill('SIGKILL');
    await this.ended;
    this.start();
  }

  async stop() {
    this.stopping = true;
    this.child?.kill('SIGTERM');
    await this.ended;
  }
}

/** The PostgreSQL that the drill holds up: whoever started it starts it again when it breaks off. */
export class Database {
  name = 'postgres';
  kills = 0;

  constructor(folder) {
    this.pidFile = join(folder, 'postgres/cluster/data/postmaster.pid');
  }

  async killAndStart() {
    const pid = existsSync(this.pidFile) ? Number(readFileSync(this.pidFile, 'utf8').split('\n')[0]) : 0;
    if (!pid) return;
    this.kills++;
    process.kill(pid, 'SIGKILL');
  }
}

/** Whether it answers that it takes requests. */
export const isReady = async ({ address }) => {
  const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
  return answer?.status === 200;
};
