import { Injectable, Logger } from '@nestjs/common';
import { type Actor, platform } from '../../../kernel/authz/actor';
import type { SentFile } from '../../../kernel/files/file-body';
import { Files } from '../../../kernel/files/files';
import { refuse } from '../../../kernel/http/kernel.errors';
import { Ticks } from '../../../kernel/jobs/ticks';
import { hoursAfter } from '../../../kernel/persistence/instant';
import { Tx } from '../../../kernel/persistence/tx';
import { type Received, type RemovedFor, Upload } from './upload.entity';
import { Uploads } from './upload.store';

/** What no case has taken by then is removed, and what has not arrived. */
const KEPT_HOURS = 24;
const ARRIVAL_HOURS = 1;

/** acceptance/A8: files come before the case that hands them in, one by one, while they are being sent. */
@Injectable()
export class UploadService {
  private readonly logger = new Logger('uploads');

  constructor(
    private readonly tx: Tx,
    private readonly uploads: Uploads,
    private readonly files: Files,
    ticks: Ticks,
  ) {
    ticks.add('files nobody handed in', () => this.sweep());
  }

  /** No transaction is open while the file comes: the row is there before its bytes, so that whatever happens somebody removes them. */
  async receive(by: Actor, file: SentFile): Promise<{ upload: Upload; replayed: boolean }> {
    const begun = await this.begin(by, file);
    if (!begun) return { upload: await this.known(by, file), replayed: true };
    try {
      return { upload: await this.keep(by, begun.id, await this.files.receive(begun.id, file)), replayed: false };
    } catch (error) {
      await this.drop(begun.id).catch((failure: Error) => this.logger.warn(`upload ${begun.id} waits: ${failure.message}`));
      throw error;
    }
  }

  see(by: Actor, id: string): Promise<Upload> {
    return this.uploads.see(by, id);
  }

  private async begin(by: Actor, { mediaType, key }: SentFile): Promise<Upload | undefined> {
    if (await this.uploads.byKey(by, key)) return undefined;
    return this.tx.run(async () => {
      const begunAt = this.tx.now;
      const upload = Upload.begin(by, { mediaType, requestKey: key, begunAt, expiresAt: hoursAfter(begunAt, ARRIVAL_HOURS) });
      await this.uploads.save(by, upload);
      return upload;
    });
  }

  private keep(by: Actor, id: string, stored: Received): Promise<Upload> {
    return this.tx.run(async () => {
      const upload = await this.uploads.lookupFor(by, 'receive-unscanned', id);
      upload.receive(stored, hoursAfter(this.tx.now, KEPT_HOURS));
      await this.uploads.save(by, upload);
      return upload;
    });
  }

  /** The same file under the same key is the same upload. */
  private async known(by: Actor, file: SentFile): Promise<Upload> {
    const upload = await this.uploads.byKey(by, file.key);
    if (!upload || upload.state === 'receiving') throw refuse('busy', { headers: { 'retry-after': '1' } });
    const { sha256 } = await this.files.look(file);
    if (upload.mediaType !== file.mediaType || upload.sha256 !== sha256) throw refuse('idempotency-key-reused');
    return upload;
  }

  /** Of what did not come whole, or is not what it says, nothing stays; its key may be used again. */
  private async drop(id: string): Promise<void> {
    await this.files.remove(id).catch(() => undefined);
    await this.remove('not-received', () => this.uploads.locked(id));
  }

  private async sweep(): Promise<void> {
    for (const id of await this.uploads.expired()) {
      await this.remove('not-handed-in', async () => {
        const upload = await this.uploads.forRemoval(id);
        if (upload) await this.files.remove(id);
        return upload;
      });
    }
  }

  private remove(why: RemovedFor, find: () => Promise<Upload | undefined>): Promise<void> {
    return this.tx.run(async () => {
      const upload = await find();
      if (!upload || upload.state === 'removed') return;
      upload.remove(why);
      await this.uploads.save(platform('acceptance'), upload);
    });
  }
}
