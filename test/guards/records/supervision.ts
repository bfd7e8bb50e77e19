import { staff } from '../../kit/actors';
import { type GivenCard, givenCard } from '../../kit/given-card';
import { ELSEWHERE, type Given, made, type Records } from '../reach';

type Before = (card: GivenCard) => Promise<unknown>;

const answer = ({ id, desk }: GivenCard) => made(desk.head.agent.post(`/v1/supervision/cards/${id}/answer`, { text: '已办结' }));
const appeal = ({ id, desk }: GivenCard) =>
  made(desk.head.agent.post(`/v1/supervision/cards/${id}/appeal`, { grounds: '情况不实' }));

const bySupervisor =
  (before: Before, body?: object): Given =>
  async (w) => {
    const card = await givenCard(w, 'red', { from: null });
    await before(card);
    return { by: card.supervisor, at: { id: card.id }, body, outsider: await staff(w, { role: 'supervisor', area: ELSEWHERE }) };
  };

export const supervisionRecords: Records = {
  '/v1/supervision/cards/{id}': async (w) => {
    const { id, desk } = await givenCard(w, 'red', { from: null });
    return { by: desk.head, at: { id }, outsider: await staff(w, { role: 'supervisor', area: ELSEWHERE }) };
  },
  decideCardAppeal: bySupervisor(appeal, { granted: true, reason: '情况属实' }),
  closeCard: bySupervisor(answer, { outcome: 'corrected', reason: '已整改' }),
};
