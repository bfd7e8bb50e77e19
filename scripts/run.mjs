// node scripts/run.mjs [--built] [command] [arguments]: installs and, if asked, builds what is missing or out of date,
// then runs the command, installed ones first.
import { ensureBuilt, ensureInstalled, run } from './ready.mjs';

const args = process.argv.slice(2);
const built = args[0] === '--built' && args.shift();
const command = args.shift();

await ensureInstalled();
if (built) await ensureBuilt();
if (command) process.exitCode = await run(command, args);
