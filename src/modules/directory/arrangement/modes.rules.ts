/** How an item comes down to a township or village: 委托受理、授权办理、帮办代办 (新政发〔2022〕84号（十二）). */
export const MODES = ['entrusted-acceptance', 'authorized-handling', 'assisted-handling'] as const;
export type Mode = (typeof MODES)[number];

export const SIDES = ['grantor', 'receiver'] as const;
export type Side = (typeof SIDES)[number];

export const MODES_ZH: Record<Mode, string> = {
  'entrusted-acceptance': '委托受理',
  'authorized-handling': '授权办理',
  'assisted-handling': '帮办代办',
};

/**
 * directory/D5: who may decide and who may be liable in each mode. Whoever entrusts answers for what is done in its name
 * (《行政许可法》第二十四条); where the handling itself is authorized, the arrangement says who is liable.
 */
const SIDES_OF: Record<Mode, { decides: Side; liable: readonly Side[] }> = {
  'entrusted-acceptance': { decides: 'grantor', liable: ['grantor'] },
  'authorized-handling': { decides: 'receiver', liable: ['grantor', 'receiver'] },
  'assisted-handling': { decides: 'grantor', liable: ['grantor'] },
};

export const decidesRightly = (mode: Mode, decides: Side): boolean => SIDES_OF[mode].decides === decides;
export const isLiableRightly = (mode: Mode, liable: Side): boolean => SIDES_OF[mode].liable.includes(liable);
