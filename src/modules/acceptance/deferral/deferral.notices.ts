import type { Words } from '../../notifications/notifications.facade';

interface About {
  materialName: string;
  dueOn: string;
}

const words = (zh: [string, string], en: [string, string]): Words => ({
  zh: { title: zh[0], body: zh[1] },
  en: { title: en[0], body: en[1] },
});

export const promised = ({ materialName, dueOn }: About): Words =>
  words(
    [
      '已容缺受理，请按期补交',
      `“${materialName}”请于 ${dueOn} 前（含当日）补交，详见容缺受理通知书。办理期限已自受理之日起计算。`,
    ],
    [
      'Accepted; please supply what you promised',
      `Please supply “${materialName}” by ${dueOn}; the notice tells more. The time of handling runs from the acceptance.`,
    ],
  );

export const reminded = ({ materialName, dueOn }: About): Words =>
  words(
    ['补交期限将到', `“${materialName}”的补交期限为 ${dueOn}。如有困难，可以在期限内申请延长一次。`],
    [
      'Due soon',
      `“${materialName}” is due by ${dueOn}. If you need more time, ask for it before that day; it can be extended once.`,
    ],
  );

export const extended = ({ materialName, dueOn }: About): Words =>
  words(
    ['补交期限已延长', `“${materialName}”的补交期限延长至 ${dueOn}，理由见延期告知书。`],
    ['More time', `“${materialName}” is due by ${dueOn} now; the document gives the reason.`],
  );

export const overdue = ({ materialName, dueOn }: About): Words =>
  words(
    [
      '已逾期未补交',
      `“${materialName}”应于 ${dueOn} 前补交。办结前仍可补交；受理机构可以说明理由后终止办理，您可以复议或者诉讼，也可以再次申请。`,
    ],
    [
      'Overdue',
      `“${materialName}” was due by ${dueOn}. It is still taken; the organ may end the case with reasons, against which you have remedies, and you may apply again.`,
    ],
  );
