import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReader, type Options, RandomAccessReader, type ZipFile } from 'yauzl';

export const MEMBER_LIMIT = 2_000;
const UNPACKED = { ratio: 100, bytes: 200 * 2 ** 20 };
const END = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;
/** POSIX: a link, which leads out of the archive. */
const LINK = 0o120000;

/** The directory at the end of an archive is all that is read of it; nothing is unpacked. */
class Tail extends RandomAccessReader {
  constructor(
    private readonly bytes: Buffer,
    private readonly start: number,
  ) {
    super();
  }

  override _readStreamForRange(from: number, to: number): Readable {
    // Before what is kept there would be more members than are allowed.
    if (from < this.start)
      return new Readable({
        read() {
          this.destroy(new Error('the directory is too long'));
        },
      });
    return Readable.from([this.bytes.subarray(from - this.start, to - this.start)], { objectMode: false });
  }
}

/**
 * The names of the members of an archive, told by its last bytes. Undefined for what is no archive, or one that would burst: too many
 * members, too much unpacked (also by members that share bytes), names that lead out of it, links, members under a password.
 */
export async function zipMembers(tail: Buffer, size: number): Promise<string[] | undefined> {
  try {
    const zip = await open(new Tail(tail, size - tail.length), size);
    return await namesOf(zip, size);
  } catch {
    return undefined;
  }
}

/** Whether the end of these bytes is the end of an archive, whatever they begin with: unpackers look there, and count from there. */
export function endsAsZip(tail: Buffer): boolean {
  for (let at = tail.indexOf(END); at >= 0 && at + END_LENGTH <= tail.length; at = tail.indexOf(END, at + 1)) {
    if (at + END_LENGTH + tail.readUInt16LE(at + END_LENGTH - 2) === tail.length) return true;
  }
  return false;
}

/** yauzl refuses by itself absolute names, `..` and backslashes. */
const open = (reader: RandomAccessReader, size: number): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options: Options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true };
    fromRandomAccessReader(reader, size, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });

function namesOf(zip: ZipFile, size: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const names: string[] = [];
    let unpacked = 0;
    if (zip.entryCount > MEMBER_LIMIT) return reject(new Error('too many members'));
    zip.on('error', reject);
    zip.on('end', () => resolve(names));
    zip.on('entry', ({ fileName, uncompressedSize, externalFileAttributes, generalPurposeBitFlag }: Entry) => {
      unpacked += uncompressedSize;
      const burst = unpacked > UNPACKED.bytes || unpacked > UNPACKED.ratio * size;
      const linked = ((externalFileAttributes >>> 16) & 0o170000) === LINK;
      if (burst || linked || generalPurposeBitFlag & 1) return reject(new Error('it is not read any further'));
      names.push(fileName);
      zip.readEntry();
    });
    zip.readEntry();
  });
}
