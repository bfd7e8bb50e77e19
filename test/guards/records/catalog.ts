import { staff } from '../../kit/actors';
import { draftElements, givenItem } from '../../kit/given-item';
import type { World } from '../../kit/world';
import { ELSEWHERE, made, type Given, type Records, untouched } from '../reach';

const REGION = '650000000000';
let serial = 500;
const newCode = () => `650123${serial++}000`;

async function draft(w: World) {
  const by = await staff(w, { role: 'catalogue-editor', area: REGION });
  const outsider = await staff(w, { role: 'catalogue-editor', area: ELSEWHERE });
  const basicCode = newCode();
  await made(by.agent.post('/v1/catalog/items', { ...draftElements(), basicCode }));
  return { by, outsider, at: { basicCode }, headers: untouched, body: draftElements() };
}

async function submitted(w: World, answered: number) {
  const { by: editor, at } = await draft(w);
  const item = `/v1/catalog/items/${at.basicCode}`;
  await made(editor.agent.post(`${item}/submission`));
  const by = await staff(w, { role: 'joint-reviewer', area: REGION });
  const questions = ['lawful', 'complete', 'consistent', 'workable'];
  for (const question of questions.slice(0, answered)) await made(by.agent.post(`${item}/reviews`, { question, answer: 'yes' }));
  return { by, outsider: await staff(w, { role: 'joint-reviewer', area: ELSEWHERE }), at };
}

const publishers = async (w: World) => ({
  by: await staff(w, { role: 'service-administrator', area: REGION }),
  outsider: await staff(w, { role: 'service-administrator', area: ELSEWHERE }),
});

const inForce: Given = async (w) => ({
  by: { id: 'nobody', agent: w.as() },
  at: { basicCode: (await givenItem(w)).basicCode, n: '1' },
});

export const catalogRecords: Records = {
  draftItem: async (w) => {
    const { by, outsider } = await draft(w);
    return { by, outsider, body: { ...draftElements(), basicCode: newCode() } };
  },
  importItems: async (w) => ({
    ...(await publishers(w)),
    body: { batch: 'door-1', rows: [{ catalog_code: newCode() }] },
  }),
  '/v1/catalog/items/{basicCode}': inForce,
  editItem: draft,
  submitItem: draft,
  reviewItem: async (w) => ({ ...(await submitted(w, 0)), body: { question: 'lawful', answer: 'yes' } }),
  publishItem: async (w) => ({ ...(await submitted(w, 4)), ...(await publishers(w)), body: {} }),
  withdrawItem: async (w) => ({ ...(await inForce(w)), ...(await publishers(w)), body: { reason: '依据已废止' } }),
  compareItemVersions: async (w) => ({ ...(await inForce(w)), query: '?with=1' }),
};
