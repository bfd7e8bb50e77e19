import { digest } from '../../../kernel/history/history';

/** What hangs on an item, each kind by the ids of all there is of it. */
export interface Hangs {
  basicCode: string;
  lists: string | null;
  guides: string | null;
  bundles: string[];
  /** Organizations at which cases are open. */
  organizations: string[];
}

/**
 * catalog/C9: stays the same as long as the same lists, guides and bundles hang on the item and cases are open at the same
 * organizations. How many cases there are changes by the hour where many apply, and none of them is touched: their number is shown,
 * but a new one does not send anybody back to look again.
 */
export const impactDigest = (hangs: Hangs): string => digest(hangs);

export const nothingHangs = (basicCode: string): Hangs => ({
  ...{ basicCode, lists: null, guides: null },
  ...{ bundles: [], organizations: [] },
});
