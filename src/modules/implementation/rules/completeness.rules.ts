import type { GuideContent } from '../content/content.inputs';
import type { ListRule } from './finding.rules';

/** Elements that every list has; those without a rule of their own are asked for here. */
const NEEDED: readonly { key: keyof GuideContent; element: string; least?: number }[] = [
  { key: 'legalBasis', element: '设定依据', least: 1 },
  { key: 'audiences', element: '服务对象', least: 1 },
  { key: 'acceptanceConditions', element: '受理条件' },
  { key: 'statutoryLimit', element: '法定办结时限' },
  { key: 'promisedLimit', element: '承诺办结时限' },
  { key: 'handling', element: '办件类型' },
  { key: 'materials', element: '申请材料' },
  { key: 'steps', element: '办理流程', least: 1 },
  { key: 'reviewPoints', element: '审查标准', least: 1 },
  { key: 'form', element: '表单' },
  { key: 'channels', element: '办理形式', least: 1 },
  { key: 'visits', element: '到办事现场次数' },
  { key: 'result', element: '办理结果' },
  { key: 'remedies', element: '救济途径' },
  { key: 'phones', element: '咨询与投诉电话' },
  { key: 'regulatingOrganization', element: '监管机构' },
];

/** Rules of their own ask for these (implementation/I15, implementation/I2). */
const ASKED_ELSEWHERE: readonly (keyof GuideContent)[] = ['regulatingOrganization', 'visits'];

const isThere = (content: GuideContent, key: keyof GuideContent, least = 0): boolean => {
  const value = content[key];
  return value !== undefined && (!Array.isArray(value) || value.length >= least);
};

/** implementation/I8: element by element, whether it is there. */
export const elementReport = (content: GuideContent) =>
  NEEDED.map(({ key, element, least }) => ({ element: key, name: element, present: isThere(content, key, least) }));

export const completeness: ListRule = ({ content }) =>
  NEEDED.filter(({ key, least }) => !ASKED_ELSEWHERE.includes(key) && !isThere(content, key, least)).map(({ key, element }) => ({
    code: 'incomplete',
    pointer: `/${key}`,
    values: { element: `${element} ${key}` },
  }));
