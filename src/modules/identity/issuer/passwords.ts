import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^15, r = 8, p = 3 (32 MiB). */
const current = { ln: 15, r: 8, p: 3 };
const format = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/;

const LEAST = 12;
const LEAST_DIFFERENT = 5;

/** NIST SP 800-63B section 5.1.1.2: length is what counts; the same few characters over and over, blanks above all, add none. */
export function isWeakPassword(password: string): boolean {
  const characters = [...password.normalize('NFKC').trim()];
  return characters.length < LEAST || new Set(characters).size < LEAST_DIFFERENT;
}

interface Hash {
  ln: number;
  r: number;
  p: number;
  salt: Buffer;
  key: Buffer;
}

/** In PHC string format, so that stronger parameters can come later while old hashes stay readable. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await keyOf(password, { ...current, salt, key: Buffer.alloc(32) });
  return `$scrypt$ln=${current.ln},r=${current.r},p=${current.p}$${encode(salt)}$${encode(key)}`;
}

/** Without a stored hash (unknown name) it works as long and says no. */
export async function verifyPassword(password: string, stored: string | undefined): Promise<boolean> {
  const hash = parse(stored) ?? { ...current, salt: Buffer.alloc(16), key: Buffer.alloc(32) };
  const same = timingSafeEqual(await keyOf(password, hash), hash.key);
  return same && stored !== undefined;
}

/** NIST SP 800-63B section 5.1.1.2: normalised, for input methods differ in what they send for the same characters. */
const keyOf = (password: string, { ln, r, p, salt, key }: Hash): Promise<Buffer> =>
  derive(password.normalize('NFKC'), salt, key.length, { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r });

function parse(stored: string | undefined): Hash | undefined {
  const [, ln, r, p, salt, key] = format.exec(stored ?? '') ?? [];
  return key ? { ln: Number(ln), r: Number(r), p: Number(p), salt: decode(salt!), key: decode(key) } : undefined;
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
const decode = (text: string): Buffer => Buffer.from(text, 'base64');
