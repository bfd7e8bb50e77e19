import { DirectoryFacade } from '../modules/directory/directory.facade';
import { idOf, named, type Section, seeding } from './house';

export const REGION = '650000000000';
/** 伊犁哈萨克自治州 */
export const PREFECTURE = '654000000000';
/** 伊宁县 */
export const COUNTY = '654021000000';
/** 昌吉回族自治州 */
export const SECOND_PREFECTURE = '652300000000';
/** 吉里于孜镇 */
export const TOWNSHIP = '654021100000';

const [region, prefecture, county, township] = ['新疆维吾尔自治区', '伊犁哈萨克自治州', '伊宁县', '吉里于孜镇'];

/** Key, social credit code (fictional, both check characters agree), name, organ above it in its line of work. */
type Row = [key: string, uscc: string, name: string, superior?: string];

const REGION_ROWS = [
  ['region-services', '1165000099X8000147', `${region}数字化发展局`],
  ['region-hr', '1165000099X8000222', `${region}人力资源和社会保障厅`],
  ['region-health', '1165000099X800030W', `${region}卫生健康委员会`],
  ['region-market', '1165000099X800049R', `${region}市场监督管理局`],
  ['region-housing', '1165000099X800057L', `${region}住房和城乡建设厅`],
  ['region-resources', '1165000099X800065F', `${region}自然资源厅`],
  ['region-transport', '1165000099X800073A', `${region}交通运输厅`],
  ['region-ecology', '1165000099X8000815', `${region}生态环境厅`],
  ['region-office', '1165000099X8009111', `${region}人民政府办公厅`],
  ['region-justice', '1165000099X801017P', `${region}司法厅`],
  ['region-establishment', '1165000099X8011131', `${region}机构编制委员会办公室`],
] as const satisfies Row[];

const PREFECTURE_ROWS = [
  ['prefecture-services', '1165400099X800137R', `${prefecture}政务服务和大数据发展局`, 'region-services'],
  ['prefecture-hr', '1165400099X800145L', `${prefecture}人力资源和社会保障局`, 'region-hr'],
  ['prefecture-health', '1165400099X800153F', `${prefecture}卫生健康委员会`, 'region-health'],
  ['prefecture-housing', '1165400099X800161A', `${prefecture}住房和城乡建设局`, 'region-housing'],
  ['prefecture-resources', '1165400099X80017X2', `${prefecture}自然资源局`, 'region-resources'],
  ['prefecture-transport', '1165400099X8001882', `${prefecture}交通运输局`, 'region-transport'],
  ['prefecture-culture', '1165400099X800196W', `${prefecture}文化体育广播电视和旅游局`],
  ['prefecture-commerce', '1165400099X800209J', `${prefecture}商务局`],
] as const satisfies Row[];

const SECOND_PREFECTURE_ROWS = [
  ['second-prefecture-services', '1165230099X801316X', '昌吉回族自治州政务服务和大数据发展局', 'region-services'],
] as const satisfies Row[];

const COUNTY_ROWS = [
  ['county-services', '1165402199X800217T', `${county}政务服务和大数据发展局`, 'prefecture-services'],
  ['county-hr', '1165402199X800225M', `${county}人力资源和社会保障局`, 'prefecture-hr'],
  ['county-health', '1165402199X800233G', `${county}卫生健康委员会`, 'prefecture-health'],
  ['county-police', '1165402199X800241B', `${county}公安局`],
  ['county-insurance', '1165402199X80025X3', `${county}医疗保障局`],
  ['county-civil', '1165402199X8002683', `${county}民政局`],
  ['county-housing', '1165402199X800276X', `${county}住房和城乡建设局`, 'prefecture-housing'],
  ['county-resources', '1165402199X800284Q', `${county}自然资源局`, 'prefecture-resources'],
  ['county-transport', '1165402199X800292K', `${county}交通运输局`, 'prefecture-transport'],
  ['county-justice', '1165402199X8003059', `${county}司法局`],
  ['county-tax', '1165402199X8003134', `${county}税务局`],
  ['county-disabled', '1165402199X800321Y', `${county}残疾人联合会`],
] as const satisfies Row[];

const TOWNSHIP_ROWS = [['township-government', '1165402199X80033XN', `${county}${township}人民政府`]] as const satisfies Row[];

const BY_DIVISION = [
  [REGION, REGION_ROWS],
  [PREFECTURE, PREFECTURE_ROWS],
  [SECOND_PREFECTURE, SECOND_PREFECTURE_ROWS],
  [COUNTY, COUNTY_ROWS],
  [TOWNSHIP, TOWNSHIP_ROWS],
] as const;

export type OrganizationKey = (typeof BY_DIVISION)[number][1][number][0];

export interface DemoOrganization {
  id: string;
  uscc: string;
  name: string;
  divisionCode: string;
  superiorId?: string;
}

/** The organs of the demo region by key, uppermost first. Real divisions, invented organs. */
export const organizations = new Map<string, DemoOrganization>(
  BY_DIVISION.flatMap(([divisionCode, rows]) =>
    (rows as readonly Row[]).map(([key, uscc, name, superior]): [string, DemoOrganization] => [
      key,
      {
        ...{ id: idOf('organization', key), uscc, name: `${name}（演示）`, divisionCode },
        ...(superior && { superiorId: idOf('organization', superior) }),
      },
    ]),
  ),
);

export const organization = (key: OrganizationKey): DemoOrganization => organizations.get(key)!;

export const organizationSection: Section = {
  says: 'organizations',
  mark: { kind: 'directory.organization', id: idOf('organization', 'region-services') },
  make: async (house) => {
    const directory = house.get(DirectoryFacade);
    for (const [key, { uscc, name, divisionCode, superiorId }] of organizations)
      await named('organization', key, () => directory.registerOrganization(seeding, { uscc, name, divisionCode, superiorId }));
  },
};
