import { Code, Flag, LongText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';

class DeferrableMaterialView {
  @Name(40, { says: 'Material code 材料编码' }) code: string;
  @Name(200, { says: 'Material 材料名称' }) name: string;
  @Whole(0, 730, { says: 'Days to supply it, from the acceptance 补交天数，自受理起算' }) days: number;
  @OneOf(['working-day', 'calendar-day'], { says: 'Unit 单位' }) unit: string;
  @OneOf(['guide', 'default'], { says: 'Who says how many 来源：指南或平台默认' }) source: string;
  @Flag({ says: 'A decision may come first 可在决定后补交' }) mayFollowDecision: boolean;
}

class CommitmentTextView {
  @Name(50, { says: 'Version of the text, to be named by whoever agrees 承诺书版本' }) textVersion: string;
  @LongText(4_000, { says: 'The text 承诺内容' }) text: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of version and text as canonical JSON 摘要' }) textDigest: string;
}

class DeferralTermsView extends CommitmentTextView {
  @Part(() => DeferrableMaterialView, { list: { min: 1, max: 60 } }) materials: DeferrableMaterialView[];
}

class HandlingTermsView extends CommitmentTextView {
  @LongText(1_000, { says: 'What a false commitment leads to 不实承诺的责任' }) liability: string;
  @Whole(1, 730, { says: 'Working days within which it is checked 核查期限（工作日）' }) afterCheckDays: number;
}

/** What an applicant may commit to under a guide, word for word. */
export class CommitmentTermsView {
  @Part(() => DeferralTermsView, { optional: true, says: 'Where materials may follow later 容缺受理' })
  deferral?: DeferralTermsView;
  @Part(() => HandlingTermsView, { optional: true, says: 'Where the case may be handled on commitment 告知承诺' })
  handling?: HandlingTermsView;
}
