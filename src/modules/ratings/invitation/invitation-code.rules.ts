import { createHash, randomBytes } from 'node:crypto';

export const INVITATION_CODE = /^[\w-]{22}$/;

/** 128 random bits: nobody guesses one. */
export const newCode = (): string => randomBytes(16).toString('base64url');

/** What is kept of it; a code with so many random bits needs no salt. */
export const hashOf = (code: string): string => createHash('sha256').update(code).digest('base64url');
