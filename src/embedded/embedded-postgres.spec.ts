import { fork } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { transformFileSync } from '@swc/core';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres';

const root = mkdtempSync(join(tmpdir(), 'embedded-postgres-'));
chmodSync(root, 0o755); // for the server's account when root runs the tests
const folder = join(root, 'usual');
const started = new Set<Pick<EmbeddedPostgres, 'stop'>>();

afterAll(async () => {
  for (const server of started) await server.stop();
  rmSync(root, { recursive: true, force: true });
});

async function start(where = folder): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder: where });
  started.add(server);
  return server;
}

/** In a Node process of its own, which a kill may end. */
async function startElsewhere(where = folder): Promise<EmbeddedPostgres & { kill(): Promise<void> }> {
  for (const name of ['installation', 'embedded-postgres']) {
    const jsc = { target: 'es2022', parser: { syntax: 'typescript' } } as const;
    const { code } = transformFileSync(join(__dirname, `${name}.ts`), { swcrc: false, module: { type: 'commonjs' }, jsc });
    writeFileSync(join(root, `${name}.js`), code);
  }
  const main = `require('./embedded-postgres').startEmbeddedPostgres({ folder: process.argv[2] }).then((server) => {
    process.once('message', () => server.stop().then(() => process.exit()));
    process.send(server);
  });`;
  const script = join(root, 'main.js');
  writeFileSync(script, main);
  const child = fork(script, [where], { env: { ...process.env, NODE_PATH: join(__dirname, '../../node_modules') } });
  const exited = new Promise((done) => child.once('exit', done));
  const stop = async () => {
    if (child.connected) child.send('stop');
    await exited;
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  started.add({ stop });
  const urls = await new Promise<EmbeddedPostgres>((done) =>
    child.once('message', (message) => done(message as EmbeddedPostgres)),
  );
  return { ...urls, stop, kill };
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(sql);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(50)) {
    const result = await attempt().catch(() => undefined);
    if (result !== undefined) return result;
  }
  return attempt();
}

const pidFile = (where = folder) => join(where, 'cluster/data/postmaster.pid');
const postmaster = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
const withoutPort = (url: string) => url.replace(/:\d+\//, '/');

describe('the embedded PostgreSQL', () => {
  it('keeps data and passwords over a restart', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'create table kept as select 1 as answer');
    await first.stop();
    await expect(ask(first.ownerUrl, 'select')).rejects.toThrow('ECONNREFUSED');
    expect(existsSync(pidFile())).toBe(false);

    const second = await start();
    expect(withoutPort(second.ownerUrl)).toBe(withoutPort(first.ownerUrl));
    expect(await ask(second.ownerUrl, 'select answer from kept')).toBe(1);
    await second.stop();
  });

  it('has an owner who may clone databases and an application role that owns nothing', async () => {
    const server = await start();
    await ask(server.ownerUrl, 'create database clone template tongban');
    expect(await ask(server.appUrl.replace(/tongban$/, 'clone'), 'select current_user as answer')).toBe('tongban_app');
    await expect(ask(server.appUrl, 'select * from kept')).rejects.toThrow('permission denied');
    await expect(ask(server.appUrl, 'create table mine ()')).rejects.toThrow('permission denied');
    await server.stop();
  });

  it('is set up for this application', async () => {
    const server = await start();
    const setting = (name: string) => ask(server.ownerUrl, `select current_setting('${name}') as answer`);
    expect(await setting('server_encoding')).toBe('UTF8');
    expect(await setting('max_connections')).toBe('200');
    expect(await setting('listen_addresses')).toBe('127.0.0.1');
    expect(await setting('client_connection_check_interval')).toBe('2s');
    expect(await setting('fsync')).toBe('on');
    const locale = `select datlocprovider::text || ' ' || datlocale as answer from pg_database where datname = 'tongban'`;
    expect(await ask(server.ownerUrl, locale)).toBe('b C.UTF-8');
    await ask(server.ownerUrl, 'create extension pg_trgm');
    expect(await ask(server.ownerUrl, `select cardinality(show_trgm('政务服务')) as answer`)).toBe(5);
    await server.stop();
  });

  it('is shared by processes, of which the last to leave stops it', async () => {
    const here = await start();
    const elsewhere = await startElsewhere();
    expect(elsewhere.ownerUrl).toBe(here.ownerUrl);
    await here.stop();
    expect(await ask(elsewhere.ownerUrl, 'select answer from kept')).toBe(1);
    await elsewhere.stop();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('outlives a killed Node process and is adopted by the next', async () => {
    const killed = await startElsewhere();
    await killed.kill();
    const orphan = postmaster();
    const next = await start();
    expect([postmaster(), next.ownerUrl]).toEqual([orphan, killed.ownerUrl]);
    await next.stop();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('comes back on the same port with everything committed when it is killed', async () => {
    const server = await start();
    await ask(server.ownerUrl, 'insert into kept values (2)');
    process.kill(postmaster(), 'SIGKILL');
    expect(await eventually(() => ask(server.ownerUrl, 'select max(answer) as answer from kept'))).toBe(2);
    await server.stop();
    expect(existsSync(pidFile())).toBe(false);
  });

  it('recovers at the next start when both were killed', async () => {
    const killed = await startElsewhere();
    await killed.kill();
    process.kill(postmaster(), 'SIGKILL');
    const next = await start();
    expect(await ask(next.ownerUrl, 'select max(answer) as answer from kept')).toBe(2);
    await next.stop();
  });

  it('does not take another process for its server', async () => {
    const server = await start();
    const lines = readFileSync(pidFile(), 'utf8').split('\n');
    await server.stop();
    writeFileSync(pidFile(), [process.pid, ...lines.slice(1)].join('\n'));
    const next = await start();
    expect(postmaster()).not.toBe(process.pid);
    await next.stop();
  });

  it('starts anew while another is just stopping it', async () => {
    let server = await start();
    for (let round = 0; round < 3; round++) {
      const stopped = server.stop();
      server = await start();
      await stopped;
      expect(await ask(server.ownerUrl, 'select max(answer) as answer from kept')).toBe(2);
    }
    await server.stop();
  });

  it.each(['first', 'later'])('ends with one server when %s starts coincide', async () => {
    const where = join(root, 'race');
    const servers = await Promise.all([start(where), startElsewhere(where), start(where)]);
    expect(new Set(servers.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
    await Promise.all(servers.map((server) => server.stop()));
    expect(existsSync(pidFile(where))).toBe(false);
  });
});
