import { pageOf } from '../../../kernel/http/page';
import { Code, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../item/item.inputs';
import type { CommitmentListing } from './commitment-listing.entity';
import { AssessmentInput } from './commitment-listing.inputs';
import type { CommitmentListingAct } from './commitment-listing.lifecycle';
import { FIELDS } from './excluded-fields.rules';

export class CommitmentListingView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version of the record 记录版本' }) version: number;
  @OneOf(['proposed', 'published', 'revoked'], { says: 'State 状态' }) state: string;
  @Code(BASIC_CODE, 12, { says: 'Item 基本编码' }) basicCode: string;
  @Name(200, { says: 'Its name 事项名称' }) itemName: string;
  @OneOf(FIELDS, { list: { max: 7 }, says: 'Excluded fields it touches 涉及的排除领域' }) excludedFields: string[];
  @Name(500, { optional: true, says: 'Law that names it all the same 法律特别规定' }) namedByLaw?: string;
  @Part(() => AssessmentInput, { says: 'Risk 风险评估' }) risk: AssessmentInput;
  @Part(() => AssessmentInput, { says: 'Cost of correction 纠错成本评估' }) correctionCost: AssessmentInput;
  @InstantText({ optional: true, says: 'Published 公布时间' }) publishedAt?: string;
  @InstantText({ optional: true, says: 'Revoked 撤销时间' }) revokedAt?: string;
  @LongText(500, { optional: true, says: 'Why it was revoked 撤销理由' }) revocationReason?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(listing: CommitmentListing, acts: CommitmentListingAct[]): CommitmentListingView {
    const { id, version, state, basicCode, itemName, excludedFields, namedByLaw, risk, correctionCost } = listing;
    const { publishedAt, revokedAt, revocationReason } = listing;
    return {
      ...{ id, version, state, basicCode, itemName, excludedFields, ...(namedByLaw && { namedByLaw }), risk, correctionCost },
      ...(publishedAt && { publishedAt }),
      ...(revokedAt && { revokedAt }),
      ...(revocationReason && { revocationReason }),
      acts,
    };
  }
}

export const CommitmentListingPage = pageOf(CommitmentListingView);
