import { everyone, policy, within } from '../../../kernel/authz/policy';
import { directoryPermissions } from '../directory.permissions';
import type { Arrangement } from './arrangement.entity';
import type { ArrangementAct } from './arrangement.lifecycle';

/** The head of the organ whose powers come down, nobody else. */
export const arrangers = within<Pick<Arrangement, 'grantorId'>>(directoryPermissions['arrangement.grant'], {
  unit: 'grantorId',
});

/** Everybody may know who decides about their matter and who is liable. */
export const arrangementPolicy = policy<Arrangement, ArrangementAct>({ see: everyone, may: { revoke: arrangers } });
