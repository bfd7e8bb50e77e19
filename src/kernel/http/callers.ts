import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const MOST = 10_000;
const proven = new Set<string>();
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * Who a request is counted for. A bearer token counts for itself only once it has proved good: whoever makes tokens up is counted by
 * address, like everybody without one.
 */
export function callerOf({ headers: { authorization }, ip }: FastifyRequest): string {
  const token = authorization && digest(authorization);
  return token && proven.has(token) ? token : ip;
}

/** This token was verified a moment ago. */
export function prove({ headers: { authorization } }: FastifyRequest): void {
  if (proven.size >= MOST) proven.clear();
  proven.add(digest(authorization!));
}
