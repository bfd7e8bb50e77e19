import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

/** `expired` is only written when somebody closes the file: until then the last day of validity speaks for itself. */
export type LicenceState = 'valid' | 'suspended' | 'annulled' | 'withdrawn' | 'revoked' | 'deregistered' | 'expired';
export type LicenceAct = 'present' | 'suspend' | 'resume' | 'annul' | 'withdraw' | 'revoke' | 'deregister' | 'expire';

/** licences/L2: annulling, withdrawing, revoking and deregistering are four acts, each with its own basis. */
export const licenceLifecycle = lifecycle<LicenceState, LicenceAct>('licences.licence', {
  present: { from: ['valid', 'suspended'], to: 'unchanged', zh: '出示' },
  suspend: { from: ['valid'], to: 'suspended', zh: '暂扣' },
  resume: { from: ['suspended'], to: 'valid', zh: '暂扣发还' },
  // Administrative Licensing Law art. 69: granted wrongly. Also what has expired may have been.
  annul: { from: ['valid', 'suspended', 'expired'], to: 'annulled', zh: '撤销' },
  // Art. 8: law or circumstances have changed.
  withdraw: { from: ['valid', 'suspended'], to: 'withdrawn', zh: '撤回' },
  // Administrative Penalty Law art. 9: a penalty.
  revoke: { from: ['valid', 'suspended'], to: 'revoked', zh: '吊销' },
  // Art. 70: struck off.
  deregister: { from: ['valid', 'suspended', 'expired'], to: 'deregistered', zh: '注销' },
  expire: { from: ['valid', 'suspended'], to: 'expired', zh: '过期失效' },
});
