import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type FileSuite, opened, sealed } from './sealed-pieces';

const PIECE = 64 * 1024;
const key = randomBytes(32);
const all = (pieces: AsyncIterable<Buffer>) => buffer(Readable.from(pieces));
const inPieces = (bytes: Buffer, size: number) =>
  Readable.from(Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size)));

describe.each<FileSuite>(['intl', 'sm'])('%s', (suite) => {
  const seal = (bytes: Buffer, size = 1_000) => all(sealed(inPieces(bytes, size), suite, key));
  const open = (bytes: Buffer, by = key, size = 5_000) => all(opened(inPieces(bytes, size), suite, by));

  test.each([1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5])('%d bytes come back as they were', async (length) => {
    const bytes = randomBytes(length);
    const kept = await seal(bytes);
    if (length > 1) expect(kept.includes(bytes.subarray(0, 32))).toBe(false);
    expect((await open(kept)).equals(bytes)).toBe(true);
    expect((await open(await seal(bytes, 100_000), key, 200_000)).equals(bytes)).toBe(true);
  });

  test('what was changed, cut off, put in another order or opened with another key fails', async () => {
    const kept = await seal(randomBytes(3 * PIECE));
    const frame = kept.length / 3;
    const flipped = Buffer.from(kept);
    flipped[frame + 9]! ^= 1;
    const [first, second, third] = [0, 1, 2].map((n) => kept.subarray(n * frame, (n + 1) * frame)) as [Buffer, Buffer, Buffer];
    const wrong = [
      flipped,
      kept.subarray(0, 2 * frame),
      kept.subarray(0, -1),
      Buffer.concat([second, first, third]),
      Buffer.alloc(0),
    ];
    for (const bytes of wrong) await expect(open(bytes)).rejects.toThrow();
    await expect(open(kept, randomBytes(32))).rejects.toThrow();
  });
});
