import { Refusal } from '../../../kernel/http/problem';
import { Delegation } from './delegation.entity';
import { delegationLifecycle, delegationStates } from './delegation.lifecycle';

const facts = {
  staffId: 'chief',
  allItems: true,
  basicCodes: [],
  steps: ['decision' as const],
  fromOn: '2026-01-01',
  toOn: '2026-12-31',
};
const granted = () => Delegation.grant('head', { id: 'organ', areaPath: ['650102000000'] }, facts, '2026-01-01');

it.each(delegationStates)('directory/D4: a delegation that is %s is revoked as the table says, once', (state) => {
  const delegation = Object.assign(granted(), { state });
  const revoke = () => delegation.revoke('岗位调整', '2026-02-01T00:00:00.000Z');
  if (delegationLifecycle.allows('revoke', state)) {
    revoke();
    expect(delegation).toMatchObject({ state: 'revoked', revocationReason: '岗位调整' });
  } else {
    expect(revoke).toThrow(Refusal);
    expect(delegation.revokedAt).toBeNull();
  }
});
