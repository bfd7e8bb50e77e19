import { fact } from '../../kernel/events/fact';

interface OfItem {
  itemId: string;
  versionId: string;
  basicCode: string;
}

export const ItemPublished = fact<OfItem>('catalog.item-published');
/** catalog/C3: an organization has let its five working days pass without an opinion. */
export const ReviewEscalated = fact<Omit<OfItem, 'versionId'> & { question: string; organizationId: string; leadId: string }>(
  'catalog.review-escalated',
);
/** catalog/C4: a version that was to take effect later never will: replaced, or taken back. */
export const ItemVersionDropped = fact<OfItem>('catalog.item-version-dropped');
export const ItemWithdrawn = fact<OfItem>('catalog.item-withdrawn');
