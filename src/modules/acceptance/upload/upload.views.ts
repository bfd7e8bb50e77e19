import { fileTypes } from '../../../kernel/files/file-types';
import { Code, InstantText, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Upload } from './upload.entity';
import { uploadStates } from './upload.lifecycle';

export const SHA256 = /^[0-9a-f]{64}$/;
export const MAX_BYTES = 2 ** 30;

/** A file that was sent. */
export class UploadView {
  @Uuid({ says: 'Named as `uploadId` by a material of kind file 文件编号' }) id: string;
  @OneOf(uploadStates, { says: 'unscanned: no virus scanner has looked at it 状态' }) state: string;
  @OneOf(fileTypes, { says: 'Media type, by its content 文件类型' }) mediaType: string;
  @Whole(1, MAX_BYTES, { optional: true, says: 'Bytes 字节数' }) size?: number;
  @Code(SHA256, 64, { optional: true, says: 'SHA-256 in hex, to compare with 摘要' }) sha256?: string;
  @InstantText({ optional: true, says: 'Removed then, unless handed in 未提交则届时删除' }) expiresAt?: string;

  static of({ id, state, mediaType, size, sha256, expiresAt }: Upload): UploadView {
    return {
      ...{ id, state, mediaType },
      ...(size !== null && { size }),
      ...(sha256 !== null && { sha256 }),
      ...(expiresAt !== null && { expiresAt }),
    };
  }
}
