import type { CaseAct, CaseState } from './case.lifecycle';

/** acceptance/A2: the national exchange codes of a matter's state (办理状态 BLZT), 1 to 15. */
export const NATIONAL_STATES = {
  1: '已接件',
  2: '已撤件',
  3: '受理',
  4: '不受理',
  5: '不予受理',
  6: '补正开始',
  7: '补正结束',
  8: '部门开始办理',
  9: '特别程序开始',
  10: '特别程序结束',
  11: '办结（通过）',
  12: '办结（容缺通过）',
  13: '办结（不通过）',
  14: '撤回',
  15: '撤销',
} as const;

export type NationalState = keyof typeof NATIONAL_STATES;

// What was never submitted is not known to the nation. A terminated case ends without a grant: 13, as the exchange has no code of its own for it.
const BY_STATE: Record<Exclude<CaseState, 'decided' | 'completed'>, NationalState | null> = {
  draft: null,
  submitted: 1,
  'awaiting-supplement': 6,
  accepted: 3,
  'in-review': 8,
  suspended: 9,
  'not-needed': 4,
  refused: 5,
  withdrawn: 2,
  discarded: null,
  terminated: 13,
};

export function nationalState({ state, granted }: { state: CaseState; granted: boolean | null }): NationalState | null {
  if (state === 'decided' || state === 'completed') return granted ? 11 : 13;
  return BY_STATE[state];
}

// Three codes are events, not states: they are told by the act that ends something, and by a grant that deferred materials follow
// (acceptance/A9). 14 and 15 belong to acts that do not exist here yet (withdrawal and annulment of a decision).
const BY_ACT: Partial<Record<CaseAct, NationalState>> = { supplement: 7, 'end-procedure': 10 };

export const nationalEvent = (
  act: CaseAct,
  { following, ...after }: { state: CaseState; granted: boolean | null; following?: boolean },
): NationalState | null => (act === 'decide' && after.granted && following ? 12 : (BY_ACT[act] ?? nationalState(after)));
