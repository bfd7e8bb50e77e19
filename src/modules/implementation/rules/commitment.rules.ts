import type { ListRule } from './finding.rules';

/** catalog/C7: handling on commitment is offered only for items that are listed for it. */
export const commitment: ListRule = ({ content }, { listedForCommitment, basicCode: code }) =>
  content.commitment && !listedForCommitment ? [{ code: 'commitment-not-listed', pointer: '/commitment', values: { code } }] : [];
