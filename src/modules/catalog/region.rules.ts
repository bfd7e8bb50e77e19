import type { Actor } from '../../kernel/authz/actor';
import { grantsFor, type Permission } from '../../kernel/authz/permissions';
import { refuse } from '../../kernel/http/kernel.errors';
import { OWN_AREA } from './codes-in-use.rules';

/** Whoever holds a role for a part of the region, or for one organization, makes nothing that binds the whole region. */
export function mustCoverRegion(by: Actor, permission: Permission): void {
  const grants = grantsFor(by, permission);
  if (by.kind === 'platform' || grants.some(({ area, unit }) => !unit && (!area || OWN_AREA.includes(area)))) return;
  throw refuse('not-allowed');
}
