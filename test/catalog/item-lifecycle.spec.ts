import { type ItemAct, itemLifecycle, type ItemState } from '../../src/modules/catalog/item/item.lifecycle';
import { cleared } from '../../src/modules/catalog/catalog.facade';
import { type Somebody, staff } from '../kit/actors';
import { draftElements, withdrawItem } from '../kit/given-item';
import { type Board, countersign, givenBoard, opine, reviewItem, submitItem } from '../kit/given-review';
import { World } from '../kit/world';

let w: World;
let editor: Somebody;
let publisher: Somebody;
let board: Board;
let serial = 0;
beforeAll(async () => {
  w = await World.open();
  editor = await staff(w, { role: 'catalogue-editor' });
  publisher = await staff(w, { role: 'service-administrator' });
  board = await givenBoard(w);
});
afterAll(() => w.close());

const elements = draftElements();
const at = (code: string) => `/v1/catalog/items/${code}`;

const ACTS: Record<
  Exclude<ItemAct, 'pass' | 'escalate' | 'return' | 'refuse-secrecy' | 'take' | 'unschedule'>,
  (code: string) => PromiseLike<{ status: number; body: { code?: string; state: string } }>
> = {
  edit: async (code) => {
    const { headers } = await editor.agent.get(at(code));
    return editor.agent.with({ 'if-match': headers.etag! }).put(at(code), elements);
  },
  submit: (code) => submitItem(w, editor, code),
  review: (code) => opine(board.asked[0]!, code),
  countersign: (code) => countersign(w, code),
  'review-secrecy': (code) => publisher.agent.post(`${at(code)}/secrecy-review`, cleared),
  publish: (code) => publisher.agent.post(`${at(code)}/publication`),
  withdraw: (code) => withdrawItem(editor, code),
};

async function itemIn(state: ItemState): Promise<string> {
  const basicCode = `650123800${String(++serial).padStart(3, '0')}`;
  await editor.agent.post('/v1/catalog/items', { basicCode, ...elements }).expect(201);
  if (state === 'draft') return basicCode;
  if (state === 'withdrawn') return (await ACTS.withdraw(basicCode), basicCode);
  await ACTS.submit(basicCode);
  if (state === 'submitted') return basicCode;
  await reviewItem(w, basicCode);
  if (state === 'reviewed') return basicCode;
  await countersign(w, basicCode);
  await ACTS['review-secrecy'](basicCode);
  if (state === 'published') await ACTS.publish(basicCode);
  return basicCode;
}

const takesPart: string[] = ['review', 'countersign'];
const after = ({ to }: { to: ItemState | 'unchanged' }, state: ItemState) => (to === 'unchanged' ? state : to);
const STATES: ItemState[] = ['draft', 'submitted', 'reviewed', 'countersigned', 'published', 'withdrawn'];

describe.each(STATES)('catalog/C3: from %s', (state) => {
  it.each(Object.keys(ACTS) as (keyof typeof ACTS)[])('%s goes as the table says', async (act) => {
    const code = await itemIn(state);
    const { status, body } = await ACTS[act](code);
    if (itemLifecycle.allows(act, state)) expect([status, body.state]).toEqual([200, after(itemLifecycle.steps[act], state)]);
    // Whoever takes part in no round does not see the draft; whoever did learns that the round is over.
    else if (takesPart.includes(act) && ['draft', 'withdrawn'].includes(state))
      expect([status, body.code]).toEqual([404, 'kernel.not-found']);
    else if (act === 'review') expect([status, body.code]).toEqual([409, 'catalog.round-over']);
    else expect([status, body.code, body.state]).toEqual([409, 'kernel.not-possible-now', state]);
  });
});
