import * as fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Installation, install, isAlive, run } from './installation';

/**
 * A real PostgreSQL from npm for development, tests and evaluation. Processes that name the same folder share one
 * server: the first starts it, the last to leave stops it. Each holds a session with a shared advisory lock, so
 * PostgreSQL itself knows who is left, even after a kill -9.
 */
export interface EmbeddedPostgres {
  ownerUrl: string;
  appUrl: string;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  folder: string;
  log?: (line: string) => void;
  /** Settings of the server besides those it always has, as `name=value`. */
  more?: string[];
}

const IN_USE_LOCK = 7_463_001;
const PATIENCE = 30_000;
const CLIENTS_LEAVE_WITHIN = 10_000;

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  `client_connection_check_interval=${process.platform === 'win32' ? '0' : '2s'}`,
  'log_checkpoints=off',
];

export async function startEmbeddedPostgres({
  folder,
  log = () => {},
  more = [],
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const installation = await install(resolve(folder), log);
  const settings = [...SETTINGS, ...more];
  let leaving: Promise<void> | undefined;
  const enter = async (formerPort?: number) => {
    const session = await attachOrStart(installation, settings, formerPort);
    session.once('end', () => {
      if (leaving) return;
      log('PostgreSQL broke off, starting it again');
      presence = enter(session.port); // where the pools that outlived it look for it
      presence.catch((error: Error) => log(error.message));
    });
    return session;
  };
  let presence: Promise<Client> = enter();

  const { port } = await presence;
  const { passwords } = installation;
  const url = (role: 'tongban_owner' | 'tongban_app') => `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/tongban`;
  return {
    ownerUrl: url('tongban_owner'),
    appUrl: url('tongban_app'),
    stop: () =>
      (leaving ??= presence.then((session) => leave(installation, session)).catch((error: Error) => log(error.message))),
  };
}

async function attachOrStart(installation: Installation, settings: string[], formerPort?: number): Promise<Client> {
  const { cluster, data } = installation;
  let failure = 'it does not answer';
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(50)) {
    const session = await attach(installation);
    if (session) return session;
    if (!runningServer(data)) await start(installation, settings, formerPort).catch((error: Error) => (failure = error.message));
  }
  const serverLog = join(cluster, 'server.log');
  const lines = fs.existsSync(serverLog) ? fs.readFileSync(serverLog, 'utf8').split('\n').slice(-8) : [];
  throw new Error([`PostgreSQL does not start: ${failure}`, ...lines].join('\n'));
}

/** Undefined while no server runs, it is still starting up, or the last process to leave is stopping it. */
async function attach(installation: Installation): Promise<Client | undefined> {
  const server = runningServer(installation.data);
  if (!server) return undefined;
  const session = new Client({
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    password: installation.passwords.postgres,
    database: 'postgres',
    ssl: false,
    application_name: `in use by process ${process.pid}`,
  });
  session.on('error', () => {}); // 'end' follows and says enough
  try {
    await session.connect();
    const { rows } = await session.query<{ joined: boolean }>('select pg_try_advisory_lock_shared($1) as joined', [IN_USE_LOCK]);
    if (rows[0]?.joined) return session;
    await session.end();
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('28')) throw error;
  }
  return undefined;
}

/** pg_ctl detaches the server from Node and the terminal. When several start at once, PostgreSQL lets one through. */
async function start(installation: Installation, settings: string[], formerPort?: number) {
  const { cluster, data, log } = installation;
  const crashed = postmasterFile(data);
  // Its process is a zombie, or its number was given to another program: PostgreSQL would take that for a server.
  if (crashed && isAlive(crashed.pid) && !runningServer(data)) fs.rmSync(join(data, 'postmaster.pid'), { force: true });
  const port = await freePort(formerPort);
  const options = [...settings, `port=${port}`].map((setting) => `-c ${setting}`).join(' ');
  await run(installation, 'pg_ctl', ['start', '-w', '-D', data, '-l', join(cluster, 'server.log'), '-o', options]);
  log(`PostgreSQL started on port ${port}`);
}

async function leave(installation: Installation, session: Client) {
  const ask = async (expression: string) =>
    (await session.query<{ answer: unknown }>(`select ${expression} as answer`)).rows[0]?.answer;
  await ask(`pg_advisory_unlock_shared(${IN_USE_LOCK})`);
  if (!(await ask(`pg_try_advisory_lock(${IN_USE_LOCK})`))) return session.end();

  // The sockets of a closed pool outlive its end() by a moment; breaking them off would be reported as an error.
  const others = `(select count(*)::int from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid())`;
  for (const deadline = Date.now() + CLIENTS_LEAVE_WITHIN; (await ask(others)) && Date.now() < deadline;) await sleep(20);

  // pg_ctl -w would go on waiting if another process started the server again meanwhile.
  const { data, log } = installation;
  const stopping = postmasterFile(data)?.pid;
  await run(installation, 'pg_ctl', ['stop', '-W', '-m', 'fast', '-D', data]);
  while (stopping && runningServer(data)?.pid === stopping) await sleep(20);
  log('PostgreSQL stopped');
}

function postmasterFile(data: string) {
  try {
    const [pid, folder, , port] = fs.readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return pid && folder && port ? { pid: Number(pid), folder, port: Number(port) } : undefined;
  } catch {
    return undefined;
  }
}

function runningServer(data: string) {
  const server = postmasterFile(data);
  return server && isAlive(server.pid) && resolve(server.folder) === data && isServerOf(data, server.pid) ? server : undefined;
}

function isServerOf(data: string, pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(data);
  } catch {
    return false;
  }
}

function freePort(preferred = 0): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) => (preferred ? done(freePort()) : fail(error)));
    probe.listen(preferred, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
