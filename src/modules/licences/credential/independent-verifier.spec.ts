import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { presentCredential } from './credential';
import { index, issued, jwks, listed, now, partsOf } from './credential.spec-kit';

/** Knows nothing of the platform but its published keys and status list. */
const SCRIPT = path.resolve('examples/verify-licence.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'verify-licence-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

async function judge(credential: string, statusList?: string, at = now.toISOString()): Promise<[string, number]> {
  const keys = ['--credential', file('credential', credential), '--jwks', file('jwks', JSON.stringify(jwks))];
  const rest = ['--status-list', file('list', statusList ?? (await listed())), '--at', at];
  return new Promise((resolve) =>
    execFile(process.execPath, [SCRIPT, ...keys, ...rest], (error, stdout) => resolve([stdout.trim(), Number(error?.code ?? 0)])),
  );
}

const changed = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

describe('independent verifier', () => {
  it('licences/L5: valid, whole or in part; then annulled', async () => {
    const credential = await issued();
    const annulled = await listed({ entries: [{ index, status: 'annulled' }] });
    expect(await judge(credential)).toEqual(['valid', 0]);
    expect(await judge(await presentCredential(credential, ['fields.scope']))).toEqual(['valid', 0]);
    expect(await judge(credential, annulled)).toEqual(['annulled', 1]);
  });

  it('licences/L5: one changed byte of payload, signature or disclosure is forged', async () => {
    const credential = await issued();
    const { token } = partsOf(credential);
    const spots = [token.indexOf('.') + 40, token.lastIndexOf('.') + 20, token.length + 10, credential.length - 1];
    for (const at of spots) expect(await judge(changed(credential, at))).toEqual(['forged', 1]);
    const lastOfSignature = token.length - 1;
    expect(await judge(changed(credential, lastOfSignature))).toEqual(['forged', 1]);
  });

  it('licences/L5: expired, and unknown with the list of another address', async () => {
    expect((await judge(await issued(), undefined, '2030-01-01T00:00:00Z'))[0]).toBe('expired');
    expect((await judge(await issued(), await listed({ uri: 'https://else.example/list' })))[0]).toBe('unknown');
  });
});
