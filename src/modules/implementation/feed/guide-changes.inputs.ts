import { Code, InstantText, Name, Uuid, Whole } from '../../../kernel/validation/fields';

export class GuideSetQuery {
  @Code(/^\d{12}$/, 12, { optional: true, says: 'Of organizations in this division and below 区划（含下级）' }) division?: string;
  @Uuid({ optional: true, says: 'Of this organization 实施机构' }) organization?: string;
}

export class GuideChangesQuery extends GuideSetQuery {
  @Name(100, { optional: true, says: 'Cursor up to which you have read; the beginning, unless told 已读到的游标' })
  after?: string;
  @Whole(1, 1000, { optional: true, says: 'Changes a page, 100 unless told 每页条数' }) limit?: number;
}

export class GuideManifestQuery extends GuideSetQuery {
  @InstantText({ optional: true, says: 'As it stood at this instant, now unless told 基准时间' }) asOf?: string;
}
