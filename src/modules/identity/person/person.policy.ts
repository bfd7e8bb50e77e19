import { anyOf, holds, noOne, own, policy } from '../../../kernel/authz/policy';
import { identityPermissions } from '../identity.permissions';
import type { Person } from './person.entity';
import type { PersonAct } from './person.lifecycle';

export const personPolicy = policy<Person, PersonAct>({
  // Staff see a masked card, and the person sees that they did (P10).
  see: anyOf(own('id'), holds(identityPermissions['person.read'])),
  may: { change: own('id'), meet: holds(identityPermissions['person.register']), close: noOne },
});
