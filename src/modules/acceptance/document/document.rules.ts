export const documentKinds = [
  'acceptance',
  'deferral-notice',
  'not-needed',
  'not-competent',
  'refusal',
  'supplement-notice',
  'special-procedure',
  'extension',
  'decision',
  'delivery',
  'termination',
  'falsehood-notice',
  'rectification-order',
  'after-check-decision',
  'change-of-law',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

const WORD: Record<DocumentKind, string> = {
  acceptance: '受理',
  'deferral-notice': '容缺受理',
  'not-needed': '无需许可',
  'not-competent': '不属职权',
  refusal: '不予受理',
  'supplement-notice': '补正',
  'special-procedure': '特别程序',
  extension: '延期',
  decision: '决定',
  delivery: '送达',
  termination: '终止',
  'falsehood-notice': '不实承诺告知',
  'rectification-order': '责令整改',
  'after-check-decision': '核查决定',
  'change-of-law': '适用新法',
};

/** e.g. `受理〔2026〕12号`: within an organization no number comes twice. */
export const documentNumber = (kind: DocumentKind, year: string, serial: number): string => `${WORD[kind]}〔${year}〕${serial}号`;
