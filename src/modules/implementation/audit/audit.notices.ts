import type { Words } from '../../notifications/notifications.facade';
import type { Implementation } from '../list/implementation.entity';

type Named = Pick<Implementation, 'variantCode' | 'content'>;

const nameOf = ({ content, variantCode }: Named) => content.name ?? variantCode;

export const auditDue = (list: Named, dueOn: string): Words => ({
  zh: {
    title: '实施清单审核即将到期',
    body: `“${nameOf(list)}”（${list.variantCode}）应于 ${dueOn} 前审核并发布，或说明理由退回。`,
  },
  en: {
    title: 'An audit of an implementation list is due',
    body: `“${nameOf(list)}” (${list.variantCode}) is to be audited and published, or returned with reasons, by ${dueOn}.`,
  },
});

export const auditOverdue = (list: Named, dueOn: string): Words => ({
  zh: {
    title: '实施清单审核逾期',
    body: `“${nameOf(list)}”（${list.variantCode}）应于 ${dueOn} 前审核发布，现已逾期，已报上一级政务服务管理机构。`,
  },
  en: {
    title: 'An audit of an implementation list is overdue',
    body: `“${nameOf(list)}” (${list.variantCode}) was to be audited by ${dueOn}; the administration body above has been told.`,
  },
});
