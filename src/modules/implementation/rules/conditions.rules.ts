import type { ListRule } from './finding.rules';

/** Letters alone: numbering and punctuation between the conditions are nobody's. */
const spoken = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}]/gu, '');
const BETWEEN = /^[一二三四五六七八九十和或及且并]*$/;

/** implementation/I1: taken together, the separate conditions are those of the catalogue, and no others. */
export const conditions: ListRule = ({ content: { conditions: parts, acceptanceConditions } }) => {
  if (!parts || acceptanceConditions === undefined) return [];
  const known = new Set<string>();
  const twice = parts.flatMap(({ code }, index) => {
    if (known.has(code)) return [{ code: 'condition-twice' as const, pointer: `/conditions/${index}/code`, values: { code } }];
    known.add(code);
    return [];
  });
  let rest = spoken(acceptanceConditions);
  const beyond = parts.flatMap(({ code, text }, index) => {
    const said = spoken(text);
    if (!said || !rest.includes(said)) {
      return [{ code: 'condition-not-in-catalogue' as const, pointer: `/conditions/${index}/text`, values: { code } }];
    }
    rest = rest.replace(said, () => '');
    return [];
  });
  const left = !beyond.length && !BETWEEN.test(rest);
  return [
    ...twice,
    ...beyond,
    ...(left ? [{ code: 'condition-left-out' as const, pointer: '/conditions', values: { rest: rest.slice(0, 100) } }] : []),
  ];
};
