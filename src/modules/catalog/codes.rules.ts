import { type Checked, type Gb32100Problem, checkGb32100, sound, unsound } from '../../kernel/validation/check-digits';

/** 事项类型 (GB/T 39046-2020, A.1). */
export interface ItemType {
  code: string;
  name: string;
  kind: 'power' | 'service';
  /** 依申请: handled on application, and so in the platform's scope; the others are exercised ex officio (依职权). */
  onApplication: boolean;
}

const itemType = (code: string, name: string, onApplication: boolean, kind: ItemType['kind'] = 'power'): ItemType => ({
  code,
  name,
  kind,
  onApplication,
});

// 00 is the heading of all power items, 11-19 and 21-29 are reserved for extension: none of them types an item by itself.
export const ITEM_TYPES: readonly ItemType[] = [
  itemType('01', '行政许可', true),
  itemType('02', '行政处罚', false),
  itemType('03', '行政强制', false),
  itemType('04', '行政征收', false),
  itemType('05', '行政给付', true),
  itemType('06', '行政检查', false),
  itemType('07', '行政确认', true),
  itemType('08', '行政奖励', true),
  itemType('09', '行政裁决', true),
  itemType('10', '其他行政权力', true),
  itemType('20', '公共服务', true, 'service'),
];

export const itemTypeOf = (code: string): ItemType | undefined => ITEM_TYPES.find((type) => type.code === code);

export const isOnApplication = (type: string): boolean => itemTypeOf(type)?.onApplication ?? false;

/** 行使层级 (GB/T 39046-2020, A.2). */
export const EXERCISE_LEVELS = {
  1: '国家级',
  2: '省级',
  3: '市级',
  4: '县级',
  5: '镇（乡、街道）级',
  6: '村（社区）级',
  7: '分级管理',
} as const;

export type ExerciseLevel = keyof typeof EXERCISE_LEVELS;

/** 业务指导部门, digits 5-6 of the basic code. */
export interface DepartmentDigits {
  digits: string;
  name: string;
  /** Read off real national codes; the others await confirmation. */
  verified: boolean;
}

const department = (digits: string, name: string, verified = true): DepartmentDigits => ({ digits, name, verified });

/** First content of a maintained dictionary. Provinces use digits of their own, so an unknown pair is no error. */
export const DEPARTMENT_DIGITS: readonly DepartmentDigits[] = [
  department('04', '发展改革'),
  department('05', '教育', false),
  department('06', '科技'),
  department('07', '工业和信息化', false),
  department('08', '民族事务', false),
  department('09', '公安'),
  department('11', '民政', false),
  department('12', '司法'),
  department('13', '财政', false),
  department('14', '人力资源社会保障'),
  department('15', '自然资源'),
  department('16', '生态环境'),
  department('17', '住房城乡建设'),
  department('18', '交通运输'),
  department('19', '水利'),
  department('20', '农业农村'),
  department('21', '商务'),
  department('22', '文化和旅游'),
  department('23', '卫生健康'),
  department('24', '退役军人事务', false),
  department('25', '应急管理（消防）'),
  department('30', '税务'),
  department('31', '市场监管'),
  department('36', '医疗保障'),
  department('39', '新闻出版'),
  department('41', '宗教事务'),
  department('44', '侨务'),
  department('63', '移民管理'),
  department('72', '药品监管'),
  department('88', '残疾人联合会'),
  department('99', '其他'),
];

/** 基本编码, twelve characters: division, type, department, main item, sub-item (GB/T 39554.1-2020). */
export interface BasicCode {
  code: string;
  /** 00 for the nation, otherwise the two digits of the province. */
  division: string;
  national: boolean;
  type: string;
  department: string;
  mainItem: string;
  subItem: string;
  /** 000: undivided; 001...: a sub-item; 00Y: a main item that has sub-items; W00...: added locally (地方自设). */
  form: 'undivided' | 'sub-item' | 'main-item' | 'local';
}

export type BasicCodeProblem = 'length' | 'grammar' | 'type';

const BASIC = /^(00|[1-6]\d)(\d{2})(\d{2})(\d{3})(\d{3}|0\dY|W\d{2})$/;

/** catalog/C1: the grammar, with a type in the platform's dictionary. */
export function checkBasicCode(code: string): Checked<BasicCodeProblem, BasicCode> {
  if (code.length !== 12) return unsound('length');
  const [, division, type, departmentDigits, mainItem, subItem] = BASIC.exec(code) ?? [];
  if (!division || !type || !departmentDigits || !mainItem || !subItem) return unsound('grammar');
  if (!itemTypeOf(type)) return unsound('type');
  const form = formOf(subItem);
  return sound({ code, division, national: division === '00', type, department: departmentDigits, mainItem, subItem, form });
}

function formOf(subItem: string): BasicCode['form'] {
  if (subItem.startsWith('W')) return 'local';
  if (subItem.endsWith('Y')) return 'main-item';
  return subItem === '000' ? 'undivided' : 'sub-item';
}

/** catalog/C1: a catalogue holds national codes and those of its own province (新疆 65), no others. */
export const belongsToCatalogue = (basic: BasicCode, ownProvince: string): boolean =>
  basic.national || basic.division === ownProvince;

/** 实施编码, 31 characters: organization (USCC), exercise level, basic code. */
export interface ImplementationCode {
  code: string;
  organization: string;
  level: ExerciseLevel;
  basic: BasicCode;
}

export type ImplementationCodeProblem = BasicCodeProblem | 'level' | `organization-${Gb32100Problem}`;

export function checkImplementationCode(code: string): Checked<ImplementationCodeProblem, ImplementationCode> {
  if (code.length !== 31) return unsound('length');
  const organization = checkGb32100(code.slice(0, 18));
  if (!organization.ok) return unsound(`organization-${organization.reason}`);
  if (!/[1-7]/.test(code[18]!)) return unsound('level');
  const basic = checkBasicCode(code.slice(19));
  if (!basic.ok) return basic;
  return sound({ code, organization: organization.value, level: Number(code[18]) as ExerciseLevel, basic: basic.value });
}

/** The one code an organization may give its offer, so that organ, level and item can be compared by equality. */
export const implementationCode = (organization: string, level: ExerciseLevel, basicCode: string): string =>
  `${organization}${level}${basicCode}`;

/** 业务办理项编码, 33 characters: implementation code and a number from 01. */
export interface VariantCode {
  code: string;
  implementation: ImplementationCode;
  number: number;
}

export type VariantCodeProblem = ImplementationCodeProblem | 'number';

export function checkVariantCode(code: string): Checked<VariantCodeProblem, VariantCode> {
  if (code.length !== 33) return unsound('length');
  const implementation = checkImplementationCode(code.slice(0, 31));
  if (!implementation.ok) return implementation;
  const number = code.slice(31);
  if (!/^\d{2}$/.test(number) || number === '00') return unsound('number');
  return sound({ code, implementation: implementation.value, number: Number(number) });
}

export function variantCode(implementation: string, number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) throw new RangeError('a handling variant is numbered 1 to 99');
  return implementation + String(number).padStart(2, '0');
}
