import { policy, within } from '../../../kernel/authz/policy';
import { acceptancePermissions as may } from '../acceptance.permissions';
import type { NumberReservation } from './reservation.entity';

/** Systems and clerks of the organization whose item it is. */
export const reservers = within<NumberReservation>(may['number.reserve'], { unit: 'organizationId', area: 'areaPath' });

export const reservationPolicy = policy<NumberReservation, never>({ see: reservers, may: {} });
