import type { Words } from '../../notifications/notifications.facade';
import type { Implementation } from './implementation.entity';

/** catalog/C9 */
export const itemWithdrawn = ({ variantCode, content }: Implementation, reason: string): Words => ({
  zh: {
    title: '实施清单因事项取消而终止',
    body: `“${content.name ?? variantCode}”（${variantCode}）所依据的事项已取消：${reason}。正在办理的办件按原版本办结。`,
  },
  en: {
    title: 'An implementation list has ended with its item',
    body: `The item behind “${content.name ?? variantCode}” (${variantCode}) was withdrawn: ${reason}. Cases that run go on under their version.`,
  },
});
