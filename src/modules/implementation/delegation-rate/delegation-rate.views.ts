import { Code, InstantText, Whole } from '../../../kernel/validation/fields';

const MOST = 2_147_483_647;

export class DelegationRateView {
  @Code(/^\d{12}$/, 12, { says: 'Division, with everything below it 区划' }) division: string;
  @InstantText({ says: 'As it stood at this instant 统计截止时间' }) at: string;
  @Whole(0, MOST, { says: 'Items in the centre: those of each organ, once 进驻事项数' }) items: number;
  @Whole(0, MOST, { says: 'Of these under a live delegation to decide 已授权事项数' }) delegated: number;
  @Whole(0, 10_000, { optional: true, says: 'Delegated of items in hundredths of a percent, rounded down 授权率（万分之几）' })
  rate?: number;
  @Whole(0, 10_000, { says: 'What it is to be at least 目标' }) target: number;
}
