import { noOne, policy, type Rule } from '../../../kernel/authz/policy';
import type { Upload } from './upload.entity';
import type { UploadAct } from './upload.lifecycle';

/** Whoever sent it, and nobody for them: what becomes of it is seen through the case that has it. */
const sentIt: Rule<Upload> = {
  test: (upload, by) => by.kind === upload.uploaderKind && by.id === upload.uploaderId,
  where: (by, bind) => `t.uploader_kind = ${bind(by.kind)}::text and t.uploader_id = ${bind(by.id)}::text`,
};

export const uploadPolicy = policy<Upload, UploadAct>({
  see: sentIt,
  may: { 'receive-unscanned': sentIt, 'hand-in': sentIt, release: noOne, remove: noOne },
});
