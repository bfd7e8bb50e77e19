import type { Words } from '../../notifications/notifications.facade';
import type { Outcome } from './commitment.rules';

const words = (zh: [string, string], en: [string, string]): Words => ({
  zh: { title: zh[0], body: zh[1] },
  en: { title: en[0], body: en[1] },
});

export const kept = (): Words =>
  words(
    ['承诺核查完成', '对您所作承诺的事后核查已完成，承诺属实。'],
    ['Checked', 'Your commitment has been checked and found true.'],
  );

export const doubted = (until: string): Words =>
  words(
    ['核查发现承诺不实，请陈述申辩', `核查结论见告知书。您可以在 ${until} 前（含当日）陈述和申辩；在此之前不会作出处理决定。`],
    [
      'A check found something false; you will be heard first',
      `The document tells what. You may state and defend your case until ${until}; nothing is decided before.`,
    ],
  );

export const ordered = (until: string): Words =>
  words(
    ['请限期整改', `请在 ${until} 前（含当日）按责令整改通知书整改并报告。`],
    ['Please put it right', `Please put right what the order names, and report it, by ${until}.`],
  );

export const reminded = (until: string): Words =>
  words(['期限将到', `陈述申辩或者整改的期限为 ${until}。`], ['Due soon', `Your statement or rectification is due by ${until}.`]);

const DECIDED: Record<Outcome, { zh: string; en: string }> = {
  upheld: { zh: '维持准予决定', en: 'The grant stands' },
  rectified: { zh: '确认已整改，准予决定继续有效', en: 'It has been put right and the grant stands' },
  annulled: { zh: '撤销准予决定', en: 'The grant is annulled' },
};

export const decided = (outcome: Outcome): Words =>
  words(
    ['核查处理决定', `${DECIDED[outcome].zh}；理由和救济途径见决定书。`],
    ['Decision upon the check', `${DECIDED[outcome].en}; the document gives reasons and remedies.`],
  );
