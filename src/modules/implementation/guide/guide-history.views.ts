import { Code, InstantText, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { type Difference, DifferenceView } from '../../catalog/catalog.facade';

export const STANDINGS = ['scheduled', 'in-force', 'ended', 'never-in-force'] as const;

export class GuideVersionLine {
  @Uuid() versionId: string;
  @Whole(1, 100_000, { says: 'Number of the version 版本号' }) versionNumber: number;
  @OneOf(STANDINGS, { says: 'Waits for its day, in force, over, or taken back before its day 状态' }) standing: string;
  @InstantText({ says: 'In force since, or from 生效时间' }) effectiveFrom: string;
  @InstantText({ optional: true, says: 'In force until 失效时间' }) effectiveTo?: string;
  @OneOf(['audit', 'import'], { says: 'Audited here, or imported from where it was 来源' }) origin: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of the document 摘要' }) digest: string;
}

export class GuideVersionList {
  @Part(() => GuideVersionLine, { list: { max: 1000 }, says: 'Newest first 版本' }) items: GuideVersionLine[];
}

export class GuideDiffView {
  @Whole(1, 100_000, { says: 'This version 本版本' }) version: number;
  @Whole(1, 100_000, { says: 'The version compared with 对比版本' }) with: number;
  @Part(() => DifferenceView, { list: { max: 2000 }, says: 'What differs 差异' }) differences: Difference[];
}

export class DraftChangesView {
  @Whole(1, 100_000, { optional: true, says: 'The version in force, where there is one 现行版本号' }) with?: number;
  @Part(() => DifferenceView, { list: { max: 2000 }, says: 'What the draft changes 差异' }) differences: Difference[];
}
