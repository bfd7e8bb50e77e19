import { randomBytes, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { calculateJwkThumbprint } from 'jose';
import { issued, listed, newKey, publicKeyOf, verified } from './credential.spec-kit';
import { FileKeyStore } from '../../../kernel/signing/file-key-store';
import { publicJwk } from '../../../kernel/signing/keys';

const keyEncryptionKey = randomBytes(32);
let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'key-store-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const open = (kek = keyEncryptionKey) => new FileKeyStore(path.join(folder, 'keys'), kek);
const files = () => readdirSync(path.join(folder, 'keys')).map((file) => path.join(folder, 'keys', file));

describe('file key store', () => {
  it('licences/L3: makes a key on first use and finds it again', () => {
    const { kid } = open().current();
    expect(open().current().kid).toBe(kid);
    expect(files()).toHaveLength(1);
  });

  it('licences/L3: the file is for the owner only and sealed; the key set holds no private part', () => {
    const { keys } = open().jwks();
    expect(statSync(files()[0]!).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(files()[0]!)).mode & 0o777).toBe(0o700);
    expect(readFileSync(files()[0]!, 'utf8')).toMatch(/^v1\.aes-256-gcm(\.[\w-]+){3}$/);
    expect(keys).toEqual([
      {
        kty: 'EC',
        crv: 'P-256',
        x: expect.any(String),
        y: expect.any(String),
        ...{ alg: 'ES256', use: 'sig' },
        kid: expect.any(String),
      },
    ]);
  });

  it('licences/L3: keys are named by their thumbprint (RFC 7638) and sign for it', async () => {
    const store = open();
    const [jwk] = store.jwks().keys;
    expect(jwk!.kid).toBe(await calculateJwkThumbprint(jwk!));
    const signature = Buffer.from(await store.current().sign('文'), 'base64url');
    const key = publicKeyOf(jwk!);
    expect(verify('sha256', Buffer.from('文'), { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
    expect(JSON.parse(JSON.stringify(store.current()))).toEqual({ kid: jwk!.kid, alg: 'ES256' });
    expect(inspect(store, { depth: 9 })).not.toContain('Buffer');
  });

  it('licences/L3: after a rotation the new key signs and the old signature still verifies', async () => {
    const store = open();
    const before = await issued({}, { key: store.current() });
    const retired = store.current().kid;
    const { kid } = store.rotate();
    expect(store.jwks().keys.map((key) => key.kid)).toEqual([kid, retired]);
    const context = { jwks: open().jwks(), statusList: await listed({ key: store.current() }) };
    expect(await verified(before, context)).toMatchObject({ outcome: 'valid' });
    expect(await verified(await issued({}, { key: store.current() }), context)).toMatchObject({ outcome: 'valid' });
  });

  it('licences/L3: processes that share the folder agree, whoever rotates', () => {
    const [one, other] = [open(), open()];
    one.rotate();
    other.rotate();
    expect(one.current().kid).toBe(other.current().kid);
    expect(one.jwks()).toEqual(other.jwks());
    expect(one.jwks().keys).toHaveLength(3);
  });

  it('licences/L3: a removed file is a key no longer trusted', () => {
    const store = open();
    const { kid } = store.current();
    store.rotate();
    rmSync(path.join(folder, 'keys', `${kid}.key`));
    expect(store.jwks().keys).toHaveLength(1);
  });

  it('licences/L3: with the wrong key-encryption key nothing opens and no new key is made', () => {
    open();
    expect(() => open(randomBytes(32))).toThrow(/another key-encryption key/);
    expect(() => open(randomBytes(16))).toThrow(RangeError);
    expect(files()).toHaveLength(1);
  });

  it('licences/L3: a changed or renamed file does not open', () => {
    open();
    const [file] = files();
    const text = readFileSync(file!, 'ascii');
    writeFileSync(
      file!,
      text.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')),
    );
    expect(() => open()).toThrow(/was changed/);
    writeFileSync(file!, 'v1');
    expect(() => open()).toThrow(/was changed/);
    writeFileSync(file!, text);
    renameSync(file!, path.join(path.dirname(file!), `${publicJwk(newKey()).kid}.key`));
    expect(() => open()).toThrow(/renamed/);
  });
});
