import type { Words } from '../notifications/notifications.facade';
import type { RefusalKind } from './acceptance.events';

export interface About {
  itemName: string;
  caseNumber: string | null;
}

export const words = (zh: [string, string], en: [string, string]): Words => ({
  zh: { title: zh[0], body: zh[1] },
  en: { title: en[0], body: en[1] },
});

/** What applicants are told, in their own language. The documents themselves are at the case. */
export const submitted = ({ itemName, caseNumber }: About): Words =>
  words(
    ['申请已提交', `您申请的“${itemName}”已收到，办件编号 ${caseNumber}。`],
    ['Application received', `Your application “${itemName}” has been received under number ${caseNumber}.`],
  );

export const corrected = ({ itemName, caseNumber }: About): Words =>
  words(
    ['申请内容已当场更正', `受理人员当场更正了您申请的“${itemName}”（${caseNumber}），请核对；如不同意，请联系受理机构。`],
    [
      'Corrected on the spot',
      `Staff have corrected your application “${itemName}” (${caseNumber}). Please check it; if you do not agree, tell them.`,
    ],
  );

export const supplementRequested = ({ itemName, caseNumber }: About): Words =>
  words(
    ['请补正材料', `您申请的“${itemName}”（${caseNumber}）需要补正，全部内容见补正告知书。`],
    ['Please supply what is missing', `“${itemName}” (${caseNumber}) needs more; the notice names everything at once.`],
  );

export const accepted = ({ itemName, caseNumber }: About, deemed: boolean): Words =>
  deemed
    ? words(
        ['申请视为受理', `受理机构逾期未答复，您申请的“${itemName}”（${caseNumber}）自收到材料之日起视为受理。`],
        ['Deemed accepted', `Nobody answered in time: “${itemName}” (${caseNumber}) counts as accepted from the day of receipt.`],
      )
    : words(
        ['申请已受理', `您申请的“${itemName}”（${caseNumber}）已受理。`],
        ['Accepted', `“${itemName}” (${caseNumber}) has been accepted.`],
      );

const REFUSED: Record<RefusalKind, { zh: string; en: string }> = {
  'not-needed': { zh: '依法不需要申请，不予办理', en: 'needs no such application' },
  'not-competent': { zh: '不属于本机构职权范围，请向告知的机构申请', en: 'belongs to another organ; the document says which' },
  refused: { zh: '不予受理，理由和救济途径见告知书', en: 'has not been accepted; the document gives reasons and remedies' },
};

export const refused = ({ itemName, caseNumber }: About, kind: RefusalKind): Words =>
  words(
    ['申请未受理', `您申请的“${itemName}”（${caseNumber}）${REFUSED[kind].zh}。`],
    ['Not accepted', `“${itemName}” (${caseNumber}) ${REFUSED[kind].en}.`],
  );

export const procedureBegun = ({ itemName, caseNumber }: About, stopsClock: boolean): Words =>
  words(
    [
      '已启动特别程序',
      `“${itemName}”（${caseNumber}）进入特别程序，所需时间见告知书${stopsClock ? '，期间不计入办理时限' : ''}。`,
    ],
    [
      'Special procedure',
      `“${itemName}” (${caseNumber}) has entered a special procedure; the document tells its time${stopsClock ? ', which does not count' : ''}.`,
    ],
  );

export const extended = ({ itemName, caseNumber }: About, days: number): Words =>
  words(
    ['办理期限已延长', `“${itemName}”（${caseNumber}）的办理期限经批准延长 ${days} 个工作日，理由见延长告知书。`],
    [
      'Limit extended',
      `The limit of “${itemName}” (${caseNumber}) has been extended by ${days} working days; the document gives the reason.`,
    ],
  );

export const decided = ({ itemName, caseNumber }: About, granted: boolean): Words =>
  granted
    ? words(
        ['已作出准予决定', `您申请的“${itemName}”（${caseNumber}）已准予，将在十个工作日内送达。`],
        ['Granted', `“${itemName}” (${caseNumber}) has been granted and will be delivered within ten working days.`],
      )
    : words(
        ['已作出不予许可决定', `您申请的“${itemName}”（${caseNumber}）未获准予，理由和救济途径见决定书。`],
        ['Not granted', `“${itemName}” (${caseNumber}) has not been granted; the decision gives reasons and remedies.`],
      );

export const completed = ({ itemName, caseNumber }: About): Words =>
  words(
    ['结果已送达', `“${itemName}”（${caseNumber}）已办结，结果已送达。`],
    ['Delivered', `“${itemName}” (${caseNumber}) is complete; the result has been delivered.`],
  );

export const terminated = ({ itemName, caseNumber }: About): Words =>
  words(
    ['办理已终止', `“${itemName}”（${caseNumber}）已终止办理，理由、依据和救济途径见告知书。`],
    ['Terminated', `“${itemName}” (${caseNumber}) has been terminated; the document gives reasons, basis and remedies.`],
  );

export const withdrawn = ({ itemName, caseNumber }: About): Words =>
  words(
    ['申请已撤回', `您申请的“${itemName}”（${caseNumber}）已撤回，不再办理。如果不是您提出的，请联系受理机构或投诉。`],
    [
      'Withdrawn',
      `Your application “${itemName}” (${caseNumber}) has been withdrawn. If you did not ask for that, tell the organ or complain.`,
    ],
  );

interface Law {
  id: string;
  statute: string;
  article: string;
  effectiveOn: string;
}

/** implementation/I9: by which article, and what it asks for; the order itself has the transition clause. */
export const underNewLaw = (
  { itemName, caseNumber }: About,
  { id, statute, article, effectiveOn }: Law,
  asked: string[],
): Words =>
  words(
    [
      '法律已变更，您的申请适用新规定',
      `根据${statute}${article}，您申请的“${itemName}”（${caseNumber}）自 ${effectiveOn} 起按新规定办理，已提交的材料不需要重复提交。${
        asked.length ? `请补充：${asked.join('、')}。` : ''
      }过渡条款见法律变更适用令 ${id} 和告知书。`,
    ],
    [
      'The law has changed',
      `Under ${statute} ${article}, “${itemName}” (${caseNumber}) follows the new provisions from ${effectiveOn}; what you have supplied is not asked for again.${
        asked.length ? ` Please supply: ${asked.join(', ')}.` : ''
      } The transition clause stands in change-of-law order ${id} and in the document.`,
    ],
  );
