import { Code, Flag, JsonObject, Name } from '../../../kernel/validation/fields';
import { checkLicenceTypeCode } from '../identifier.rules';

export const TYPE_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}\d{3}$/;

export class ChangeLicenceTypeInput {
  @Name(200, { says: 'Name 证照名称', example: '食品经营许可证' }) name: string;
  @JsonObject({
    says: 'Fields as JSON Schema; `x-gb36903` gives a field its short name in GB/T 36903 照面元数据',
    example: {
      type: 'object',
      properties: { scope: { type: 'string', maxLength: 500, 'x-gb36903': 'KZ_JYXM' } },
      required: ['scope'],
    },
  })
  metadata: Record<string, unknown>;
  @Name(100, {
    list: { max: 100 },
    says: 'Fields that an organization may keep back; a person may keep back any 可选择披露的字段',
    example: ['scope'],
  })
  selectivelyDisclosable: string[];
  @Flag({ says: 'At most one valid licence of this type per holder 每个持证主体仅一份有效' }) oneValidPerHolder: boolean;
  @Name(100, { says: 'Name of the layout 版式模板', example: 'standard' }) template: string;
}

export class DefineLicenceTypeInput extends ChangeLicenceTypeInput {
  @Code(TYPE_CODE, 21, {
    says: 'Type code: social credit code of the defining organ and three digits 证照类型代码',
    check: (code) => checkLicenceTypeCode(code).ok,
    detail: 'a licence type code of 21 characters (GB/T 36904-2018)',
    example: '1165010299X900031L001',
  })
  typeCode: string;
}
