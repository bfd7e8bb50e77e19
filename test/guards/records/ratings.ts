import { person, staff } from '../../kit/actors';
import { type Desk, givenCase, givenDesk } from '../../kit/given-case';
import type { World } from '../../kit/world';
import { ELSEWHERE, HERE, made, type Records } from '../reach';

async function over(w: World): Promise<{ desk: Desk; caseId: string }> {
  const desk = await givenDesk(w);
  return { desk, caseId: (await givenCase(desk, 'completed')).id };
}

async function rated(w: World): Promise<{ desk: Desk; at: { id: string } }> {
  const { desk, caseId } = await over(w);
  const { id } = await made<{ id: string }>(desk.applicant.agent.post('/v1/ratings', { caseId, grade: 5 }));
  return { desk, at: { id } };
}

export const ratingsRecords: Records = {
  giveRating: async (w) => {
    const { desk, caseId } = await over(w);
    return { by: desk.applicant, body: { caseId, grade: 5, details: ['517'] }, outsider: await person(w) };
  },
  supplementRating: async (w) => {
    const { desk, at } = await rated(w);
    return { by: desk.applicant, at, body: { grade: 4 }, outsider: await person(w) };
  },
  readRating: async (w) => {
    const by = await staff(w, { role: 'rating-desk', area: HERE });
    return { by, at: (await rated(w)).at, outsider: await staff(w, { role: 'rating-desk', area: ELSEWHERE }) };
  },
  resolveInvitation: async (w) => {
    const { desk, caseId } = await over(w);
    await w.settle();
    const { items } = await made<{ items: { about: { id: string }; body: string }[] }>(desk.applicant.agent.get('/v1/me/inbox'));
    const texts = items.filter(({ about }) => about.id === caseId).map(({ body }) => /邀请码 ([\w-]{22}) /.exec(body)?.[1]);
    return { by: { id: 'nobody', agent: w.as() }, body: { invitation: texts.find(Boolean) } };
  },
};
