import { InstantText, OneOf } from '../../../kernel/validation/fields';
import { GuideSetQuery } from '../feed/guide-changes.inputs';

export const FORMATS = ['ndjson', 'csv'] as const;

export class ExportListsQuery extends GuideSetQuery {
  @InstantText({ optional: true, says: 'In force at this instant, now unless told 时点' }) asOf?: string;
  @OneOf(FORMATS, { optional: true, says: 'NDJSON unless told 格式' }) format?: (typeof FORMATS)[number];
}
