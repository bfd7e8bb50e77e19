import { noOne, policy, within } from '../../../kernel/authz/policy';
import { supervisionPermissions as may } from '../supervision.permissions';
import type { Card } from './card.entity';
import type { CardAct } from './card.lifecycle';

const place = { unit: 'organizationId', area: 'areaPath' } as const;
const organization = within<Card>(may['card.answer'], { unit: 'organizationId' });
const supervisors = within<Card>(may['card.close'], { area: 'areaPath' });

export const cardPolicy = policy<Card, CardAct>({
  see: within<Card>(may['card.see'], place),
  may: {
    answer: organization,
    appeal: organization,
    lift: supervisors,
    uphold: supervisors,
    close: supervisors,
    'run-out': noOne,
    'fall-away': noOne,
  },
});
