import { Code, DayText, Flag, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Deferral } from './deferral.entity';
import { type DeferralAct, deferralStates } from './deferral.lifecycle';
import type { Extending } from './deferral.rules';

export class DeferralView {
  @Uuid({ says: 'That of the promise as it was handed in 与所提交的承诺同号' }) id: string;
  @Whole(1, 2_147_483_647, { says: 'Version, for If-Match 版本' }) version: number;
  @OneOf(deferralStates, { says: 'State 状态' }) state: string;
  @Name(40, { says: 'Material code of the guide 材料编码' }) materialCode: string;
  @Name(200, { says: 'Material 材料名称' }) materialName: string;
  @DayText({ says: 'To be supplied by 补交期限' }) dueOn: string;
  @OneOf(['guide', 'default'], { says: 'Who says how many days 期限来源：指南或平台默认' }) source: string;
  @Flag({ says: 'A decision may come first 可在决定后补交' }) mayFollowDecision: boolean;
  @Name(50, { says: 'Version of the text promised 承诺书版本' }) textVersion: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of that text 承诺书摘要' }) textDigest: string;
  @InstantText({ says: 'Promised 承诺生效时间' }) promisedAt: string;
  @InstantText({ optional: true, says: 'More time was asked for 申请延长时间' }) askedAt?: string;
  @LongText(1_000, { optional: true, says: 'Why 申请延长的理由' }) askedBecause?: string;
  @InstantText({ optional: true, says: 'More time was given 延长时间' }) extendedAt?: string;
  @LongText(1_000, { optional: true, says: 'Why 同意延长的理由' }) extendedBecause?: string;
  @InstantText({ optional: true, says: 'Supplied, or fallen away with the case 补交或失效时间' }) endedAt?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(deferral: Deferral, { asked, given }: Extending, acts: DeferralAct[]): DeferralView {
    const { id, version, state, materialCode, materialName, dueOn, source, mayFollowDecision } = deferral;
    const { textVersion, textDigest, promisedAt, askedAt, extendedAt, endedAt } = deferral;
    return {
      ...{
        id,
        version,
        state,
        materialCode,
        materialName,
        dueOn,
        source,
        mayFollowDecision,
        textVersion,
        textDigest,
        promisedAt,
      },
      ...(askedAt && { askedAt, askedBecause: asked }),
      ...(extendedAt && { extendedAt, extendedBecause: given }),
      ...(endedAt && { endedAt }),
      acts,
    };
  }
}

export class DeferralListView {
  @Part(() => DeferralView, { list: { max: 60 } }) items: DeferralView[];
}
