import type { Words } from '../../notifications/notifications.facade';
import type { Implementation } from '../list/implementation.entity';
import type { StepApproval } from './step-approval.rules';

type Named = Pick<Implementation, 'variantCode' | 'content'>;

const nameOf = ({ content, variantCode }: Named) => content.name ?? variantCode;

export const approvalAsked = (list: Named, { steps }: StepApproval): Words => ({
  zh: { title: '申请超环节批准', body: `“${nameOf(list)}”（${list.variantCode}）申请设置 ${steps} 个环节。` },
  en: {
    title: 'An approval of more steps is asked for',
    body: `“${nameOf(list)}” (${list.variantCode}) asks for ${steps} steps.`,
  },
});

export const approvalDecided = (list: Named, { steps, state, reasons }: StepApproval): Words => ({
  zh: {
    title: state === 'granted' ? '超环节申请已批准' : '超环节申请未获批准',
    body: `“${nameOf(list)}”（${list.variantCode}）的 ${steps} 个环节${state === 'granted' ? '已批准' : '未获批准'}：${reasons}`,
  },
  en: {
    title: state === 'granted' ? 'More steps were approved' : 'More steps were not approved',
    body: `${steps} steps of “${nameOf(list)}” (${list.variantCode}) were ${state === 'granted' ? '' : 'not '}approved: ${reasons}`,
  },
});
