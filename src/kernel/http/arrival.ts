import type { FastifyRequest } from 'fastify';
import { fileTypes } from '../files/file-types';
import { STREAMS } from './body';

/** How long a request may take to arrive: a stream, a file, and anything else. */
export const STREAM_LIMIT = 600_000;
const FILE_LIMIT = 120_000;
const ARRIVAL_LIMIT = 30_000;
const LITTLE = 2 ** 20;

/** A body that dawdles is cut off, as Node does with one that takes longer than a stream may. */
export function hasten({ headers, raw }: Pick<FastifyRequest, 'headers' | 'raw'>, limits = [ARRIVAL_LIMIT, FILE_LIMIT]): void {
  const type = headers['content-type'] ?? '';
  const limit = fileTypes.some((one) => type.startsWith(one)) ? limits[1] : limits[0];
  if ((!headers['content-length'] && !headers['transfer-encoding']) || STREAMS.some((stream) => type.startsWith(stream))) return;
  const late = setTimeout(() => {
    if (raw.socket.writable) raw.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    raw.destroy();
  }, limit);
  for (const event of ['end', 'close'] as const) raw.once(event, () => clearTimeout(late));
}

/** Whether more of the body is still to come than anybody would read for politeness when the answer goes: the sender is then cut off. */
export function goesOn({ headers, raw }: Pick<FastifyRequest, 'headers' | 'raw'>): boolean {
  if (raw.complete) return false;
  const length = headers['content-length'];
  return length === undefined ? headers['transfer-encoding'] !== undefined : Number(length) > LITTLE;
}
