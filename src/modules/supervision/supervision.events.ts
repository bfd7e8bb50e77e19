import { fact } from '../../kernel/events/fact';

/** A card as facts tell of it; what it was raised for stays in its evidence. */
interface AboutCard {
  cardId: string;
  rule: string;
  colour: 'yellow' | 'red';
  organizationId: string;
}

export const CardRaised = fact<AboutCard>('supervision.card-raised');
export const CardAnswered = fact<AboutCard>('supervision.card-answered');
export const CardAppealed = fact<AboutCard>('supervision.card-appealed');
/** Nobody answered within the limit. */
export const CardUnanswered = fact<AboutCard>('supervision.card-unanswered');
/** `lifted`: the appeal was right, the card counts for nothing. */
export const CardClosed = fact<AboutCard & { outcome: 'corrected' | 'upheld' | 'lifted' }>('supervision.card-closed');
