// Makes a fresh clone or an updated checkout ready. Runs before anything is installed: Node's own modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const lock = join(root, '.data/ready.lock');
const buildStamp = join(root, 'dist/.built-from');
const lockExpiresAfter = 15 * 60_000;
const windows = process.platform === 'win32';

export async function ensureInstalled() {
  await ensure(isInstalled, async () => {
    console.error('Installing the packages of package-lock.json ...');
    // A production NODE_ENV would leave out the compiler.
    await runOrExit('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  });
}

export async function ensureBuilt() {
  await ensure(isBuilt, async () => {
    console.error('Building ...');
    const source = hashOfSource();
    rmSync(buildStamp, { force: true });
    await runOrExit('nest', ['build']);
    writeFileSync(buildStamp, source);
  });
}

/** Runs an installed or a system command until it ends; resolves to its exit code. */
export function run(command, args, stdio = 'inherit') {
  return new Promise((done) => {
    const path = [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
    const child = spawn(command, args, { cwd: root, stdio, shell: windows, env: { ...process.env, PATH: path } });
    const forward = (signal) => {
      // The terminal has sent Ctrl-C to the whole group, npm may send it to this process again: the child has it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    // npm passes SIGTERM only to the shell between them, which dies of it alone.
    const shell = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === shell) return;
      clearInterval(watch);
      if (process.env.npm_lifecycle_event) child.kill();
    }, 500);
    const end = (code) => {
      for (const signal of signals) process.off(signal, forward);
      clearInterval(watch);
      done(code);
    };
    child.once('exit', (code, signal) => end(code ?? 128 + constants.signals[signal]));
    child.once('error', (error) => {
      console.error(error.message);
      end(127);
    });
  });
}

/** Standard output stays free for the command that follows. */
async function runOrExit(command, args) {
  const code = await run(command, args, ['ignore', 2, 2]);
  if (code === 0) return;
  releaseLock();
  process.exit(code);
}

function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(wanted).every(
    ([place, { version, integrity, optional, link }]) =>
      place === '' ||
      (installed[place] ? installed[place].version === version && installed[place].integrity === integrity : optional || link),
  );
}

function packagesOf(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

function isBuilt() {
  return existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === hashOfSource();
}

function hashOfSource() {
  const hash = createHash('sha256');
  const files = readdirSync(root).filter((name) => /^(tsconfig.*|nest-cli|package-lock)\.json$/.test(name));
  for (const folder of ['src', 'migrations'].filter((name) => existsSync(join(root, name)))) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true, recursive: true })) {
      if (entry.isFile() && !entry.name.endsWith('.spec.ts'))
        files.push(join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1));
    }
  }
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** One process at a time does the work, others wait for it and find it done. */
async function ensure(isDone, work) {
  if (!existsSync(lock) && isDone()) return;
  mkdirSync(dirname(lock), { recursive: true });
  for (let waited = false; !takeLock(); waited = true) {
    if (!waited) console.error(`Waiting for another process to install or build (${lock}) ...`);
    await sleep(200);
  }
  try {
    if (!isDone()) await work();
  } finally {
    releaseLock();
  }
}

function takeLock() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isLockStale()) return false;
    releaseLock();
    return takeLock();
  }
}

function isLockStale() {
  try {
    if (Date.now() - statSync(lock).mtimeMs > lockExpiresAfter) return true;
    const holder = Number(readFileSync(lock, 'utf8'));
    return holder > 0 && !process.kill(holder, 0);
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function releaseLock() {
  rmSync(lock, { force: true });
}
