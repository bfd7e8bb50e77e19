import { demoId } from '../../../kernel/persistence/uuid';
import type { BundleContent } from '../content/content.inputs';
import type { DraftBundleInput } from './bundle.inputs';

const both = (hygiene: string, subsidy: string) => [
  { member: 'hygiene', field: hygiene },
  { member: 'subsidy', field: subsidy },
];
const material = (code: string, name: string, member: string, its: string) => ({
  ...{ code, name, asks: [{ member, material: its }] },
});

/** 个体创业: a licence of the bureau of health and a subsidy of the bureau of human resources, side by side. */
export const bundleContent: BundleContent = {
  ...{ theme: '个体创业', name: '个体创业“一件事”（演示）', promisedDays: 10 },
  members: [
    { key: 'hygiene', code: '1165402199X800233G400012302000001' },
    { key: 'subsidy', code: '1165402199X800225M400201410500101' },
  ],
  fields: [
    { name: 'business', title: '经营名称', asks: both('placeName', 'business') },
    { name: 'address', title: '经营地址', asks: [{ member: 'hygiene', field: 'address' }] },
    { name: 'scope', title: '经营项目', asks: [{ member: 'hygiene', field: 'scope' }] },
    { name: 'since', title: '开始经营日期', asks: [{ member: 'subsidy', field: 'since' }] },
  ],
  materials: [
    material('A01', '卫生许可申请表', 'hygiene', 'M01'),
    material('A02', '营业执照', 'hygiene', 'M02'),
    material('A03', '公共场所地址方位示意图、平面图', 'hygiene', 'M03'),
    material('A04', '卫生检测或者评价报告', 'hygiene', 'M04'),
    material('A05', '创业补贴申请表', 'subsidy', 'M01'),
    material('A06', '经营场所证明', 'subsidy', 'M02'),
  ],
  edges: [],
};

export const newBundle: DraftBundleInput = {
  ...{ code: '654021PCN0101', leadOrganizationId: demoId('organization', 'county-hr') },
  ...bundleContent,
};
