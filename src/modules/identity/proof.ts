import type { Vault } from '../../kernel/persistence/vault';

/** What somebody at a window saw before they vouched for it, e.g. a card or a certificate. */
export interface Proof {
  how: string;
  reference: string;
}

/** For the history: how is no secret, the reference may tell who somebody is. */
export const sealedProof = (vault: Vault, { how, reference }: Proof, record: { table: string; id: string }) => ({
  how,
  referenceSealed: vault.seal(reference, { ...record, column: 'proof_reference' }),
});
