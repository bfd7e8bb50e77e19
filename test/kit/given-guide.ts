import { platform } from '../../src/kernel/authz/actor';
import type { ItemElements } from '../../src/modules/catalog/catalog.facade';
import { adoptingDivision } from '../../src/modules/catalog/standing.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import {
  type Guide,
  type GuideContent,
  ImplementationFacade,
  type Offer,
} from '../../src/modules/implementation/implementation.facade';
import { givenItem } from './given-item';
import { givenOrganization } from './given-organization';
import type { World } from './world';

export const form = {
  type: 'object',
  properties: {
    placeName: { type: 'string', minLength: 1, maxLength: 100, title: '场所名称' },
    area: { type: 'integer', minimum: 1, maximum: 100000, title: '面积' },
  },
  required: ['placeName'],
  additionalProperties: false,
};

/** What an organization adds to the catalogue's elements, so that a list is complete. */
export function guideContent(overrides: Partial<GuideContent> = {}): GuideContent {
  return {
    regulatingOrganization: { uscc: '11650000010183859F', name: '示例卫生健康委员会' },
    promisedLimit: overrides.handling === 'on-the-spot' ? { days: 0, unit: 'working-day' } : { days: 10, unit: 'working-day' },
    handling: 'promised',
    steps: [
      { code: 'S1', name: '受理', countsAsStep: true },
      { code: 'S2', name: '审查', countsAsStep: true },
      { code: 'S3', name: '办结', countsAsStep: true },
    ],
    form,
    channels: ['window', 'online'],
    windows: [
      { name: '综合窗口', address: '示例区示例路 1 号', hours: '工作日 10:00-13:30, 15:30-19:00', phone: '0991-0000000' },
    ],
    ...(overrides.channels && !overrides.channels.includes('online')
      ? { visits: 1, visitReason: '须到窗口核验' }
      : { visits: 0 }),
    ...{ resultSample: 'https://example.invalid/sample.pdf' },
    questions: [{ question: '可以委托他人办理吗？', answer: '可以，请出示授权委托书。' }],
    remedies: { review: '示例区人民政府', lawsuit: '示例区人民法院' },
    phones: { enquiry: '0991-0000000', complaint: '0991-0000001' },
    ...(overrides.fees?.length && { onlinePayment: false }),
    ...overrides,
  };
}

export interface GivenGuide extends Offer {
  organization: OrganizationCard;
}

/** The catalogue's elements that a content lays claim to: an item to which it agrees. */
function elementsOf({
  name,
  legalBasis,
  audiences,
  acceptanceConditions,
  statutoryLimit,
  materials,
  result,
  fees,
}: GuideContent) {
  const elements: Partial<ItemElements> = {
    ...{ name, legalBasis, audiences, acceptanceConditions, statutoryLimit },
    // Situations, and how long a material may be awaited, are the list's own.
    materials: materials?.map(({ appliesWhen: _, deferralDays: _days, mayFollowDecision: _follows, ...material }) => material),
    ...(result && { resultType: result.kind, resultName: result.name, resultCertificateType: result.certificateType }),
    ...(fees?.length && { fees: { charged: true } }),
  };
  return Object.fromEntries(Object.entries(elements).filter(([, value]) => value !== undefined)) as Partial<ItemElements>;
}

/**
 * A published guide of an organization (a new district organ unless told), over a catalogue item made for it.
 * `overrides` are content; what the catalogue lays down goes into the item as well, so that the two agree.
 */
export async function givenGuide(
  w: Pick<World, 'get'>,
  {
    organization,
    item = {},
    overrides = {},
    level = '4',
    ...variant
  }: {
    organization?: OrganizationCard;
    item?: Partial<ItemElements>;
    overrides?: Partial<GuideContent>;
    level?: Guide['level'];
    variantName?: string;
    variantNumber?: number;
  } = {},
): Promise<GivenGuide> {
  const holder = organization ?? (await givenOrganization(w));
  const division = adoptingDivision(holder.areaPath, level);
  const { basicCode, itemType } = await givenItem(w, { ...elementsOf(overrides), ...item }, division);
  const procedureBasis = itemType === '01' ? {} : { procedureBasis: '《示例服务办法》第三条' };
  const content = { ...procedureBasis, ...guideContent(overrides) };
  const list = { organizationId: holder.id, basicCode, level, ...variant, content, approvedUnder: '示例〔2026〕1号' };
  const offer = await w.get(ImplementationFacade).publish(platform('test'), list);
  return { ...offer, organization: holder };
}

/** The next version of a given guide. */
export async function givenRevision(
  w: Pick<World, 'get'>,
  { organization, guide, variantCode }: GivenGuide,
  overrides: Partial<GuideContent> = {},
): Promise<GivenGuide> {
  const { basicCode, level, procedureLaw } = guide;
  const content = { ...(!procedureLaw.licensing && { procedureBasis: procedureLaw.basis }), ...guideContent(overrides) };
  const list = { organizationId: organization.id, basicCode, level, variantNumber: Number(variantCode.slice(31)), content };
  const offer = await w.get(ImplementationFacade).publish(platform('test'), { ...list, approvedUnder: '示例〔2026〕2号' });
  return { ...offer, organization };
}
