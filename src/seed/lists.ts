import { implementationCode, variantCode } from '../modules/catalog/catalog.facade';
import { type Guide, ImplementationFacade } from '../modules/implementation/implementation.facade';
import { itemRow } from './catalogue';
import { type House, idOf, named, type Section, seeding } from './house';
import { contentOf, type ListExtras } from './list-content';
import { COUNTY, organization, type OrganizationKey, PREFECTURE, REGION } from './organizations';
import { asStaff } from './people';
import type { StaffName } from './sign-ins';

type Row = [at: OrganizationKey, basicCode: string, promisedDays: number, extras?: ListExtras];

const hearing: ListExtras = {
  specialProcedures: [
    {
      ...{ kind: 'hearing', name: '听证', stopsClock: true, days: 20, unit: 'working-day' },
      article: '《中华人民共和国行政许可法》第四十七条',
    },
  ],
};
const onCommitment: ListExtras = {
  commitment: {
    text: '本人已知晓创业补贴的申领条件、所需材料和法律责任，承诺属于首次创业且正常经营一年以上，所填内容真实。',
    ...{ liability: '承诺不实的，责令限期整改；拒不整改或者不符合条件的，撤销准予决定，依法追回补贴。', afterCheckDays: 40 },
  },
};
const expertReview: ListExtras = {
  specialProcedures: [
    {
      ...{ kind: 'expert-review', name: '技术评审', stopsClock: true, days: 30, unit: 'working-day' },
      article: '《检验检测机构资质认定管理办法》第十条',
    },
  ],
};
const examinationFee: ListExtras = {
  fees: [
    {
      ...{ code: 'F01', name: '专业技术人员职业资格考试考务费', standard: '按科目收取', basisKind: 'normative-document' },
      basis: '《关于改革全国性职业资格考试收费标准管理方式的通知》（发改价格〔2015〕1217号）',
    },
  ],
};
const registrationFee: ListExtras = {
  fees: [
    {
      ...{ code: 'F01', name: '不动产登记费', standard: '住宅类每件 80 元', amountFen: 8_000, basisKind: 'normative-document' },
      basis: '《关于不动产登记收费标准等有关问题的通知》（发改价格规〔2016〕2559号）',
    },
  ],
};
const changeOf = (...anyOf: string[]) => [{ situation: 'Q1', anyOf }];
/** 变更: what has changed decides what is handed in. */
const change: ListExtras = {
  ...{ variantNumber: 3, variantName: '变更' },
  situations: [
    {
      ...{ code: 'Q1', question: '变更内容（可多选）', choice: 'multiple' },
      options: [
        { code: 'name', name: '单位名称' },
        { code: 'person', name: '法定代表人或者负责人' },
        { code: 'layout', name: '场所平面布局' },
      ],
    },
    {
      ...{ code: 'Q2', question: '布局变更后是否重新检测', choice: 'single', appliesWhen: changeOf('layout') },
      options: [
        { code: 'yes', name: '已经重新检测' },
        { code: 'no', name: '原检测报告所涉区域没有变化' },
      ],
    },
  ],
  materialsWhen: {
    M02: changeOf('name', 'person'),
    M03: changeOf('layout'),
    M04: [{ situation: 'Q2', anyOf: ['yes'] }],
  },
  formParts: [{ fields: ['area'], required: ['area'], appliesWhen: changeOf('layout') }],
};
const onTheSpot: ListExtras = { onTheSpot: true };

const REGION_ROWS: Row[] = [
  ['region-hr', '000114008001', 15, hearing],
  ['region-hr', '002014208003', 1, examinationFee],
  ['region-health', '000123035000', 15],
  ['region-housing', '000117007000', 30],
  ['region-housing', '000717008000', 10],
  ['region-resources', '000115018000', 15],
  ['region-resources', '000115023000', 15],
  ['region-transport', '000118040000', 10],
  ['region-market', '000131018000', 10, expertReview],
  ['region-market', '000131009000', 15],
  ['region-ecology', '002016003000', 3],
];

const PREFECTURE_ROWS: Row[] = [
  ['prefecture-hr', '000114008001', 12, hearing],
  ['prefecture-hr', '002014105001', 10],
  ['prefecture-hr', '002014208003', 1, examinationFee],
  ['prefecture-health', '000123020000', 10],
  ['prefecture-housing', '000117054002', 10],
  ['prefecture-housing', '000717008000', 8],
  ['prefecture-resources', '000115003000', 15],
  ['prefecture-transport', '000118017000', 10],
  ['prefecture-culture', '000122007000', 10],
  ['prefecture-commerce', '000121008000', 15],
];

const COUNTY_ROWS: Row[] = [
  ['county-hr', '000114008001', 10, hearing],
  ['county-hr', '002014001001', 0, onTheSpot],
  ['county-hr', '002014006007', 15],
  ['county-hr', '002014105001', 10, onCommitment],
  ['county-health', '000123020000', 5, { variantName: '新办', uyghurName: 'ئاممىۋى سورۇن تازىلىق ئىجازەتنامىسى' }],
  ['county-health', '000123020000', 3, change],
  ['county-housing', '000117054002', 7],
  ['county-housing', '000717008000', 5],
  ['county-resources', '000115003000', 10],
  ['county-resources', '000715001006', 5, registrationFee],
  ['county-resources', '000715001013', 5, registrationFee],
  ['county-transport', '000118017000', 7],
  ['county-civil', '000511004000', 10],
  ['county-justice', '000512001000', 3],
  ['county-insurance', '002014007013', 0, onTheSpot],
  ['county-tax', '001030031000', 0, onTheSpot],
  ['county-tax', '001030051000', 3],
  ['county-tax', '002030035000', 0, onTheSpot],
  ['county-disabled', '000788001001', 15],
  ['county-health', '650723901W01', 1],
  ['county-police', '650709901W01', 3],
  ['county-insurance', '652036901W01', 1],
];

const LEVELS: Record<string, Guide['level']> = { [REGION]: '2', [PREFECTURE]: '3', [COUNTY]: '4' };
const levelOf = (at: OrganizationKey) => LEVELS[organization(at).divisionCode]!;

export const listId = (at: OrganizationKey, basicCode: string, variantNumber = 1): string =>
  idOf('list', nameOf(at, basicCode, variantNumber));

const nameOf = (at: OrganizationKey, basicCode: string, variantNumber: number) => `${at} ${basicCode} ${variantNumber}`;

/** 业务办理项编码 of a list of the demo region. */
export const listCode = (at: OrganizationKey, basicCode: string, variantNumber = 1): string =>
  variantCode(implementationCode(organization(at).uscc, Number(levelOf(at)) as 2 | 3 | 4, basicCode), variantNumber);

export const listRows: readonly Row[] = [...REGION_ROWS, ...PREFECTURE_ROWS, ...COUNTY_ROWS];

/** Organs that have an editor among the demo staff bring their lists out themselves. */
const EDITORS: Partial<Record<OrganizationKey, StaffName>> = {
  'county-hr': 'county-editor',
  'prefecture-hr': 'prefecture-editor',
};

/** 实施清单 */
export const listSection: Section = {
  says: `${listRows.length} implementation lists at three levels`,
  mark: { kind: 'implementation.implementation', id: listId('county-hr', '002014105001') },
  make: async (house) => {
    for (const row of listRows) await publish(house, row);
  },
};

/** Drafted, audited and published by two people (implementation/I8), or approved elsewhere and taken over (implementation/I12). */
async function publish(house: House, [at, basicCode, promisedDays, extras = {}]: Row): Promise<void> {
  const implementation = house.get(ImplementationFacade);
  const organ = organization(at);
  const { variantNumber = 1, variantName } = extras;
  const list = {
    ...{ organizationId: organ.id, basicCode, level: levelOf(at), variantNumber, variantName },
    content: contentOf(organ, itemRow(basicCode), promisedDays, extras),
  };
  const editor = EDITORS[at];
  await named('list', nameOf(at, basicCode, variantNumber), () =>
    editor
      ? implementation.bringOut(
          { editor: asStaff(editor), auditor: asStaff('service-administrator') },
          { ...list, reasons: '要素完整，与基本目录一致。' },
        )
      : implementation.publish(seeding, { ...list, approvedUnder: '演示区政务服务事项实施清单〔2026〕1号' }),
  );
}
