import { digest } from '../../../kernel/history/history';
import type { ChangeOfLawOrder } from './order.entity';

/** Open cases of a list that go from one version to another. */
export interface Move {
  variantCode: string;
  from: string;
  to: string;
  cases: number;
}

/**
 * implementation/I9: stays the same as long as the draft is the same and cases are open under the same versions. One more case under
 * a version that has been looked at goes the same way as the others of it, and sends nobody back to look again.
 */
export const impactDigest = ({ id, version }: Pick<ChangeOfLawOrder, 'id' | 'version'>, moves: readonly Move[]): string =>
  digest({ order: id, version, moves: moves.map(({ from, to }) => `${from} ${to}`).sort() });
