/** 水电气热、有线电视、邮政、通信、公证、法律援助等 (新政发〔2022〕84号（十六）). */
export const PROVIDER_KINDS = [
  'water',
  'power',
  'gas',
  'heating',
  'cable-television',
  'post',
  'telecommunications',
  'notary',
  'legal-aid',
  'other',
] as const;
export type ProviderKind = (typeof PROVIDER_KINDS)[number];
