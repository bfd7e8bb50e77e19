import { DayText, LongText, Name, OneOf, Part } from '../../../kernel/validation/fields';
import { type Ground, GROUNDS } from './annulment.rules';

export class RemedyInput {
  @Name(500, {
    says: 'Administrative review: where and within how long 行政复议途径和期限',
    example: '60日内向示例市人民政府申请行政复议',
  })
  review: string;
  @Name(500, { says: 'Lawsuit: where and within how long 行政诉讼途径和期限', example: '6个月内向示例区人民法院提起行政诉讼' })
  lawsuit: string;
}

export class AnnulLicenceInput {
  @OneOf(Object.keys(GROUNDS) as Ground[], { says: 'Ground of art. 69 撤销情形', example: 'not-qualified' }) ground: Ground;
  @Name(200, { optional: true, says: 'Provision, for another lawful ground 法律条款' }) basis?: string;
  @LongText(2_000, { says: 'Why 理由', example: '经查，申请时提交的场所证明不实，不符合法定条件。' }) reason: string;
  @DayText({ optional: true, says: 'Void from this day on, today unless told 撤销生效日', example: '2026-08-03' })
  effectOn?: string;
  @Part(() => RemedyInput, { says: 'What the holder can do about it 救济途径' }) remedy: RemedyInput;
}
