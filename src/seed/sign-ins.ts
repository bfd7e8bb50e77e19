import type { Grant } from '../kernel/authz/actor';
import { COUNTY, organization, type OrganizationKey, REGION } from './organizations';

/** The one password of the demo region's accounts, and the secret of its partner system. They exist nowhere else. */
export const DEMO_PASSWORD = 'tongban-demo';

/** People of the demo region: plainly fictional names, numbers of nobody with a valid check digit (GB 11643). */
export const persons = {
  citizen: { label: '居民', name: '演示居民甲', idNumber: '654021199001011009', phone: '10000000001' },
  'second-citizen': { label: '另一居民', name: '演示居民乙', idNumber: '654021199102022006', phone: '10000000002' },
  representative: { label: '企业法定代表人', name: '演示法人代表丙', idNumber: '654021198803033002', phone: '10000000003' },
} as const;
export type PersonName = keyof typeof persons;

interface Member {
  label: string;
  /** Organ where they work; without one, the platform's own staff. */
  at?: OrganizationKey;
  roles: Pick<Grant, 'role' | 'area'>[];
  /** Their roles are for their own organ. */
  ofUnit: boolean;
}

const everywhere = (label: string, role: string): Member => ({ label, roles: [{ role }], ofUnit: false });
const within = (label: string, role: string, area: string, at: OrganizationKey): Member => ({
  ...{ label, at, roles: [{ role, area }], ofUnit: false },
});
const at = (unit: OrganizationKey, label: string, role: string): Member => ({ label, at: unit, roles: [{ role }], ofUnit: true });

/** Staff by sign-in name. */
export const staff = {
  'platform-operator': everywhere('平台运营', 'platform-operator'),
  'service-administrator': within('政务服务管理机构', 'service-administrator', REGION, 'region-services'),
  'catalogue-editor': within('目录编制', 'catalogue-editor', REGION, 'region-services'),
  'region-editor': at('region-hr', '区人社厅清单编制', 'implementation-editor'),
  'joint-reviewer': at('region-office', '联合审核牵头', 'joint-reviewer'),
  'legal-reviewer': at('region-justice', '合法性审核', 'joint-reviewer'),
  'administration-reviewer': at('region-services', '完整准确性审核', 'joint-reviewer'),
  'establishment-reviewer': at('region-establishment', '清单一致性审核', 'joint-reviewer'),
  'prefecture-reviewer': at('prefecture-services', '适用性审核（伊犁）', 'joint-reviewer'),
  'second-prefecture-reviewer': at('second-prefecture-services', '适用性审核（昌吉）', 'joint-reviewer'),
  'prefecture-editor': at('prefecture-hr', '州人社局清单编制', 'implementation-editor'),
  'prefecture-clerk': at('prefecture-hr', '州人社局受理', 'clerk'),
  'prefecture-officer': at('prefecture-hr', '州人社局审查', 'officer'),
  'county-editor': at('county-hr', '县人社局清单编制', 'implementation-editor'),
  'county-clerk': at('county-hr', '县人社局受理', 'clerk'),
  'county-officer': at('county-hr', '县人社局审查', 'officer'),
  'county-head': at('county-hr', '县人社局负责人', 'department-head'),
  'health-head': at('county-health', '县卫健委负责人', 'department-head'),
  'police-head': at('county-police', '县公安局负责人', 'department-head'),
  'insurance-head': at('county-insurance', '县医保局负责人', 'department-head'),
  supervisor: within('效能监督', 'supervisor', COUNTY, 'county-services'),
  'rating-desk': within('评价管理', 'rating-desk', COUNTY, 'county-services'),
} satisfies Record<string, Member>;
export type StaffName = keyof typeof staff;

/** The partner system signs in with client credentials. */
export const partner = { clientId: 'demo-partner', name: '县人社局业务系统（演示）', at: 'county-hr' } as const;

export const unitOf = (name: StaffName): string | undefined => {
  const { at: unit } = staff[name];
  return unit && organization(unit).id;
};

export const grantsOf = (name: StaffName): Grant[] => {
  const { roles, ofUnit } = staff[name];
  return roles.map((grant) => (ofUnit ? { ...grant, unit: unitOf(name)! } : grant));
};

/** As the sign-in page and the start of the platform show them. */
export const demoSignIns: { label: string; signInName: string; password: string }[] = Object.entries({
  ...persons,
  ...staff,
}).map(([signInName, { label }]) => ({ label, signInName, password: DEMO_PASSWORD }));
