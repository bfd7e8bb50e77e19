// npm run check: all that can be told without a database. Every check runs to its end; one that fails, fails the whole.
import { execFile } from 'node:child_process';

const checks = {
  types: ['tsc', '--noEmit', '-p', 'tsconfig.json'],
  lint: ['eslint', '.'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  architecture: ['depcruise', 'src', '--config', '.dependency-cruiser.cjs'],
  openapi: ['node', 'scripts/openapi.mjs', '--check'],
  map: ['node', 'scripts/map.mjs', '--check'],
  rules: ['node', 'scripts/rules.mjs', '--check'],
};

const runs = Object.entries(checks).map(([name, [command, ...args]]) => {
  const options = { shell: process.platform === 'win32', maxBuffer: 1 << 26 };
  return new Promise((done) =>
    execFile(command, args, options, (error, stdout, stderr) => {
      console.log(`${error ? 'failed' : 'passed'}  ${name}`);
      if (error) console.log(stdout + stderr);
      done(!error);
    }),
  );
});
if (!(await Promise.all(runs)).every(Boolean)) process.exitCode = 1;
