import { defined, plain } from '../../../kernel/validation/plain';
import { implementationCode, type ItemElements, type PublishedItem, variantCode } from '../../catalog/catalog.facade';
import type { OrganizationCard } from '../../directory/directory.facade';
import type { Guide } from '../guide.rules';
import type { ListFacts } from '../list/implementation.entity';
import { approvalOf, type StepApproval } from '../step-approval/step-approval.rules';
import type { GuideContent } from './content.inputs';

/** implementation/I1: what the catalogue lays down stands in the content unless it is repeated there (and checked). */
export function inherit(content: GuideContent, { elements, name }: PublishedItem): GuideContent {
  return plain({ ...laidDown(elements, name), ...defined(content) });
}

/** implementation/I1: what the catalogue lays down for every list of an item. */
export function laidDown(elements: ItemElements, name: string): GuideContent {
  const { legalBasis, audiences, acceptanceConditions, statutoryLimit, materials, channels, scope, reviewStandard } = elements;
  const { resultType: kind, resultName, resultCertificateType: certificateType } = elements;
  return {
    ...{ name, legalBasis, audiences, acceptanceConditions, statutoryLimit, materials, channels, scope },
    reviewPoints: [{ code: 'R01', name: '审查标准', standard: reviewStandard }],
    result: { kind, name: resultName, certificateType },
    fees: [],
  };
}

/** The code of a list: organization, level, item and handling variant. */
export function factsOf(
  organization: OrganizationCard,
  item: PublishedItem,
  level: ListFacts['level'],
  variantNumber: number,
  variantName?: string,
): ListFacts {
  const { id: organizationId, uscc, areaPath } = organization;
  const code = codeOf(uscc, level, item.basicCode);
  const { basicCode, itemType } = item;
  const variant = { variantNumber, variantCode: variantCode(code, variantNumber), ...(variantName && { variantName }) };
  return { organizationId, areaPath, basicCode, itemType, level, code, ...variant };
}

export const codeOf = (uscc: string, level: ListFacts['level'], basicCode: string): string =>
  implementationCode(uscc, Number(level) as Parameters<typeof implementationCode>[1], basicCode);

type Facts = Pick<ListFacts, 'basicCode' | 'itemType' | 'level'> & {
  variantName?: string | null;
  stepApproval?: StepApproval | null;
};

/** The guide as it is published, of plain content that has passed every rule: nothing that is needed is missing. */
export function guideOf(
  { basicCode, itemType, level, variantName, stepApproval }: Facts,
  content: GuideContent,
  organization: OrganizationCard,
): Guide {
  const { id, uscc, name, divisionCode, areaPath } = organization;
  const { procedureBasis, name: itemName, ...rest } = content as GuideContent & Pick<Guide, 'name'>;
  const licensing = itemType === '01';
  const guide = {
    ...{ decidedByApprovalBureau: false, acceptedOnReceipt: false, jointHandling: false, onlinePayment: false },
    ...{ assistingOrganizations: [], specialProcedures: [], windows: [], fees: [] },
    ...rest,
    reasonedApproval: approvalOf(stepApproval, content),
    ...{ basicCode, itemType, level },
    name: variantName ? `${itemName}（${variantName}）` : itemName,
    ...(variantName && { variantName }),
    organization: { id, uscc, name, divisionCode, areaPath },
    procedureLaw: { licensing, basis: procedureBasis ?? '《中华人民共和国行政许可法》' },
  };
  return defined(guide as unknown as Guide);
}
