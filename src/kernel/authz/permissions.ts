import type { Actor, Grant } from './actor';

/** Who may knock at a door: kinds of actor, and roles. What lies behind the door is decided by the record's policy. */
export interface Permission {
  name: string;
  zh: string;
  kinds: readonly Actor['kind'][];
  roles: readonly string[];
}

const declared = new Map<string, Permission>();

/** Declares a module's permissions once: `permissions('acceptance', { 'case.accept': { zh: '受理', roles: ['clerk'] } })`. */
export function permissions<K extends string>(
  module: string,
  table: Record<K, { zh: string; kinds?: readonly Actor['kind'][]; roles?: readonly string[] }>,
): Record<K, Permission> {
  const entries = Object.entries<(typeof table)[K]>(table).map(([key, { zh, kinds = [], roles = [] }]) => {
    const permission: Permission = { name: `${module}.${key}`, zh, kinds, roles };
    declared.set(permission.name, permission);
    return [key, permission];
  });
  return Object.fromEntries(entries) as Record<K, Permission>;
}

export const allPermissions = (): Permission[] => [...declared.values()];

/** Anyone, without a token. */
export const open: Permission = {
  name: 'open',
  zh: '公开',
  kinds: ['nobody', 'person', 'staff', 'partner', 'platform'],
  roles: [],
};
/** Anyone who is signed in. */
export const signedIn: Permission = { name: 'signed-in', zh: '已登录', kinds: ['person', 'staff', 'partner'], roles: [] };

export function mayKnock(by: Actor, permission: Permission): boolean {
  return by.kind === 'platform' || permission.kinds.includes(by.kind) || grantsFor(by, permission).length > 0;
}

export function grantsFor(by: Actor, permission: Permission): Grant[] {
  return by.grants.filter((grant) => permission.roles.includes(grant.role));
}
