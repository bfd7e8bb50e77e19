import type { FastifyRequest } from 'fastify';
import { STREAMS } from './body';

/** How long a request may take to arrive: a stream, and anything else. */
export const STREAM_LIMIT = 600_000;
const ARRIVAL_LIMIT = 30_000;

/** A body that dawdles is cut off, as Node does with one that takes longer than a stream may. */
export function hasten({ headers, raw }: Pick<FastifyRequest, 'headers' | 'raw'>, limit = ARRIVAL_LIMIT): void {
  const type = headers['content-type'] ?? '';
  if ((!headers['content-length'] && !headers['transfer-encoding']) || STREAMS.some((stream) => type.startsWith(stream))) return;
  const late = setTimeout(() => {
    if (raw.socket.writable) raw.socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    raw.destroy();
  }, limit);
  for (const event of ['end', 'close'] as const) raw.once(event, () => clearTimeout(late));
}
