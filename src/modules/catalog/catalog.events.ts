import { fact } from '../../kernel/events/fact';

interface OfItem {
  itemId: string;
  versionId: string;
  basicCode: string;
}

export const ItemPublished = fact<OfItem>('catalog.item-published');
export const ItemWithdrawn = fact<OfItem>('catalog.item-withdrawn');
