import { anyOf, noOne, own, policy, within } from '../../../kernel/authz/policy';
import { acceptancePermissions as may } from '../acceptance.permissions';
import type { Deferral } from './deferral.entity';
import type { DeferralAct } from './deferral.lifecycle';

const place = { unit: 'organizationId', area: 'areaPath' } as const;
const applicant = own<Deferral>('applicantId');
// A16: what is brought to the window is entered there.
const brings = anyOf<Deferral>(applicant, within<Deferral>(may['case.take-in'], place));

export const deferralPolicy = policy<Deferral, DeferralAct>({
  see: anyOf<Deferral>(applicant, within<Deferral>(may['case.watch'], place)),
  may: {
    ask: brings,
    supply: brings,
    extend: within<Deferral>(may['case.review'], place),
    'run-out': noOne,
    lapse: noOne,
  },
});
