/** What a chief affairs representative may do at the window: accept, review, decide, hand over (受理、审查、决定、送达). */
export const DELEGATED_STEPS = ['acceptance', 'review', 'decision', 'delivery'] as const;
export type DelegatedStep = (typeof DELEGATED_STEPS)[number];
