import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { configSchema } from '../config/config';
import { FakeS3 } from './fake-s3.spec-kit';
import { FolderObjects } from './folder-objects';
import type { ObjectStore } from './object-store';
import { S3Objects } from './s3-objects';

const folder = mkdtempSync(path.join(tmpdir(), 'tongban-objects-'));
let fake: FakeS3;
let stores: Record<string, ObjectStore>;
beforeAll(async () => {
  fake = await FakeS3.open();
  stores = { folder: new FolderObjects(folder), S3: new S3Objects(configSchema.parse(fake.settings)) };
});
afterAll(() => {
  fake.close();
  rmSync(folder, { recursive: true });
});

const left = () => [
  ...fake.objects.keys(),
  ...fake.unfinished.keys(),
  ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.length > 2),
];

/** Bytes in pieces, and at the end perhaps a failure. */
const pieces = (bytes: Buffer, failure?: Error) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000);
      if (failure) throw failure;
    })(),
    { objectMode: false },
  );

describe.each(['folder', 'S3'])('%s', (name) => {
  // Above five megabytes S3 takes parts.
  test.each([5, 300_000, 12 * 2 ** 20])('%d bytes are put, got and removed', async (length) => {
    const [id, bytes] = [randomUUID(), randomBytes(length)];
    await stores[name]!.put(id, pieces(bytes));
    expect((await buffer(await stores[name]!.get(id))).equals(bytes)).toBe(true);
    await stores[name]!.remove(id);
    await stores[name]!.remove(id);
    expect(left()).toEqual([]);
    await expect(stores[name]!.get(id)).rejects.toThrow();
  });

  test.each([5, 12 * 2 ** 20])('a stream that fails after %d bytes leaves nothing, and its failure is told', async (length) => {
    await expect(stores[name]!.put(randomUUID(), pieces(randomBytes(length), new Error('broken off')))).rejects.toThrow(
      'broken off',
    );
    expect(left()).toEqual([]);
  });
});

test('an S3 that is out of order fails in time', async () => {
  fake.broken = 500;
  const [id, bytes] = [randomUUID(), randomBytes(9)];
  await expect(stores.S3!.put(id, pieces(bytes))).rejects.toThrow();
  await expect(stores.S3!.get(id)).rejects.toThrow();
  await expect(stores.S3!.remove(id)).rejects.toThrow();
});
