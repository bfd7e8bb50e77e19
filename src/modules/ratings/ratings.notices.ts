import type { Words } from '../notifications/notifications.facade';

/** R2, R3: an invitation is an offer; nothing depends on it. */
export const invitation = ({
  itemName,
  caseNumber,
  code,
  until,
}: Record<'itemName' | 'code' | 'until', string> & { caseNumber: string | null }): Words => ({
  zh: {
    title: '请您评价本次服务',
    body: `您申请的“${itemName}”（${caseNumber}）已办理完毕。如您愿意，可凭邀请码 ${code} 评价一次，有效期至 ${until}。评价自愿，办理机构不会知道您是谁。`,
  },
  en: {
    title: 'How was the service?',
    body: `“${itemName}” (${caseNumber}) is over. If you like, rate it once with the code ${code}, until ${until}. Rating is voluntary, and the organ will not learn who you are.`,
  },
});
