import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const prefix = 'sha256$';

/** A digest is enough: unlike a password, 256 random bits cannot be guessed, so nothing is gained by making guesses slow. */
export const hashClientSecret = (secret: string): string => prefix + createHash('sha256').update(secret).digest('base64url');

/** The secret is shown once and never stored. */
export function newClientSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashClientSecret(secret) };
}

export function clientSecretMatches(secret: string, hashes: readonly string[]): boolean {
  const given = Buffer.from(hashClientSecret(secret));
  return hashes.map((hash) => sameBytes(given, Buffer.from(hash))).some(Boolean);
}

const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
