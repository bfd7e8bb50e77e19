import type { BundleEdge } from '../content/content.inputs';
import { type BundleRule, fieldOf, type Finding, materialOf } from './finding.rules';

/** bundles/B2: what is to flow along an edge is issued by the predecessor and accepted by the successor. */
export const flows: BundleRule = ({ content, offers }) =>
  content.edges.flatMap(({ from, to, certificateFor = [], numberFor = [] }, index): Finding[] => {
    const issued = issuedBy(offers, from);
    const receiver = offers.get(to);
    const serves = (code: string) => materialOf(receiver, code)?.replaceableBy.certificateType === issued;
    const wrong = [
      ...certificateFor.filter((code) => !issued || !serves(code)),
      ...numberFor.filter((field) => !issued || !fieldOf(receiver, field)),
    ];
    return wrong.map((what) => ({ code: 'flow-unfounded', pointer: `/edges/${index}`, values: { from, to, what } }));
  });

/** The certificate type that a grant to this member issues. */
export function issuedBy(offers: Parameters<BundleRule>[0]['offers'], member: string): string | undefined {
  const result = offers.get(member)?.guide.result;
  return result?.kind === 'licence' ? result.certificateType : undefined;
}

export const flowsAlong = ({ certificateFor = [], numberFor = [] }: BundleEdge): boolean =>
  certificateFor.length + numberFor.length > 0;
