import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

/** `draft`: something is not published yet; what is in force stays in force meanwhile. */
export type LicenceTypeState = 'draft' | 'published';
export type LicenceTypeAct = 'change' | 'publish';

export const licenceTypeLifecycle = lifecycle<LicenceTypeState, LicenceTypeAct>('licences.licence-type', {
  change: { from: ['draft', 'published'], to: 'draft', zh: '修改' },
  publish: { from: ['draft'], to: 'published', zh: '发布' },
});
