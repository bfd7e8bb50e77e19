import { type ItemAct, itemLifecycle, type ItemState } from '../../src/modules/catalog/item/item.lifecycle';
import { QUESTIONS } from '../../src/modules/catalog/item/joint-review.rules';
import { cleared } from '../../src/modules/catalog/catalog.facade';
import { type Somebody, staff } from '../kit/actors';
import { draftElements } from '../kit/given-item';
import { World } from '../kit/world';

let w: World;
let editor: Somebody;
let reviewer: Somebody;
let serial = 0;
beforeAll(async () => {
  w = await World.open();
  editor = await staff(w, { role: 'catalogue-editor' });
  reviewer = await staff(w, { role: 'joint-reviewer' });
});
afterAll(() => w.close());

const elements = draftElements();
const at = (code: string) => `/v1/catalog/items/${code}`;

const ACTS: Record<
  Exclude<ItemAct, 'pass' | 'return' | 'refuse-secrecy' | 'take'>,
  (code: string) => PromiseLike<{ status: number; body: { code?: string; state: string } }>
> = {
  edit: async (code) => {
    const { headers } = await editor.agent.get(at(code));
    return editor.agent.with({ 'if-match': headers.etag! }).put(at(code), elements);
  },
  submit: (code) => editor.agent.post(`${at(code)}/submission`),
  review: (code) => reviewer.agent.post(`${at(code)}/reviews`, { question: 'lawful', answer: 'yes' }),
  'review-secrecy': (code) => reviewer.agent.post(`${at(code)}/secrecy-review`, cleared),
  publish: (code) => editor.agent.post(`${at(code)}/publication`),
  withdraw: (code) => editor.agent.post(`${at(code)}/withdrawal`, { reason: '试验' }),
};

async function itemIn(state: ItemState): Promise<string> {
  const basicCode = `650123800${String(++serial).padStart(3, '0')}`;
  await editor.agent.post('/v1/catalog/items', { basicCode, ...elements }).expect(201);
  if (state === 'draft') return basicCode;
  if (state === 'withdrawn') return (await ACTS.withdraw(basicCode), basicCode);
  await ACTS.submit(basicCode);
  if (state === 'submitted') return basicCode;
  for (const question of QUESTIONS)
    await reviewer.agent.post(`${at(basicCode)}/reviews`, { question, answer: 'yes' }).expect(200);
  await ACTS['review-secrecy'](basicCode);
  if (state === 'published') await ACTS.publish(basicCode);
  return basicCode;
}

const after = ({ to }: { to: ItemState | 'unchanged' }, state: ItemState) => (to === 'unchanged' ? state : to);
const STATES: ItemState[] = ['draft', 'submitted', 'reviewed', 'published', 'withdrawn'];

describe.each(STATES)('catalog/C3: from %s', (state) => {
  it.each(Object.keys(ACTS) as (keyof typeof ACTS)[])('%s goes as the table says', async (act) => {
    const code = await itemIn(state);
    const { status, body } = await ACTS[act](code);
    if (itemLifecycle.allows(act, state)) expect([status, body.state]).toEqual([200, after(itemLifecycle.steps[act], state)]);
    else expect([status, body.code, body.state]).toEqual([409, 'kernel.not-possible-now', state]);
  });
});
