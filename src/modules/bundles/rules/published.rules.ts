import type { Audience, Channel, DayLimit } from '../../catalog/catalog.facade';
import type { Offer } from '../../implementation/implementation.facade';
import type { BundleEdge, MergedField, MergedMaterial } from '../content/content.inputs';
import type { BundleDraft, Schema } from './finding.rules';
import { joinedIn } from './materials.rules';
import { inAll } from './members.rules';
import { mergedForm } from './merged-form.rules';

export interface NamedOrganization {
  id: string;
  name: string;
  divisionCode: string;
  areaPath: string[];
}

export interface PublishedMember {
  key: string;
  /** 33 digits */
  code: string;
  name: string;
  organization: NamedOrganization;
  /** The guide that the bundle was checked against; a case is opened under the guide of its own day. */
  guideVersionId: string;
  promisedLimit: DayLimit;
  resultName: string;
}

export type PublishedMaterial = MergedMaterial & {
  required: boolean;
  /** Certificate that may stand in for it, for all that ask for it. */
  certificateType?: string;
};

/** 一件事办事指南: what every channel shows, and every journey keeps. */
export interface PublishedBundle {
  theme: string;
  name: string;
  leadOrganization: NamedOrganization;
  members: PublishedMember[];
  fields: MergedField[];
  /** The merged form as JSON Schema, draft 2020-12. */
  form: Schema;
  materials: PublishedMaterial[];
  edges: BundleEdge[];
  promisedDays: number;
  channels: Channel[];
  audiences: Audience[];
}

/** The bundle as it is published. Its content has passed every rule: nothing that is needed is missing. */
export function publishedBundle(bundle: BundleDraft, leadOrganization: NamedOrganization): PublishedBundle {
  const { theme, name, fields, edges, promisedDays } = bundle.content;
  const guides = [...bundle.offers.values()].map(({ guide }) => guide);
  return {
    ...{ theme, name, leadOrganization: named(leadOrganization), fields, edges, promisedDays },
    members: bundle.content.members.map(({ key }) => memberOf(key, bundle.offers.get(key)!)),
    form: mergedForm(bundle),
    materials: bundle.content.materials.map((material) => materialOf(bundle, material)),
    channels: inAll(guides.map(({ channels }) => channels)),
    audiences: inAll(guides.map(({ audiences }) => audiences)),
  };
}

function memberOf(key: string, { variantCode: code, versionId: guideVersionId, guide }: Offer): PublishedMember {
  const { name, organization, promisedLimit, result } = guide;
  return { key, code, name, organization: named(organization), guideVersionId, promisedLimit, resultName: result.name };
}

function materialOf(bundle: BundleDraft, material: MergedMaterial): PublishedMaterial {
  const joined = joinedIn(bundle, material);
  const [certificateType] = inAll(joined.map(({ replaceableBy }) => [replaceableBy.certificateType]));
  const required = joined.some(({ necessity, appliesWhen }) => necessity === 'required' && !appliesWhen);
  return { ...material, required, ...(certificateType && { certificateType }) };
}

const named = ({ id, name, divisionCode, areaPath }: NamedOrganization): NamedOrganization => {
  return { id, name, divisionCode, areaPath: [...areaPath] };
};
