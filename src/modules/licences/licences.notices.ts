import type { Words } from '../notifications/notifications.facade';
import type { Remedy } from './licence/legal-act.entity';

/** What holders are told, in their own language. The reason itself is at the licence. */
export const annulled = (about: { typeName: string; basis: string; effectOn: string; remedy: Remedy }): Words => {
  const { typeName, basis, effectOn, remedy } = about;
  return {
    zh: {
      title: '证照已撤销',
      body: `您的“${typeName}”已依据${basis}撤销，自${effectOn}起不再有效。如不服，可申请行政复议：${remedy.review}；或者提起行政诉讼：${remedy.lawsuit}。`,
    },
    en: {
      title: 'Licence annulled',
      body: `Your licence “${typeName}” has been annulled under ${basis}, with effect from ${effectOn}. You may ask for administrative review (${remedy.review}) or bring a lawsuit (${remedy.lawsuit}).`,
    },
  };
};

/** time-limits/T14 */
export const renewalDue = ({
  typeName,
  validUntil,
  askUntil,
}: {
  typeName: string;
  validUntil: string;
  askUntil: string;
}): Words => ({
  zh: {
    title: '证照即将到期',
    body: `您的“${typeName}”有效期至${validUntil}。如需延续，请在${askUntil}前提出申请。`,
  },
  en: {
    title: 'Licence about to expire',
    body: `Your licence “${typeName}” is valid until ${validUntil}. To have it renewed, apply by ${askUntil}.`,
  },
});
