import { isDeepStrictEqual } from 'node:util';
import type { ItemElements, Material, PublishedItem } from '../../catalog/catalog.facade';
import type { GuideContent } from '../content/content.inputs';
import type { Finding, ListRule } from './finding.rules';

interface Locked {
  element: string;
  pointer: string;
  laidDown: (elements: ItemElements) => unknown;
  given: (content: GuideContent) => unknown;
}

const sorted = (values: readonly string[] | undefined) => values && [...values].sort();

/** implementation/I1: elements that are the same at every level. What the catalogue leaves open is absent there, and free. */
const LOCKED: readonly Locked[] = [
  { element: '事项名称 name', pointer: '/name', laidDown: ({ name }) => name, given: ({ name }) => name },
  {
    ...{ element: '设定依据 legalBasis', pointer: '/legalBasis' },
    ...{ laidDown: ({ legalBasis }: ItemElements) => legalBasis, given: ({ legalBasis }: GuideContent) => legalBasis },
  },
  {
    ...{ element: '服务对象 audiences', pointer: '/audiences' },
    ...{ laidDown: (item: ItemElements) => sorted(item.audiences), given: (content: GuideContent) => sorted(content.audiences) },
  },
  {
    element: '受理条件 acceptanceConditions',
    pointer: '/acceptanceConditions',
    laidDown: ({ acceptanceConditions }) => acceptanceConditions,
    given: ({ acceptanceConditions }) => acceptanceConditions,
  },
  {
    element: '法定办结时限 statutoryLimit',
    pointer: '/statutoryLimit',
    laidDown: ({ statutoryLimit }) => statutoryLimit,
    given: ({ statutoryLimit }) => statutoryLimit,
  },
  {
    ...{ element: '办理形式 channels', pointer: '/channels' },
    ...{ laidDown: (item: ItemElements) => sorted(item.channels), given: (content: GuideContent) => sorted(content.channels) },
  },
  { element: '通办范围 scope', pointer: '/scope', laidDown: ({ scope }) => scope, given: ({ scope }) => scope },
  {
    element: '办理结果 result',
    pointer: '/result',
    laidDown: ({ resultType, resultName, resultCertificateType }) => [resultType, resultName, resultCertificateType ?? null],
    given: ({ result }) => result && [result.kind, result.name, result.certificateType ?? null],
  },
];

export const lockedElements: ListRule = ({ content }, item) => [
  ...LOCKED.flatMap(({ element, pointer, laidDown, given }) => {
    const [ours, theirs] = [given(content), laidDown(item.elements)];
    return ours === undefined || theirs === undefined || isDeepStrictEqual(ours, theirs) ? [] : [locked(item, element, pointer)];
  }),
  ...(content.fees?.length && !item.elements.fees.charged ? [locked(item, '收费 fees', '/fees')] : []),
  ...(content.materials ?? []).flatMap((material, index) => lockedMaterial(item, material, `/materials/${index}`)),
];

/** Fewer materials, a milder necessity and more ways to replace one are free; another material, or a changed one, is not. */
function lockedMaterial(item: PublishedItem, material: Material, pointer: string): Finding[] {
  const standard = item.elements.materials.find(({ code }) => code === material.code);
  if (!standard) return [{ code: 'material-not-in-catalogue', pointer, values: { material: material.code, ...ownerOf(item) } }];
  const changed = (['name', 'source', 'legalBasis'] as const).filter(
    (key) => standard[key] !== undefined && standard[key] !== material[key],
  );
  const findings = changed.map((key) => locked(item, `申请材料 materials.${key}`, `${pointer}/${key}`));
  if (material.necessity !== standard.necessity && material.necessity === 'required')
    findings.push(locked(item, '申请材料 materials.necessity', `${pointer}/necessity`));
  return findings;
}

const locked = (item: PublishedItem, element: string, pointer: string): Finding => ({
  code: 'element-locked',
  pointer,
  values: { element, ...ownerOf(item) },
});

const ownerOf = ({ basicCode }: PublishedItem) =>
  basicCode.startsWith('00') ? { owner: 'national', ownerZh: '国家' } : { owner: 'regional', ownerZh: '自治区' };
