import { anyOf, noOne, own, policy, within } from '../../../kernel/authz/policy';
import { acceptancePermissions as may } from '../acceptance.permissions';
import type { Commitment } from './commitment.entity';
import type { CommitmentAct } from './commitment.lifecycle';

const place = { unit: 'organizationId', area: 'areaPath' } as const;
const applicant = own<Commitment>('applicantId');
// A16: what is brought to the window is entered there.
const brings = anyOf<Commitment>(applicant, within<Commitment>(may['case.take-in'], place));
const checks = within<Commitment>(may['case.review'], place);
const decides = within<Commitment>(may['case.decide'], place);

export const commitmentPolicy = policy<Commitment, CommitmentAct>({
  see: anyOf<Commitment>(applicant, within<Commitment>(may['case.watch'], place)),
  may: {
    withdraw: brings,
    lapse: noOne,
    // directory/D4: whether a clerk may is said by the delegation.
    grant: within<Commitment>(may['case.decide-in-name'], place),
    keep: checks,
    doubt: checks,
    defend: brings,
    'order-rectification': decides,
    rectify: brings,
    uphold: decides,
    'find-rectified': decides,
    annul: decides,
  },
});
