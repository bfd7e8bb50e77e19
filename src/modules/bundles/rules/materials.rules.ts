import type { GuideMaterial } from '../../implementation/implementation.facade';
import type { MergedMaterial } from '../content/content.inputs';
import { type BundleDraft, type BundleRule, type Finding, materialOf, repeated } from './finding.rules';

/** bundles/B2: every material that a member requires, always or in some situation, is handed in, or follows from a predecessor. */
export const materialCoverage: BundleRule = ({ content, offers }) => {
  const covered = coveredMaterials(content);
  return content.members.flatMap(({ key: member }, index) => {
    const required = (offers.get(member)?.guide.materials ?? []).filter(isDemanded);
    return required
      .filter(({ code }) => !covered.includes(`${member} ${code}`))
      .map(({ code }): Finding => {
        return { code: 'material-uncovered', pointer: `/members/${index}`, values: { member, material: code } };
      });
  });
};

/** bundles/B1: one material is handed in once: the same code or the same certificate type is one material, nothing else is. */
export const materialMeaning: BundleRule = (bundle) => {
  const { materials } = bundle.content;
  const certificates = materials.flatMap((material) => [...new Set(certificatesOf(bundle, material))]);
  const twice = [
    ...repeated(materials.map(({ code }) => code)),
    ...repeated(coveredMaterials(bundle.content)),
    ...repeated(certificates),
  ];
  return [
    ...twice.map((material): Finding => ({ code: 'material-twice', pointer: '/materials', values: { material } })),
    ...materials.flatMap((_, index) => [...unknownMaterials(bundle, index), ...differing(bundle, index)]),
  ];
};

const isDemanded = ({ necessity, appliesWhen }: GuideMaterial): boolean =>
  necessity === 'required' || (necessity === 'conditional' && appliesWhen !== undefined);

function unknownMaterials({ content, offers }: BundleDraft, index: number): Finding[] {
  return content.materials[index]!.asks.flatMap(({ member, material }, ask): Finding[] =>
    materialOf(offers.get(member), material)
      ? []
      : [{ code: 'material-unknown', pointer: `/materials/${index}/asks/${ask}`, values: { member, material } }],
  );
}

function differing(bundle: BundleDraft, index: number): Finding[] {
  const merged = bundle.content.materials[index]!;
  const joined = joinedIn(bundle, merged);
  const alike = (value: (material: GuideMaterial) => string | undefined) => {
    const values = new Set(joined.map(value));
    return values.size <= 1 && !values.has(undefined);
  };
  if (!joined.length || alike(({ code }) => code) || alike(certificateType)) return [];
  return [{ code: 'materials-differ', pointer: `/materials/${index}`, values: { code: merged.code } }];
}

function certificatesOf(bundle: BundleDraft, merged: MergedMaterial): string[] {
  return joinedIn(bundle, merged).flatMap((material) => certificateType(material) ?? []);
}

const certificateType = ({ replaceableBy }: GuideMaterial): string | undefined => replaceableBy.certificateType;

/** The members' materials that a merged one stands for. */
export const joinedIn = ({ offers }: Pick<BundleDraft, 'offers'>, { asks }: MergedMaterial): GuideMaterial[] =>
  asks.flatMap(({ member, material }) => materialOf(offers.get(member), material) ?? []);

function coveredMaterials({ materials, edges }: BundleDraft['content']): string[] {
  return [
    ...materials.flatMap(({ asks }) => asks.map(({ member, material }) => `${member} ${material}`)),
    ...edges.flatMap(({ to, certificateFor = [] }) => certificateFor.map((material) => `${to} ${material}`)),
  ];
}
