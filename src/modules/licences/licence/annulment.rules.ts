const ARTICLE = '《行政许可法》第六十九条';

/** Administrative Licensing Law art. 69: what makes a grant voidable. */
export const GROUNDS = {
  'abuse-of-power': { zh: '滥用职权、玩忽职守作出准予决定', basis: `${ARTICLE}第一款第（一）项` },
  'beyond-authority': { zh: '超越法定职权作出准予决定', basis: `${ARTICLE}第一款第（二）项` },
  'procedure-violated': { zh: '违反法定程序作出准予决定', basis: `${ARTICLE}第一款第（三）项` },
  'not-qualified': { zh: '对不具备申请资格或者不符合法定条件的申请人准予', basis: `${ARTICLE}第一款第（四）项` },
  'other-lawful-ground': { zh: '依法可以撤销的其他情形', basis: `${ARTICLE}第一款第（五）项` },
  'obtained-by-deceit': { zh: '以欺骗、贿赂等不正当手段取得', basis: `${ARTICLE}第二款` },
} as const;

export type Ground = keyof typeof GROUNDS;

/** The provision the act rests on; another lawful ground names its own, nothing when it does not. */
export function basisOf(ground: Ground, named?: string): string | undefined {
  const { basis } = GROUNDS[ground];
  if (ground !== 'other-lawful-ground') return basis;
  return named && `${basis}；${named}`;
}
