import {
  type CipherGCM,
  createCipheriv,
  createDecipheriv,
  createHmac,
  type DecipherGCM,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';

/** Where a sealed value lives: it opens nowhere else. */
export interface Place {
  table: string;
  column: string;
  id: string;
}

const SUITES = {
  intl: { cipher: 'aes-256-gcm', hash: 'sha256', iv: 12, key: 32 },
  // SM4-GCM is not in OpenSSL 3: SM4-CBC, then HMAC-SM3 over IV, place and ciphertext.
  sm: { cipher: 'sm4-cbc', hash: 'sm3', iv: 16, key: 16 },
} as const;
type Suite = keyof typeof SUITES;
const KEY_VERSION = 1;
// Otherwise Node takes a tag cut to four bytes for a good one.
const WHOLE_TAG = { authTagLength: 16 } as object;

/** Encrypts personal fields (`v1.<suite>.<key version>.<iv>.<ciphertext>.<tag>`) and makes blind indexes for equality look-ups. */
@Injectable()
export class Vault {
  private readonly suite: Suite;
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly config: Config) {
    this.suite = config.settings.CRYPTO_SUITE;
  }

  seal(plain: string, place: Place): string {
    const iv = randomBytes(SUITES[this.suite].iv);
    const cipher = createCipheriv(SUITES[this.suite].cipher, this.sealKey(this.suite), iv, WHOLE_TAG) as CipherGCM;
    if (this.suite === 'intl') cipher.setAAD(where(place));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    const tag = this.suite === 'intl' ? cipher.getAuthTag() : this.tag(iv, sealed, place);
    return ['v1', this.suite, KEY_VERSION, ...[iv, sealed, tag].map((part) => part.toString('base64url'))].join('.');
  }

  open(text: string, place: Place): string {
    const [, suite, , ...rest] = text.split('.') as [string, Suite, string, string, string, string];
    const [iv, sealed, tag] = rest.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer];
    const decipher = createDecipheriv(SUITES[suite].cipher, this.sealKey(suite), iv, WHOLE_TAG) as DecipherGCM;
    if (suite === 'intl') decipher.setAAD(where(place)).setAuthTag(tag);
    else if (!timingSafeEqual(this.tag(iv, sealed, place), tag)) throw new Error('sealed value was changed or moved');
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }

  /** Same value, same index, per column; nothing else can be told from it. Upper case, full width to half width. */
  blindIndex(value: string, column: string): string {
    const { hash } = SUITES[this.suite];
    return createHmac(hash, this.key(`index ${this.suite} ${column}`, 32))
      .update(value.normalize('NFKC').toUpperCase())
      .digest('base64url');
  }

  /** A key for another purpose, e.g. key files; derived, never stored. */
  key(purpose: string, length: number): Buffer {
    let key = this.keys.get(purpose);
    if (!key) {
      const root = Buffer.from(this.config.settings.FIELD_KEY!, 'base64');
      this.keys.set(purpose, (key = Buffer.from(hkdfSync('sha256', root, '', `tongban ${purpose}`, length))));
    }
    return key;
  }

  private sealKey(suite: Suite): Buffer {
    return this.key(`seal ${suite}`, SUITES[suite].key);
  }

  private tag(iv: Buffer, sealed: Buffer, place: Place): Buffer {
    return createHmac('sm3', this.key('seal sm tag', 32)).update(iv).update(where(place)).update(sealed).digest();
  }
}

const where = ({ table, column, id }: Place) => Buffer.from(`${table}|${column}|${id}`);
