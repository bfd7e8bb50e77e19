import type { Grant } from '../../../kernel/authz/actor';
import type { ArrangementCard } from '../../directory/directory.facade';

const HANDLING = ['clerk', 'officer', 'department-head'];

/**
 * directory/D5: what those who handle cases at the receiver are at the grantor. Under authorized handling officers decide, but nobody
 * is the grantor's head; under entrusted acceptance all are clerks, who accept and do not decide; a helper (帮办代办) is neither.
 */
export function grantsUnder(
  { mode, grantorId, receiverId }: Pick<ArrangementCard, 'mode' | 'grantorId' | 'receiverId'>,
  own: readonly Grant[],
): Grant[] {
  if (mode === 'assisted-handling') return [];
  const roles = own.flatMap(({ role, unit }) => (unit === receiverId && HANDLING.includes(role) ? role : []));
  const there = (role: string) => (mode === 'entrusted-acceptance' || role === 'clerk' ? 'clerk' : 'officer');
  return [...new Set(roles.map(there))].map((role) => ({ role, unit: grantorId }));
}
