import type { Words } from '../../notifications/notifications.facade';
import type { Question } from '../item/joint-review.rules';

interface Named {
  basicCode: string;
  elements: { name: string };
}

const ZH: Record<Question, string> = { lawful: '合法性', complete: '完整准确性', consistent: '清单一致性', workable: '适用性' };

export const opinionDue = ({ basicCode, elements: { name } }: Named, dueOn: string): Words => ({
  zh: {
    title: '联合审核意见即将到期',
    body: `“${name}”（${basicCode}）的联合审核意见应于 ${dueOn} 前答复。逾期未答复不视为同意。`,
  },
  en: {
    title: 'An opinion in a joint review is due',
    body: `The opinion on “${name}” (${basicCode}) is due on ${dueOn}. Silence is not consent.`,
  },
});

export const opinionOverdue = ({ basicCode, elements: { name } }: Named, question: string): Words => ({
  zh: {
    title: '联合审核意见逾期',
    body: `“${name}”（${basicCode}）的${ZH[question as Question]}审核意见逾期未答复，已报牵头单位。未答复不视为同意。`,
  },
  en: {
    title: 'An opinion in a joint review is overdue',
    body: `Nobody has answered whether “${name}” (${basicCode}) is ${question}; the leading office has been told. Silence is not consent.`,
  },
});
