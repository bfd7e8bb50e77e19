import type { Actor } from '../kernel/authz/actor';
import { DEFERRAL_TEXT, type Submission } from '../modules/acceptance/acceptance.facade';
import { listCode } from './lists';
import { asPerson, enterprise } from './people';

export type Application = { by: Actor; what: Submission };

const statement = (code: string, text: string) => ({ code, kind: 'statement' as const, text });
const commitment = (code: string) => ({
  ...{ code, kind: 'commitment' as const, textVersion: '演示版 1' },
  text: '已经知晓告知事项，承诺所填内容属实，愿意承担不实承诺的责任。',
});

/** 创业补贴申领: the place of business is stated by commitment (告知承诺). */
export const subsidy = (person: 'citizen' | 'second-citizen'): Application => ({
  by: asPerson(person),
  what: {
    ...{ code: listCode('county-hr', '002014105001'), channel: 'online' },
    form: { business: '演示小店', since: '2025-03-01' },
    materials: [statement('M01', '申请创业补贴。'), commitment('M02'), statement('M03', '吸纳就业人员名单已经备齐。')],
  },
});

/** The same with the list of those employed promised for later (容缺受理). */
export const deferredSubsidy = (): Application => {
  const { by, what } = subsidy('citizen');
  const promise = { code: 'M03', kind: 'deferred' as const, textVersion: DEFERRAL_TEXT.version };
  return { by, what: { ...what, materials: [...what.materials.slice(0, 2), promise] } };
};

/** 劳务派遣经营许可: the representative applies for the enterprise. */
export const dispatch = (): Application => ({
  by: asPerson('representative'),
  what: {
    ...{ code: listCode('county-hr', '000114008001'), channel: 'online', applicantId: enterprise.id },
    form: { companyName: enterprise.name, premises: '伊宁县演示路 10 号', scope: '劳务派遣', capital: 300 },
    materials: [
      statement('M01', '申请劳务派遣经营许可。'),
      statement('M02', '营业执照信息由登记机关共享。'),
      commitment('M03'),
      statement('M04', '劳动合同、劳动报酬、社会保险和规章制度文本已经备齐。'),
    ],
  },
});

/** 公共场所卫生许可 for a place of the enterprise. */
export const hygiene = (): Application => ({
  by: asPerson('representative'),
  what: {
    ...{ code: listCode('county-health', '000123020000'), channel: 'online', applicantId: enterprise.id },
    form: { placeName: '演示培训教室', address: '伊宁县演示路 11 号', scope: '其他公共场所' },
    materials: [
      statement('M01', '申请公共场所卫生许可。'),
      statement('M02', '营业执照信息由登记机关共享。'),
      statement('M03', '方位示意图和平面图已经备齐。'),
      commitment('M04'),
    ],
  },
});

/** 社会保险登记, entered at the window and handled on the spot. */
export const registration = {
  ...{ code: listCode('county-hr', '002014001001'), channel: 'window' as const, applicantId: enterprise.id },
  form: { companyName: enterprise.name, employees: 12 },
  materials: [statement('M01', '办理社会保险登记。')],
};

/** 新生儿出生一件事 */
export const birth = {
  ...{ channel: 'online' as const, resultsMayFlow: true },
  form: { childName: '演示宝宝', bornOn: '2026-01-15', motherName: '演示居民乙', address: '伊宁县演示路 20 号' },
  materials: [statement('A01', '首次签发登记。')],
};
