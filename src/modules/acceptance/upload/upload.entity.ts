import { Entity } from 'typeorm';
import type { Actor } from '../../../kernel/authz/actor';
import type { FileType } from '../../../kernel/files/file-types';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Instant, Ref, Whole, Words } from '../../../kernel/persistence/columns';
import { uploadLifecycle, type UploadState } from './upload.lifecycle';

export type RemovedFor = 'not-received' | 'not-handed-in';

/** What is known of a file once it is there. */
export interface Received {
  size: number;
  sha256: string;
  key: string;
}

/** A file that somebody sent (上传文件), before and after a case has it. What it is called stands in the material. */
@Entity({ schema: 'acceptance', name: 'upload' })
export class Upload extends Aggregate<UploadState> {
  @Words() readonly uploaderKind: Actor['kind'];
  @Words() readonly uploaderId: string;
  @Words({ nullable: true }) readonly requestKey: string | null;
  @Words() readonly mediaType: FileType;
  @Whole({ nullable: true }) readonly size: number | null;
  @Words({ nullable: true }) readonly sha256: string | null;
  /** What opens the bytes, sealed. */
  @Words({ nullable: true }) readonly key: string | null;
  @Instant() readonly begunAt: string;
  /** The case that has it, or the journey whose cases share it. */
  @Ref({ nullable: true }) readonly boundTo: string | null;
  /** Removed then, unless a case has it by then. */
  @Instant({ nullable: true }) readonly expiresAt: string | null;

  static begin(by: Actor, sent: Pick<Upload, 'mediaType' | 'requestKey' | 'begunAt' | 'expiresAt'>): Upload {
    const upload = new Upload();
    const who = { uploaderKind: by.kind, uploaderId: by.id };
    upload.set({ state: 'receiving', ...who, ...sent, size: null, sha256: null, key: null, boundTo: null });
    upload.mark('begin', { mediaType: sent.mediaType });
    return upload;
  }

  receive(stored: Received, expiresAt: string): void {
    this.move(uploadLifecycle, 'receive-unscanned', { size: stored.size });
    this.set({ ...stored, expiresAt });
  }

  /** A case, or all cases of a journey, and no other. */
  handIn(to: string): void {
    this.move(uploadLifecycle, 'hand-in', { to });
    this.set({ boundTo: to, expiresAt: null });
  }

  /** Nothing names it any more: it goes with the next sweep. */
  release(now: string): void {
    this.move(uploadLifecycle, 'release', {});
    this.set({ boundTo: null, expiresAt: now });
  }

  /** The key goes with the bytes, and so does whatever copy of them there is. */
  remove(why: RemovedFor): void {
    this.move(uploadLifecycle, 'remove', { why });
    this.set({ key: null, requestKey: null });
  }

  private set(values: Partial<Upload>): void {
    Object.assign(this, values);
  }
}
