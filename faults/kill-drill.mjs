// npm run drill -- [--kills 100] [--seed 1] [--redis redis://127.0.0.1:6379] [--clients 8] [--database] [--keep]
// `--database` kills PostgreSQL as well; `--keep` leaves it running for whoever wants to look.
// Two API processes and two workers on one PostgreSQL, each killed (SIGKILL) at random moments while people work and time passes.
// In the end what was acknowledged must be in the database, all of it, and every fact must have had exactly one effect per listener.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { layGround } from './ground.mjs';
import { Client, randomFrom } from './load.mjs';
import { Database, isReady, Process } from './processes.mjs';
import { judge } from './verdict.mjs';
import { freePort } from '../scripts/lib/free-port.mjs';

const text = (value) => ({ type: 'string', default: value });
const { values: options } = parseArgs({
  options: {
    kills: text('100'),
    seed: text('1'),
    clients: text('8'),
    redis: { type: 'string' },
    keep: { type: 'boolean' },
    database: { type: 'boolean' },
  },
});
const [kills, seed, clients] = [options.kills, options.seed, options.clients].map(Number);
const LONGEST_PAUSE = 4_000;
const PATIENCE = 240_000;
const DAY_EVERY = 3_000;

const began = Date.now();
const say = (line) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${line}`);
const random = randomFrom(seed);
const ledger = { cases: [], acts: [], refused: [], retries: 0, daysPassed: 0, findings: [] };

const ports = [await freePort(), await freePort()];
const ground = await layGround({ ports, redis: options.redis, persons: clients });
const processOf = (name, script, port) =>
  new Process(name, script, { ...ground.settings, PORT: String(port) }, ground.folder, (line) => ledger.findings.push(line));
const apis = ports.map((port, index) => processOf(`api-${index + 1}`, 'main.js', port));
const workers = [1, 2].map((number) => processOf(`worker-${number}`, 'worker.js', 0));
const all = [...apis, ...workers];
const mortal = options.database ? [...all, new Database(ground.folder)] : all;
const addresses = apis.map(({ address }) => address);
let working = true;

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end().then(() => process.exit(130)));
try {
  await drill();
} finally {
  await end();
}
process.exit();

async function drill() {
  all.forEach((one) => one.start());
  await until('the platform takes requests', async () => (await Promise.all(apis.map(isReady))).every(Boolean));
  say(`the platform is up, on ${options.redis ? 'Redis' : 'PostgreSQL'} as the queue; seed ${seed}`);
  const people = ground.applicants.map((applicant, index) => {
    const client = new Client({ addresses, ledger, ground, applicant, random: randomFrom(seed * 1_000 + index) });
    return client.work(() => !working);
  });
  const time = passTime();
  await killAtRandom();
  working = false;
  await Promise.all([...people, time]);
  say('the last act is acknowledged; waiting for the platform to come to rest');
  await until('rest', () => isAtRest().catch(() => false)).catch((error) => ledger.findings.push(error.message));
  await Promise.all(all.map((one) => one.stop()));
  const verdict = await judge(ledger, ground);
  report([...ledger.findings, ...verdict.findings], verdict.figures);
}

/** Leaves nothing running behind. */
async function end() {
  working = false;
  await Promise.all(all.map((one) => one.stop()));
  if (options.keep) say(`kept, with its PostgreSQL: ${ground.ownerUrl} in ${ground.folder}`);
  else await ground.leave();
}

async function killAtRandom() {
  for (let killed = 0; killed < kills;) {
    await until('an API process is up again', async () => (await Promise.all(apis.map(isReady))).some(Boolean));
    await sleep(random() * LONGEST_PAUSE);
    const victims = random() < 0.1 ? all : [mortal[Math.floor(random() * mortal.length)]];
    await Promise.all(victims.map((one) => one.killAndStart()));
    const before = killed;
    killed += victims.length;
    if (Math.floor(killed / 10) > Math.floor(before / 10)) say(`${killed} kills, ${ledger.acts.length} acts acknowledged`);
  }
}

/** Days pass while people work, so that limits warn and run out. */
async function passTime() {
  for (; working; await sleep(DAY_EVERY)) {
    const headers = { authorization: `Bearer ${ground.operator.token}`, 'content-type': 'application/json' };
    const turn = { method: 'POST', headers, body: JSON.stringify({ days: 1 }), signal: AbortSignal.timeout(20_000) };
    const answer = await fetch(`${addresses[Math.floor(random() * 2)]}/ops/clock/turns`, turn).catch(() => undefined);
    if (answer?.ok) ledger.daysPassed++;
    else if (answer && answer.status < 500) ledger.findings.push(`the clock does not turn: ${await answer.text()}`);
  }
}

/** Nothing is on its way to a listener and no rung is due. */
async function isAtRest() {
  const client = new pg.Client(ground.ownerUrl);
  await client.connect();
  const { rows } = await client.query(`
    select (select count(*) from kernel.fact_pending) + (select count(*) from kernel.delivery where state in ('due', 'running'))
      + (select count(*) from time_limits."limit" where state = 'running' and next_fire_at <= kernel.now()) as open`);
  await client.end();
  return rows[0].open === '0';
}

function report(findings, figures) {
  const perProcess = mortal.map(({ name, kills }) => `${name} ${kills}`).join(', ');
  const repeated = ledger.acts.filter(({ tries }) => tries > 1).length;
  const replayed = ledger.acts.filter((act) => act.replayed).length;
  const lines = {
    ...{ kills: `${mortal.reduce((sum, one) => sum + one.kills, 0)} (${perProcess})`, 'days passed': ledger.daysPassed },
    ...{
      'cases acknowledged': ledger.cases.length,
      'acts acknowledged': ledger.acts.length,
      'acts sent more than once': repeated,
      'answered from the key': replayed,
    },
    ...{ 'sent again unanswered': ledger.retries, 'refused, for the law was faster': ledger.refused.length, ...figures },
    ...{ findings: findings.length },
  };
  for (const [name, value] of Object.entries(lines)) say(`${name}: ${value}`);
  for (const finding of findings.slice(0, 50)) say(`FINDING ${finding}`);
  if (findings.length) process.exitCode = 1;
}

async function until(what, holds) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(200)) if (await holds()) return;
  throw new Error(`${what}: not within ${PATIENCE / 1000} s`);
}
