import type { Audience, Channel, DayLimit, Material, MaterialForm, Necessity, Scope, Source } from '../../catalog/catalog.facade';
import type { Guide } from '../guide.rules';

/** How codes are said to people. */
export const says = {
  audience: {
    ...{ 1: '自然人', 2: '企业法人', 3: '事业法人', 4: '社会组织法人', 5: '非法人企业', 6: '行政机关', 9: '其他组织' },
  } satisfies Record<Audience, string>,
  channel: { window: '窗口办理', online: '网上办理', mobile: '移动端办理', post: '快递申请' } satisfies Record<Channel, string>,
  scope: {
    ...{ nation: '全国通办', province: '全区通办', prefecture: '全市（州、地）通办', county: '全县通办', town: '全乡镇通办' },
    none: '不可通办',
  } satisfies Record<Scope, string>,
  necessity: { required: '必要', conditional: '按情形', deferrable: '可容缺后补' } satisfies Record<Necessity, string>,
  source: { applicant: '申请人自备', government: '政府部门核发', 'third-party': '其他机构出具' } satisfies Record<Source, string>,
  medium: { paper: '纸质', electronic: '电子', either: '纸质或电子' } satisfies Record<MaterialForm['medium'], string>,
  document: {
    ...{ original: '原件', copy: '复印件', 'original-and-copy': '原件和复印件', 'original-or-copy': '原件或复印件' },
  } satisfies Record<MaterialForm['document'], string>,
  handling: { 'on-the-spot': '即办件', promised: '承诺件' },
};

export const limitText = ({ days, unit }: DayLimit): string =>
  days === 0 ? '当场办结' : `${days} 个${unit === 'working-day' ? '工作日' : '自然日'}`;

/** 免提交方式, as a person would ask: what can I show instead? */
export function insteadOf({ replaceableBy: { certificateType, dataQuery, commitment } }: Material): string {
  const ways = [certificateType && '电子证照', dataQuery && '数据共享核验', commitment && '告知承诺'].filter(Boolean);
  return ways.length ? `可用${ways.join('、')}代替` : '';
}

export function formText({ form }: Material): string {
  if (!form) return '';
  const counts = [form.originals && `原件 ${form.originals} 份`, form.copies && `复印件 ${form.copies} 份`].filter(Boolean);
  return `${says.medium[form.medium]}，${counts.join('、') || says.document[form.document]}`;
}

export const visitsText = ({ visits, visitReason }: Pick<Guide, 'visits' | 'visitReason'>): string | undefined => {
  if (visits === undefined) return undefined;
  return visits === 0 ? '无需到现场' : [`${visits} 次`, visitReason].filter(Boolean).join('：');
};

export const feeText = (amountFen: number): string => `${(amountFen / 100).toFixed(2)} 元`;
