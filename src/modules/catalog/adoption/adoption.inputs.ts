import { PageQuery } from '../../../kernel/http/page';
import { Code, LongText, OneOf } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../item/item.inputs';

export const DIVISION = /^\d{12}$/;
export const STANDINGS = ['adopted', 'to-renew', 'declined', 'unanswered'] as const;
export type AdoptionStanding = (typeof STANDINGS)[number];
export const ANSWERS = ['adopted', 'declined'] as const;

export class AdoptionInput {
  @Code(DIVISION, 12, { says: 'Region, prefecture or county that answers 区划', example: '654021000000' }) division: string;
  @OneOf(ANSWERS, { says: 'Answer; declined only where its level does not exercise the item 是否承接' })
  answer: (typeof ANSWERS)[number];
  @LongText(500, { optional: true, says: 'Why it declines 不承接的理由' }) reason?: string;
}

export class AdoptManyInput {
  @Code(DIVISION, 12, { says: 'Region, prefecture or county that adopts 区划', example: '654021000000' }) division: string;
  @Code(BASIC_CODE, 12, { list: { min: 1, max: 1000 }, says: 'Items, each once 基本编码' }) basicCodes: string[];
}

export class AdoptionsOfItemQuery extends PageQuery {}

export class AdoptionQuery extends PageQuery {
  @Code(DIVISION, 12, { says: 'Region, prefecture or county 区划', example: '654021000000' }) division: string;
  @OneOf(STANDINGS, { optional: true, says: 'Standing so 承接情况' }) standing?: AdoptionStanding;
}
