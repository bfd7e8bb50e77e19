import type { GuideContent, SpecialProcedure } from '../modules/implementation/implementation.facade';
import type { DayLimit } from '../modules/catalog/catalog.facade';
import { formOf, type ItemRow } from './items/item-row';
import { licenceTypes } from './licence-types';
import type { DemoOrganization } from './organizations';

type When = NonNullable<NonNullable<GuideContent['formParts']>[number]['appliesWhen']>[number];

/** What a row of the lists says beyond organ, item and promise. */
export interface ListExtras {
  /** 即办件: a promise of no days. */
  onTheSpot?: true;
  specialProcedures?: SpecialProcedure[];
  fees?: GuideContent['fees'];
  uyghurName?: string;
  situations?: GuideContent['situations'];
  /** Materials that situations decide on, by code. */
  materialsWhen?: Record<string, When[]>;
  formParts?: GuideContent['formParts'];
  /** 告知承诺 */
  commitment?: GuideContent['commitment'];
  variantNumber?: number;
  variantName?: string;
}

/** Which fields of the form go into the licence, and for how long it is valid. */
const LICENCES: Record<string, { fields: string[]; validityMonths?: number }> = {
  [licenceTypes.dispatch.typeCode]: { fields: ['companyName', 'premises', 'scope'], validityMonths: 36 },
  [licenceTypes.hygiene.typeCode]: { fields: ['placeName', 'address', 'scope'], validityMonths: 48 },
  [licenceTypes.transport.typeCode]: { fields: ['companyName', 'address', 'scope'] },
  [licenceTypes.birth.typeCode]: { fields: ['childName', 'bornOn'] },
};

/** 主题分类 of items that people look for by theme. */
const THEMES: Record<string, string[]> = {
  '000114008001': ['E030'],
  '002014001001': ['E035'],
  '002014006007': ['P085'],
  '002014105001': ['P030'],
  '000122007000': ['P050'],
  '000511004000': ['P065'],
  '000788001001': ['P090'],
  '001030031000': ['E025'],
  '650723901W01': ['P005'],
  '650709901W01': ['P010'],
  '652036901W01': ['P085'],
};
const askedOften = (days: number, unit: DayLimit['unit']) => ({
  question: '多长时间可以办结？',
  answer: `受理后 ${days} 个${unit === 'working-day' ? '工作日' : '自然日'}内办结，特别程序所需时间除外。`,
});

/** What the organ adds to the elements of the catalogue. */
export function contentOf(organ: DemoOrganization, row: ItemRow, promisedDays: number, extras: ListExtras): GuideContent {
  const { uscc, name } = organ;
  const { resultType: kind, resultName, resultCertificateType: certificateType } = row;
  const days = extras.onTheSpot ? 0 : promisedDays;
  return {
    ...(row.basicCode.slice(2, 4) !== '01' && { procedureBasis: row.legalBasis[0] }),
    regulatingOrganization: { uscc, name },
    ...(extras.uyghurName && { uyghurName: extras.uyghurName }),
    ...{ handling: extras.onTheSpot ? 'on-the-spot' : 'promised', promisedLimit: { days, unit: row.statutoryLimit.unit } },
    steps: ['受理', '审查', '决定'].map((step, index) => ({ code: `S${index + 1}`, name: step, countsAsStep: true })),
    ...{ specialProcedures: extras.specialProcedures ?? [], form: formOf(row.form), fees: extras.fees ?? [] },
    ...situatedIn(row, extras),
    ...{ channels: ['window', 'online'], onlineDepth: 4, themes: THEMES[row.basicCode] },
    windows: [
      { name: '综合受理窗口', address: '政务服务中心一楼', hours: '工作日 10:00-13:30，15:30-19:00', phone: '0999-0000000' },
    ],
    result: { kind, name: resultName, ...(certificateType && { certificateType, ...LICENCES[certificateType] }) },
    ...{ visits: 0, resultSample: `urn:demo:result-sample:${row.basicCode}` },
    ...(row.basicCode.slice(2, 4) === '01' && { questions: [askedOften(days, row.statutoryLimit.unit)] }),
    ...(extras.fees?.length && { onlinePayment: false }),
    ...(extras.commitment && { commitment: extras.commitment }),
    remedies: { review: '收到决定之日起六十日内向本级人民政府申请行政复议', lawsuit: '六个月内向有管辖权的人民法院提起行政诉讼' },
    phones: { enquiry: '0999-0000000', complaint: '0999-0000001' },
  };
}

/** 情形: the materials of the catalogue, some of them only after certain answers. */
function situatedIn({ materials }: ItemRow, { situations, materialsWhen = {}, formParts }: ListExtras): Partial<GuideContent> {
  if (!situations) return {};
  const situated = materials.map((material) => {
    const appliesWhen = materialsWhen[material.code];
    return { ...material, ...(appliesWhen && { appliesWhen }) };
  });
  return { situations, materials: situated, ...(formParts && { formParts }) };
}
