import { pageOf } from '../../../kernel/http/page';
import { Code, Flag, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { RowProblemView } from '../../../kernel/jobs/job.views';
import { BASIC_CODE } from '../item/item.inputs';
import type { Adoption } from './adoption.entity';
import { ANSWERS, DIVISION, STANDINGS } from './adoption.inputs';

export class AdoptionView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version of the record 记录版本' }) version: number;
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Code(DIVISION, 12, { says: 'Division 区划' }) division: string;
  @OneOf(ANSWERS, { says: 'Answer 是否承接' }) state: string;
  @Whole(1, 100_000, { says: 'Version of the item that was answered 所答复的版本号' }) versionNumber: number;
  @LongText(500, { optional: true, says: 'Why it declines 不承接的理由' }) reason?: string;
  @InstantText({ says: 'When 答复时间' }) answeredAt: string;

  static of({
    id,
    version,
    basicCode,
    divisionCode: division,
    state,
    versionNumber,
    reason,
    answeredAt,
  }: Adoption): AdoptionView {
    return { id, version, basicCode, division, state, versionNumber, ...(reason && { reason }), answeredAt };
  }
}

export const AdoptionPage = pageOf(AdoptionView);

export class AdoptionLine {
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Name(200, { says: 'Name 事项名称' }) name: string;
  @Whole(1, 100_000, { says: 'Version in force 现行版本号' }) versionNumber: number;
  @OneOf(STANDINGS, { says: 'Adopted, adopted in an earlier version, declined, or unanswered 承接情况' }) standing: string;
  @Whole(1, 100_000, { optional: true, says: 'Version that was answered 所答复的版本号' }) answeredNumber?: number;
  @Flag({ says: 'The level of the division exercises it: it must be adopted 本级是否行使' }) exercised: boolean;
}

export const AdoptionLinePage = pageOf(AdoptionLine);

export class AdoptedCode {
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @OneOf(['adopted', 'renewed', 'unchanged', 'refused'], { says: 'Outcome 结果' }) outcome: string;
  @Part(() => RowProblemView, { list: { max: 10 }, says: 'Why it was refused 问题' }) problems: RowProblemView[];
}

export class AdoptionReport {
  @Whole(0, 1000, { says: 'Codes refused 未承接数' }) refused: number;
  @Part(() => AdoptedCode, { list: { max: 1000 }, says: 'Code by code 逐项结果' }) codes: AdoptedCode[];
}
