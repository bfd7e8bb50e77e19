import type { GuideStep } from '../guide.rules';

/** Stages as the flow texts of real lists name them; the applicant's own acts (申请, 取件) are no steps of the organ. */
const STAGES: readonly { name: string; words: RegExp }[] = [
  { name: '受理', words: /(?<!不予|是否|不)受理(?!范围|通知|条件|回执|申请|机构)/ },
  { name: '初审', words: /初审/ },
  { name: '复审', words: /复审|复核/ },
  { name: '审查', words: /审核|审查|核验/ },
  { name: '会签', words: /会签/ },
  { name: '审批', words: /审批(?!决定|通过|机构|事项|表)|核准/ },
  { name: '办结', words: /办结|决定|发证|制证|登簿|拨付|发放|签发/ },
];

/** implementation/I4: the steps a flow text (办理流程) names, in the order of handling; none where it names none. */
export function readFlow(text: string): GuideStep[] {
  return STAGES.filter(({ words }) => words.test(text)).map(({ name }, index) => ({
    code: `S${index + 1}`,
    name,
    countsAsStep: true,
  }));
}
