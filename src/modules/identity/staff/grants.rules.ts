import type { Grant } from '../../../kernel/authz/actor';
import type { FieldError } from '../../../kernel/http/problem';
import type { Role } from '../identity.permissions';

type Scope = 'unit' | 'area' | 'everywhere';

/** What each role is about: the work of one organ, an area with everything below it, or the platform as a whole. */
const SCOPES: Record<Role, readonly Scope[]> = {
  'platform-operator': ['everywhere'],
  'service-administrator': ['area'],
  'catalogue-editor': ['area', 'everywhere'],
  'joint-reviewer': ['area', 'everywhere'],
  'implementation-editor': ['unit'],
  clerk: ['unit'],
  officer: ['unit'],
  'department-head': ['unit'],
  // 本级人民政府负责人
  'government-head': ['area'],
  supervisor: ['area'],
  'rating-desk': ['area'],
};

/** N3: each grant has the scope that its role is about, and none is there twice. */
export function faultOfGrants(grants: readonly Grant[]): FieldError | undefined {
  const known = new Set<string>();
  for (const [index, { role, unit, area }] of grants.entries()) {
    const scopes = SCOPES[role as Role];
    const fault = (field: string, code: string, detail: string) => ({ pointer: `/grants/${index}${field}`, code, detail });
    if (unit && !scopes.includes('unit')) return fault('/unit', 'not-for-a-unit', `${role} is not granted for an organization`);
    if (area && !scopes.includes('area')) return fault('/area', 'not-for-an-area', `${role} is not granted for an area`);
    if (!unit && !area && !scopes.includes('everywhere')) {
      const field = scopes.includes('unit') ? 'unit' : 'area';
      return fault(`/${field}`, 'missing', `${role} is granted for one ${field === 'unit' ? 'organization' : 'area'}`);
    }
    const key = `${role} ${unit ?? ''} ${area ?? ''}`;
    if (known.has(key)) return fault('', 'twice', 'the same grant is there already');
    known.add(key);
  }
  return undefined;
}
