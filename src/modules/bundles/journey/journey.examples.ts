import type { BeginJourneyInput } from './journey.inputs';

/** 新生儿出生“一件事” of the demo region. */
export const newJourney: BeginJourneyInput = {
  ...{ code: '654021PCN0009', channel: 'online', resultsMayFlow: true },
  form: { childName: '演示宝宝', bornOn: '2026-01-15', motherName: '演示居民乙', address: '伊宁县演示路 20 号' },
  materials: [{ code: 'A01', kind: 'statement', text: '首次签发登记。' }],
};
