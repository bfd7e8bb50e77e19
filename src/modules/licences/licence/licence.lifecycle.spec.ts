import { type LicenceAct, licenceLifecycle, type LicenceState } from './licence.lifecycle';

const STATES: LicenceState[] = ['valid', 'suspended', 'annulled', 'withdrawn', 'revoked', 'deregistered', 'expired'];

const TABLE: Record<LicenceState, Partial<Record<LicenceAct, LicenceState | 'unchanged'>>> = {
  valid: {
    ...{ present: 'unchanged', suspend: 'suspended', annul: 'annulled', withdraw: 'withdrawn', revoke: 'revoked' },
    ...{ deregister: 'deregistered', expire: 'expired' },
  },
  suspended: {
    ...{ present: 'unchanged', resume: 'valid', annul: 'annulled', withdraw: 'withdrawn', revoke: 'revoked' },
    ...{ deregister: 'deregistered', expire: 'expired' },
  },
  expired: { annul: 'annulled', deregister: 'deregistered' },
  annulled: {},
  withdrawn: {},
  revoked: {},
  deregistered: {},
};

it.each(STATES)('licences/L2: from %s exactly these acts lead on', (state) => {
  const acts = licenceLifecycle.actsFrom(state);
  expect(Object.fromEntries(acts.map((act) => [act, licenceLifecycle.steps[act].to]))).toEqual(TABLE[state]);
});
