import { restsOn } from '../legal-basis.rules';

/** catalog/C7: fields in which nothing is handled on commitment (国办发〔2020〕42号; 新政发〔2022〕84号 四). */
export const EXCLUDED_FIELDS = {
  'national-security': '国家安全',
  'state-secrets': '国家秘密、工作秘密和敏感信息',
  'public-security': '公共安全',
  'financial-prudence': '金融业审慎监管',
  'ecological-environment': '生态环境保护',
  'health-and-life': '直接关系人身健康、生命财产安全',
  'foreign-affairs': '重要涉外',
} as const;
export type ExcludedField = keyof typeof EXCLUDED_FIELDS;
export const FIELDS = Object.keys(EXCLUDED_FIELDS) as ExcludedField[];

/** Only a law may name an item of these fields all the same: a regulation or a document may not. */
export const mayBeListed = (fields: readonly ExcludedField[], namedByLaw?: string): boolean =>
  fields.length === 0 || restsOn(['law'], namedByLaw, 'law');
