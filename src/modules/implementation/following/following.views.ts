import { DayText, Flag, Part, Whole } from '../../../kernel/validation/fields';
import { type Difference, DifferenceView } from '../../catalog/catalog.facade';

export class FollowingView {
  @Flag({ says: 'The catalogue has a later version than the list rests on 是否须跟进' }) mustFollow: boolean;
  @Whole(1, 100_000, { says: 'Catalogue version that the list rests on 所依据的目录版本' }) from: number;
  @Whole(1, 100_000, { says: 'Latest version of the catalogue 目录最新版本' }) to: number;
  @DayText({ says: 'First day of the latest version 最新版本生效日期' }) effectiveFrom: string;
  @Part(() => DifferenceView, { list: { max: 2000 }, says: 'What the catalogue has changed 目录变更' }) catalogue: Difference[];
  @Part(() => DifferenceView, { list: { max: 2000 }, says: 'What would change in the list 清单须变更' }) list: Difference[];
}
