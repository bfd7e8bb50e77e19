import type { DivisionLevel } from '../identifiers.rules';

export const PLACE_KINDS = [
  'centre',
  'convenience-centre',
  'convenience-station',
  'outlet',
  'self-service',
  'outside-hall',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export const WINDOW_KINDS = [
  'comprehensive',
  'inter-province',
  'in-region',
  'one-matter',
  'assisted',
  'could-not-get-it-done',
  'green-channel',
] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

// 新政发〔2022〕84号（六）: 县级以上为政务服务中心，乡镇（街道）为便民服务中心，村（社区）为便民服务站.
const LEVELS: Record<PlaceKind, readonly DivisionLevel[]> = {
  centre: [1, 2, 3],
  'convenience-centre': [4],
  'convenience-station': [5],
  outlet: [1, 2, 3, 4, 5],
  'self-service': [1, 2, 3, 4, 5],
  // 县级以上: 部门专项业务大厅
  'outside-hall': [1, 2, 3],
};

export const fitsLevel = (kind: PlaceKind, level: DivisionLevel): boolean => LEVELS[kind].includes(level);

export const PLACE_KINDS_ZH: Record<PlaceKind, string> = {
  centre: '政务服务中心',
  'convenience-centre': '便民服务中心',
  'convenience-station': '便民服务站',
  outlet: '服务网点',
  'self-service': '自助服务点',
  'outside-hall': '中心外大厅',
};

/** Points outside the government's own halls stand with a host, and an organ answers for them. */
export const needsResponsibleOrgan = (kind: PlaceKind): boolean => kind === 'outlet' || kind === 'self-service';

/** Windows where matters are accepted: not for help, complaints or priority alone. */
const ACCEPTING: readonly WindowKind[] = ['comprehensive', 'inter-province', 'in-region', 'one-matter'];
export const accepts = (kind: WindowKind): boolean => ACCEPTING.includes(kind);
