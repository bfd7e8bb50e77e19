import { OneOf, Uuid } from '../../../kernel/validation/fields';

// Of the person nothing is kept: no group, no health, no disability, no number of a certificate (P2).
export const WAYS_SHOWN = ['self-statement', 'certificate'] as const;
export type WayShown = (typeof WAYS_SHOWN)[number];

export class PriorityInput {
  @Uuid({ says: 'The case 办件' }) caseId: string;
  @OneOf(WAYS_SHOWN, { says: 'Stated by the person, or shown by a certificate 自述或出示证件', example: 'self-statement' })
  shownBy: WayShown;
}
