import { noOne, policy } from '../../../kernel/authz/policy';
import type { Invitation } from './invitation.entity';
import type { InvitationAct } from './invitation.lifecycle';

/** Whoever holds the code uses it; nobody else has a way to an invitation. */
export const invitationPolicy = policy<Invitation, InvitationAct>({ see: noOne, may: { rate: noOne, supplement: noOne } });
