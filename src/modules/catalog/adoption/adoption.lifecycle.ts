import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type AdoptionState = 'adopted' | 'declined';
export type AdoptionAct = 'adopt' | 'decline';

// catalog/C5. To adopt again is to adopt the version that has come since.
export const adoptionLifecycle = lifecycle<AdoptionState, AdoptionAct>('catalog.adoption', {
  adopt: { from: ['adopted', 'declined'], to: 'adopted', zh: '承接' },
  decline: { from: ['adopted', 'declined'], to: 'declined', zh: '不承接' },
});
