import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { Upload } from './upload.entity';
import { uploadPolicy } from './upload.policy';
import { Uploads } from './upload.store';

/** acceptance/A8: a file is handed in by whoever sent it, once: to one case, or to the cases of one journey. */
@Injectable()
export class HandedUploads {
  constructor(
    private readonly tx: Tx,
    private readonly uploads: Uploads,
  ) {}

  /** Those named, by id, that this actor may hand in here, locked. What a journey has already is its cases' own. */
  async found(by: Actor, to: string, named: readonly { uploadId?: string }[]): Promise<Map<string, Upload>> {
    const ids = [...new Set(named.flatMap(({ uploadId }) => uploadId ?? []))];
    const found = ids.length ? await this.uploads.forHandIn(ids) : [];
    const may = (upload: Upload) => upload.boundTo === to || uploadPolicy.may['hand-in'].test(upload, by);
    return new Map(found.filter((upload) => upload.state !== 'receiving' && may(upload)).map((upload) => [upload.id, upload]));
  }

  async bind(by: Actor, to: string, uploads: Map<string, Upload>): Promise<void> {
    const fresh = [...uploads.values()].filter(({ boundTo }) => boundTo === null);
    for (const upload of fresh) upload.handIn(to);
    await this.uploads.save(by, ...fresh);
  }

  /** What a draft has lost goes at once. */
  async release(by: Actor, caseId: string): Promise<void> {
    const unnamed = await this.uploads.unnamed(caseId);
    for (const upload of unnamed) upload.release(this.tx.now);
    await this.uploads.save(by, ...unnamed);
  }
}
