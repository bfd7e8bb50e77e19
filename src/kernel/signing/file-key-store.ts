import {
  type KeyObject,
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { type KeyStore, type SigningKey, publicJwk, signingKey } from './keys';

const SUITE = 'aes-256-gcm';
const EXTENSION = '.key';

interface StoredKey {
  /** Position in the succession: the highest signs. */
  number: number;
  privateKey: KeyObject;
}

/**
 * Keys in a folder, one sealed file each, named by the key. The first key is made on first use. Files are only ever
 * added, so processes that share the folder agree without a lock; each sees what another has added. An operator
 * withdraws all trust in a key by removing its file.
 */
export class FileKeyStore implements KeyStore {
  private signing!: SigningKey;
  private published!: JSONWebKeySet;
  private newest = 0;
  private seen = '';
  private readonly keyEncryptionKey: KeyObject;

  /** @param keyEncryptionKey 32 bytes. */
  constructor(
    private readonly folder: string,
    keyEncryptionKey: Buffer,
  ) {
    if (keyEncryptionKey.length !== 32) throw new RangeError('a key-encryption key has 32 bytes');
    this.keyEncryptionKey = createSecretKey(keyEncryptionKey);
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.refresh();
    if (this.newest === 0) this.rotate();
  }

  current(): SigningKey {
    this.refresh();
    return this.signing;
  }

  jwks(): JSONWebKeySet {
    this.refresh();
    return this.published;
  }

  /** A new key signs from now on; signatures of its predecessors still verify. */
  rotate(): SigningKey {
    this.refresh();
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.write({ number: this.newest + 1, privateKey });
    this.refresh();
    return this.signing;
  }

  /** Reads the folder again if it holds other files than before; a file itself never changes. */
  private refresh(): void {
    const files = fs
      .readdirSync(this.folder)
      .filter((file) => file.endsWith(EXTENSION))
      .sort();
    if (files.join() === this.seen) return;
    const keys = files.map((file) => this.open(file)).sort((a, b) => b.number - a.number);
    const [first] = keys;
    if (!first) return;
    this.seen = files.join();
    this.newest = first.number;
    this.signing = signingKey(first.privateKey);
    this.published = { keys: keys.map(({ privateKey }) => publicJwk(privateKey)) };
  }

  private open(file: string): StoredKey {
    const [, , ...parts] = fs.readFileSync(path.join(this.folder, file), 'ascii').split('.');
    const [iv, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
    try {
      const decipher = createDecipheriv(SUITE, this.keyEncryptionKey, iv, { authTagLength: 16 });
      decipher.setAAD(Buffer.from(file)).setAuthTag(tag);
      const text = Buffer.concat([decipher.update(sealed), decipher.final()]).toString();
      const { number, pkcs8 } = JSON.parse(text) as { number: number; pkcs8: string };
      return { number, privateKey: createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' }) };
    } catch (cause) {
      throw new Error(`key file ${file} was changed, renamed or sealed with another key-encryption key`, { cause });
    }
  }

  private write({ number, privateKey }: StoredKey): void {
    const file = publicJwk(privateKey).kid + EXTENSION;
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    const iv = randomBytes(12);
    const cipher = createCipheriv(SUITE, this.keyEncryptionKey, iv, { authTagLength: 16 }).setAAD(Buffer.from(file));
    const sealed = Buffer.concat([cipher.update(JSON.stringify({ number, pkcs8 })), cipher.final()]);
    const text = ['v1', SUITE, ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
    const draft = path.join(this.folder, `${file}.draft`);
    fs.writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
    fs.renameSync(draft, path.join(this.folder, file));
    flush(this.folder);
  }
}

/** A name in a folder outlives a power cut only once the folder itself is on the disk. */
function flush(folder: string): void {
  const handle = fs.openSync(folder, 'r');
  fs.fsyncSync(handle);
  fs.closeSync(handle);
}
