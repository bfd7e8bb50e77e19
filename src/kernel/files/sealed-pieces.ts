import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';

export type FileSuite = 'intl' | 'sm';
/** Of a file only so much is in memory at a time. */
const PIECE = 64 * 1024;
const TAG = { intl: 16, sm: 32 };
const WHOLE_TAG = { authTagLength: 16 };

/*
 * A file sealed while it passes: pieces of 64 KiB, each with its tag. The counter of a piece, and whether it is the last, are in its
 * IV, so that pieces neither change places nor are left out; each file has a key of its own, so that no IV comes twice under a key.
 */
export async function* sealed(pieces: AsyncIterable<Buffer>, suite: FileSuite, key: Buffer): AsyncGenerator<Buffer> {
  for await (const { bytes, number, last } of cut(pieces, PIECE))
    yield Buffer.concat(sealOne(suite, key, iv(suite, number, last), bytes));
}

/** Gives nothing that has not proved true; what was cut off, put in or changed fails. */
export async function* opened(pieces: AsyncIterable<Buffer>, suite: FileSuite, key: Buffer): AsyncGenerator<Buffer> {
  for await (const { bytes, number, last } of cut(pieces, PIECE + TAG[suite]))
    yield openOne(suite, key, iv(suite, number, last), bytes);
}

/** Pieces of one size; of the last, which is shorter or the end, it is known that it is. */
async function* cut(
  pieces: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; number: number; last: boolean }> {
  let [number, length, held] = [0, 0, [] as Buffer[]];
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length <= size) continue;
    const all = Buffer.concat(held);
    let start = 0;
    for (; all.length - start > size; start += size)
      yield { bytes: all.subarray(start, start + size), number: number++, last: false };
    [held, length] = [[all.subarray(start)], all.length - start];
  }
  yield { bytes: Buffer.concat(held), number, last: true };
}

function iv(suite: FileSuite, number: number, last: boolean): Buffer {
  const made = Buffer.alloc(suite === 'intl' ? 12 : 16);
  made.writeUInt32BE(number, 0);
  made.writeUInt8(Number(last), 4);
  return made;
}

const smKey = (key: Buffer, purpose: string) => createHmac('sm3', key).update(purpose).digest();
const smTag = (key: Buffer, nonce: Buffer, bytes: Buffer) =>
  createHmac('sm3', smKey(key, 'tag')).update(nonce).update(bytes).digest();

function sealOne(suite: FileSuite, key: Buffer, nonce: Buffer, bytes: Buffer): Buffer[] {
  if (suite === 'sm') {
    const text = createCipheriv('sm4-ctr', smKey(key, 'cipher').subarray(0, 16), nonce).update(bytes);
    return [text, smTag(key, nonce, text)];
  }
  const cipher = createCipheriv('aes-256-gcm', key, nonce, WHOLE_TAG);
  return [cipher.update(bytes), cipher.final(), cipher.getAuthTag()];
}

function openOne(suite: FileSuite, key: Buffer, nonce: Buffer, bytes: Buffer): Buffer {
  const [text, tag] = [bytes.subarray(0, -TAG[suite]), bytes.subarray(-TAG[suite])];
  if (tag.length < TAG[suite]) throw new Error('a sealed file was cut off');
  if (suite === 'intl') {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, WHOLE_TAG).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]);
  }
  if (!timingSafeEqual(smTag(key, nonce, text), tag)) throw new Error('a sealed file was changed');
  return createDecipheriv('sm4-ctr', smKey(key, 'cipher').subarray(0, 16), nonce).update(text);
}
