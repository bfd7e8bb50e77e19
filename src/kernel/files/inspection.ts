import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';
import { refuse } from '../http/kernel.errors';
import type { Refusal } from '../http/problem';
import { type FileType, kindOf } from './file-types';
import { endsAsZip, zipMembers } from './zip-members';

/** The header of an image and the directory of an archive lie within these. */
const KEPT = 256 * 1024;
const PIXELS = 40_000_000;

export interface Looked {
  size: number;
  sha256: string;
}

/** Looks at a file while it passes: counts it, hashes it, keeps its first and last bytes, and says at the end whether it is what it says. */
export class Inspection {
  private size = 0;
  private readonly hash = createHash('sha256');
  private readonly head: Buffer[] = [];
  private tail: Buffer = Buffer.alloc(0);

  constructor(
    private readonly type: FileType,
    private readonly limit: number,
  ) {}

  async *through(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      if (this.size < KEPT) this.head.push(piece.subarray(0, KEPT - this.size));
      this.size += piece.length;
      if (this.size > this.limit) throw refuse('too-large');
      this.hash.update(piece);
      this.tail = Buffer.concat([this.tail, piece]).subarray(-KEPT);
      yield piece;
    }
    const fault = await this.fault();
    if (fault) throw fault;
  }

  get result(): Looked {
    return { size: this.size, sha256: this.hash.copy().digest('hex') };
  }

  private async fault(): Promise<Refusal | undefined> {
    if (this.size === 0) return refuse('file-empty');
    const { sniffed, root } = kindOf(this.type);
    const head = Buffer.concat(this.head);
    const found = (await fileTypeFromBuffer(head))?.mime ?? 'unknown';
    if (found !== sniffed) return refuse('file-type-differs', { values: { found, declared: this.type } });
    // What is a picture at its beginning and an archive at its end is read as either.
    const sound = root ? (await zipMembers(this.tail, this.size))?.includes(root) : !endsAsZip(this.tail);
    if (!sound) return refuse('file-unsound', { values: { type: this.type } });
    return sniffed.startsWith('image/') ? pixelFault(head, this.type) : undefined;
  }
}

function pixelFault(head: Buffer, type: FileType): Refusal | undefined {
  try {
    const { width, height } = imageSize(head);
    return width * height > PIXELS ? refuse('image-too-large', { values: { width, height } }) : undefined;
  } catch {
    return refuse('file-unsound', { values: { type } });
  }
}
