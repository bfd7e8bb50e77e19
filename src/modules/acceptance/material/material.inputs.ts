import { Code, Flag, LongText, Name, OneOf, Uuid } from '../../../kernel/validation/fields';
import { type MaterialKind, materialKinds } from './material.rules';

export const MATERIAL_CODE = /^[0-9A-Za-z-]{1,40}$/;

/** One material as it is handed in; which fields it needs depends on its kind. */
export class MaterialInput {
  @Code(MATERIAL_CODE, 40, { says: 'Material code of the guide 材料编码', example: 'M01' }) code: string;
  @OneOf(materialKinds, {
    says: 'statement: text; commitment: text and its version; file: name and uploadId; certificate-reference: confirmed; deferred: version of the text promised 材料形式',
    example: 'statement',
  })
  kind: MaterialKind;
  @LongText(4_000, { optional: true, says: 'Text of a statement or commitment 陈述或承诺内容' }) text?: string;
  @Name(50, { optional: true, says: 'Version of the commitment text 承诺书版本' }) textVersion?: string;
  @Flag({ optional: true, says: 'The applicant agrees to the use of the certificate held 申请人确认使用' }) confirmed?: boolean;
  @Name(200, { optional: true, says: 'File name 文件名' }) name?: string;
  @Uuid({ optional: true, says: 'The file, sent before to /v1/uploads 已上传文件编号' }) uploadId?: string;
}

/** Several of one code in one hand-in belong together, as the pages of it do; a later hand-in of the code takes the place of them all. */
export const materialList = {
  list: { max: 60 },
  says: 'Materials handed in; several of one code are its parts 申请材料（同一编码可有多份）',
};
