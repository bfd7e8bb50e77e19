/** Rank of a source of law: law, administrative regulation, local regulation, rule of a department or government, other document. */
export const LEGAL_BASIS_KINDS = ['law', 'administrative-regulation', 'local-regulation', 'rule', 'normative-document'] as const;
export type LegalBasisKind = (typeof LEGAL_BASIS_KINDS)[number];

// 法律: 《……法》、全国人大常委会的决定. 行政法规: 条例、规定、办法、决定 (《行政法规制定程序条例》第五条).
const TITLES: Partial<Record<LegalBasisKind, RegExp>> = {
  law: /((?<!办)法|法典|决定)$/,
  'administrative-regulation': /(条例|规定|办法|决定)$/,
  'local-regulation': /(条例|规定|办法|决定|细则)$/,
};

/** A provision by title and article, e.g. 《中华人民共和国行政许可法》第四十二条. */
export const namesProvision = (text: string): boolean => /《[^》]{2,}》.*第[一二三四五六七八九十百零〇\d]+条/.test(text);

/** Whether the text names a provision of one of these ranks, and its title can be of that rank. */
export function restsOn(kinds: readonly LegalBasisKind[], basis: string | undefined, kind: LegalBasisKind | undefined): boolean {
  if (!basis || !kind || !kinds.includes(kind) || !namesProvision(basis)) return false;
  const title = /《([^》]+)》/.exec(basis)![1]!.replace(/（[^）]*）$/, '');
  return TITLES[kind]?.test(title) ?? true;
}

/** The rank that a citation's title can have, when it says only one thing. */
export function kindOf(basis: string): LegalBasisKind | undefined {
  const title = /《([^》]+)》/.exec(basis)?.[1]?.replace(/（[^）]*）$/, '');
  if (!title) return undefined;
  if (/(通知|意见|函|公告|方案|目录|清单|指引)$/.test(title)) return 'normative-document';
  if (/((?<!办)法|法典)$/.test(title)) return 'law';
  // An order of the State Council (国务院令) is an administrative regulation, an order of a ministry (部令) a rule.
  if (/国务院令/.test(basis)) return 'administrative-regulation';
  if (/(部|委员会|总局|局)令/.test(basis)) return 'rule';
  if (/^(中华人民共和国|国务院).*(条例|决定)$/.test(title)) return 'administrative-regulation';
  return undefined;
}
