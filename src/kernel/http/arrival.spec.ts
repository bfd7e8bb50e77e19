import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasten } from './arrival';

const LIMIT = 50;
const FILE_LIMIT = 8 * LIMIT;
const server = createServer((raw, answer) => {
  hasten({ headers: raw.headers, raw }, [LIMIT, FILE_LIMIT]);
  raw.resume().once('end', () => answer.end('whole'));
});
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => server.close());

/** What comes back when the second half of the body is sent after the limit, or never. */
async function slowly(type: string, rest?: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: ${type}\r\nContent-Length: 2\r\n\r\n{`);
  if (rest) void sleep(3 * LIMIT).then(() => socket.write(rest));
  const pieces: Buffer[] = [];
  for await (const piece of socket) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

test('a body that dawdles is cut off with 408', async () => {
  expect(await slowly('application/json')).toMatch(/^HTTP\/1.1 408 /);
});

test('a file has an allowance of its own', async () => {
  expect(await slowly('image/png', '}')).toMatch(/^HTTP\/1.1 200 [^]*whole/);
  expect(await slowly('image/png')).toMatch(/^HTTP\/1.1 408 /);
});

test('a stream may take its time', async () => {
  expect(await slowly('application/x-ndjson', '}')).toMatch(/^HTTP\/1.1 200 [^]*whole/);
});
