import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from './story.mjs';

const verifier = join(import.meta.dirname, '../../examples/verify-licence.mjs');

/** Three files are all that examples/verify-licence.mjs gets: the credential, the published keys, the status list. */
export async function licenceIsVerified(story, cast, licenceId) {
  const holder = await cast.as('citizen');
  const licence = await holder.get(`/v1/licences/${licenceId}`);
  expect(licence, { standing: 'valid' }, 'the licence');
  story.line('platform', `issued and signed the e-licence ${licence.typeName} 电子证照`, {
    ...{ number: licence.number, state: licence.standing, due: licence.validUntil },
  });
  const { credential } = await holder.get(`/v1/licences/${licenceId}/credential`);
  const { status } = JSON.parse(Buffer.from(credential.split('.')[1], 'base64url').toString());
  const folder = mkdtempSync(join(tmpdir(), 'tongban-demo-'));
  try {
    const keep = (name, text) => (writeFileSync(join(folder, name), text), join(folder, name));
    const jwks = keep('keys.json', JSON.stringify(await cast.anybody.get('/v1/licences/keys')));
    const list = keep('status-list.jwt', await cast.anybody.get(new URL(status.status_list.uri).pathname));
    const given = ['--jwks', jwks, '--status-list', list, '--at', await cast.now()];
    const judge = (text) => run(['--credential', keep('credential', text), ...given]);
    expect({ outcome: await judge(credential) }, { outcome: 'valid' }, 'verification offline');
    story.line('anybody', 'verifies it offline with the published keys', { number: licence.number, state: 'valid' });
    const at = credential.indexOf('.') + 20;
    const changed = credential.slice(0, at) + (credential[at] === 'A' ? 'B' : 'A') + credential.slice(at + 1);
    expect({ outcome: await judge(changed) }, { outcome: 'forged' }, 'verification of a changed credential');
    story.line('anybody', 'changes one character of it and verifies again', { number: licence.number, state: 'forged' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(args) {
  return new Promise((done) => execFile(process.execPath, [verifier, ...args], (_, out, err) => done(out.trim() + err.trim())));
}
