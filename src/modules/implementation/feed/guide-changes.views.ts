import { Code, Flag, InstantText, JsonObject, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';

export const CHANGE_KINDS = ['published', 'withdrawn', 'suspended', 'resumed'] as const;

export class GuideChange {
  @OneOf(CHANGE_KINDS, {
    says: 'In force, in force no more (a tombstone), taking no new case for a while, or taking them again 生效、取消、暂停、恢复',
  })
  kind: (typeof CHANGE_KINDS)[number];
  @Code(/^.{33}$/, 33, { says: 'Code of the handling variant 业务办理项编码' }) code: string;
  @Whole(1, 100_000, { says: 'Version that is in force, or was 版本号' }) version: number;
  @Uuid({ says: 'Its id, for /v1/guide-versions/{id} 版本标识' }) versionId: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of its document 摘要' }) digest: string;
  @InstantText({ says: 'Since when it is in force, or not any more 生效（失效）时间' }) effectiveFrom: string;
  @InstantText({ says: 'When the change became visible 公布时间' }) at: string;
}

export class GuideChanges {
  @Part(() => GuideChange, { list: { max: 1000 }, says: 'In the order in which they became visible 变更' }) items: GuideChange[];
  @Name(100, { says: 'Cursor for `after` of the next reading; never empty 下次读取的游标' }) next: string;
  @Flag({ says: 'Whether there is more to read at once; a page may be empty and there be more 是否还有' }) more: boolean;
}

export class GuideKeysView {
  @JsonObject({ list: { max: 100 }, says: 'Public keys, retired ones included (RFC 7517) 公钥' }) keys: object[];
}
