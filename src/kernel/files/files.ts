import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/config';
import { refuse } from '../http/kernel.errors';
import { Refusal } from '../http/problem';
import { type Place, Vault } from '../persistence/vault';
import type { SentFile } from './file-body';
import { FolderObjects } from './folder-objects';
import { Inspection, type Looked } from './inspection';
import { ObjectStore } from './object-store';
import { S3Objects } from './s3-objects';
import { type FileSuite, opened, sealed } from './sealed-pieces';

export const objectStore = ({ settings }: Config): ObjectStore =>
  settings.S3_BUCKET ? new S3Objects(settings) : new FolderObjects(path.join(settings.DATA_FOLDER, 'files'));

/** Where a file lies, and what opens it. */
export interface StoredFile {
  id: string;
  /** Its key, sealed: a file whose key is forgotten is gone, wherever copies of it lie. */
  key: string;
}

/** Files of people: looked at, sealed and stored while they are being sent, never whole in memory and never unsealed on a disk. */
@Injectable()
export class Files {
  private readonly logger = new Logger('files');

  constructor(
    private readonly objects: ObjectStore,
    private readonly vault: Vault,
    private readonly config: Config,
  ) {}

  /** Stores what is what it says; of everything else the store keeps nothing. */
  async receive(id: string, file: SentFile): Promise<Looked & { key: string }> {
    const { CRYPTO_SUITE: suite } = this.config.settings;
    const key = randomBytes(32);
    const inspection = this.inspect(file);
    // The store's own failure is told from the sender's.
    let fault: unknown;
    const looked = watched(inspection.through(file.pieces), (error) => (fault = error));
    const pieces = Readable.from(sealed(looked, suite, key), { objectMode: false });
    try {
      await this.objects.put(id, pieces);
    } catch (error) {
      pieces.destroy();
      throw fault ? refusalOf(fault) : this.away(error);
    }
    return { key: this.vault.seal(`${suite}.${key.toString('base64')}`, placeOf(id)), ...inspection.result };
  }

  /** What `receive` would tell of the file, which is stored nowhere. */
  async look(file: SentFile): Promise<Looked> {
    const inspection = this.inspect(file);
    try {
      for await (const piece of inspection.through(file.pieces)) void piece;
    } catch (error) {
      throw refusalOf(error);
    }
    return inspection.result;
  }

  /** The bytes, each piece proved before it is given. */
  async open({ id, key }: StoredFile): Promise<Readable> {
    const [suite, bytes] = this.vault.open(key, placeOf(id)).split('.') as [FileSuite, string];
    const stored = await this.objects.get(id).catch((error: unknown) => Promise.reject(this.away(error)));
    return Readable.from(opened(stored, suite, Buffer.from(bytes, 'base64')), { objectMode: false });
  }

  async remove(id: string): Promise<void> {
    await this.objects.remove(id).catch((error: unknown) => Promise.reject(this.away(error)));
  }

  private inspect({ mediaType, declaredSize = 0 }: SentFile): Inspection {
    const limit = this.config.settings.UPLOAD_LIMIT_MB * 2 ** 20;
    if (declaredSize > limit) throw refuse('too-large');
    return new Inspection(mediaType, limit);
  }

  private away(error: unknown): Refusal {
    this.logger.error(`the store of files: ${error instanceof Error ? error.message : String(error)}`);
    return refuse('unavailable', { headers: { 'retry-after': '5' } });
  }
}

/** What was thrown while a file came: ours, or the sender has gone. */
const refusalOf = (error: unknown): Refusal =>
  error instanceof Refusal ? error : refuse('unreadable', { values: { reason: 'it broke off' } });

const placeOf = (id: string): Place => ({ table: 'kernel.files', column: 'key', id });

async function* watched(pieces: AsyncIterable<Buffer>, failed: (error: unknown) => void): AsyncGenerator<Buffer> {
  try {
    yield* pieces;
  } catch (error) {
    failed(error);
    throw error;
  }
}
