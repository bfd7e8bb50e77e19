import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Store } from '../../../kernel/persistence/store';
import { Upload } from './upload.entity';
import { type UploadAct, uploadLifecycle } from './upload.lifecycle';
import { uploadPolicy } from './upload.policy';

const BATCH = 20;

@Injectable()
export class Uploads extends Store<Upload, UploadAct> {
  constructor() {
    super({ entity: Upload, policy: uploadPolicy, lifecycle: uploadLifecycle });
  }

  async byKey(by: Actor, key: string): Promise<Upload | undefined> {
    const [found] = await this.find('t.uploader_kind = $1 and t.uploader_id = $2 and t.request_key = $3', [by.kind, by.id, key]);
    return found;
  }

  /** Locked, for what the platform does with it. */
  locked(id: string): Promise<Upload | undefined> {
    return this.load(id, 'for update');
  }

  /** Those of these ids that there are, locked; in one order, so that no two wait for each other. */
  forHandIn(ids: string[]): Promise<Upload[]> {
    return this.find(`t.id = any($1::uuid[]) and t.state <> 'removed'`, [ids], 'order by t.id for update');
  }

  /** Of a draft: what none of its materials names any more, locked. */
  unnamed(caseId: string): Promise<Upload[]> {
    const unnamed = 'not exists (select from acceptance.material m where m.upload_id = t.id)';
    return this.find(`t.bound_to = $1 and ${unnamed}`, [caseId], 'order by t.id for update');
  }

  /** Ids of what no case took in time, or was never wholly received. */
  async expired(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select id from acceptance.upload where state <> 'removed' and expires_at <= kernel.now() order by expires_at limit ${BATCH}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Locked, if it still is to go and nobody else is at it. */
  async forRemoval(id: string): Promise<Upload | undefined> {
    const still = `t.id = $1 and t.state <> 'removed' and t.expires_at <= kernel.now()`;
    const [found] = await this.find(still, [id], 'for update skip locked');
    return found;
  }
}
