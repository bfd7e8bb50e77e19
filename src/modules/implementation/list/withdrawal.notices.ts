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

/** catalog/C4 */
export const versionDropped = ({ variantCode, content }: Implementation): Words => ({
  zh: {
    title: '待生效的实施清单已撤回',
    body: `“${content.name ?? variantCode}”（${variantCode}）所依据的基本目录待生效版本已撤回或被替换，该清单的待生效版本一并撤回。`,
  },
  en: {
    title: 'A scheduled implementation list was taken back',
    body: `“${content.name ?? variantCode}” (${variantCode}) was to take effect under a version of the catalogue that never will.`,
  },
});
