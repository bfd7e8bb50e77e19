/** catalog/C6: 清单管理, in the words of 新政发〔2022〕84号 一 to 四 and 七. */
export const LIST_KINDS = [
  'licensing',
  'commitment',
  'deferred-materials',
  'licence-sharing',
  'certificates-and-proofs',
  'intermediary-services',
  'special-procedures',
  'township-and-village',
  'not-fully-online',
  'not-in-centre',
  'not-on-platform',
] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** Whose entries say why they are there. */
export const NEGATIVE_KINDS: readonly ListKind[] = ['not-fully-online', 'not-in-centre', 'not-on-platform'];

/** 行政许可事项清单 are kept at region, prefecture and county: the level that a division of that rank exercises. */
export function licensingLevel(divisionCode: string): '2' | '3' | '4' | undefined {
  if (/^\d{2}0{10}$/.test(divisionCode)) return '2';
  if (/^\d{4}0{8}$/.test(divisionCode)) return '3';
  return /^\d{6}0{6}$/.test(divisionCode) ? '4' : undefined;
}
