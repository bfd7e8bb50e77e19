import { cleared, type PublishedItem } from '../../src/modules/catalog/catalog.facade';
import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import {
  type ImplementationAct,
  implementationLifecycle,
  type ImplementationState,
} from '../../src/modules/implementation/list/implementation.lifecycle';
import { type Somebody, staff } from '../kit/actors';
import { guideContent } from '../kit/given-guide';
import { givenItem } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let organization: OrganizationCard;
let item: PublishedItem;
let editor: Somebody;
let administrator: Somebody;
beforeAll(async () => {
  w = await World.open();
  organization = await givenOrganization(w);
  item = await givenItem(w);
  editor = await staff(w, { role: 'implementation-editor', unit: organization.id });
  administrator = await staff(w, { role: 'service-administrator', area: '650102000000' });
});
afterAll(() => w.close());

const at = (id: string, act = '') => `/v1/implementations/${id}${act}`;
type Answer = PromiseLike<{ status: number; body: { id: string; code?: string; state: string } }>;

// What these need besides a state has a spec of its own: versions.spec.ts.
type Elsewhere =
  | 'ask-approval'
  | 'grant-approval'
  | 'refuse-approval'
  | 'escalate'
  | 'pass-up'
  | 'take'
  | 'refuse-secrecy'
  | 'unschedule'
  | 'suspend'
  | 'resume';

const ACTS: Record<Exclude<ImplementationAct, Elsewhere>, (id: string) => Answer> = {
  edit: async (id) => {
    const { headers } = await editor.agent.get(at(id));
    return editor.agent.with({ 'if-match': headers.etag! }).put(at(id), guideContent());
  },
  submit: (id) => editor.agent.post(at(id, '/submission')),
  approve: (id) => administrator.agent.post(at(id, '/audit'), { outcome: 'approved', reasons: '可以' }),
  return: (id) => administrator.agent.post(at(id, '/audit'), { outcome: 'returned', reasons: '修改' }),
  'review-secrecy': (id) => administrator.agent.post(at(id, '/secrecy-review'), cleared),
  publish: (id) => administrator.agent.post(at(id, '/publication')),
  withdraw: (id) => administrator.agent.post(at(id, '/withdrawal'), { reason: '停办' }),
};

const WAY: Record<ImplementationState, (keyof typeof ACTS)[]> = {
  draft: ['edit'],
  submitted: ['edit', 'submit'],
  audited: ['edit', 'submit', 'approve', 'review-secrecy'],
  published: ['edit', 'submit', 'approve', 'review-secrecy', 'publish'],
  withdrawn: ['withdraw'],
};

async function listIn(state: ImplementationState): Promise<string> {
  const draft = { organizationId: organization.id, basicCode: item.basicCode, level: '4' };
  const { body } = await editor.agent.post('/v1/implementations', draft).expect(201);
  for (const act of WAY[state]) expect((await ACTS[act](body.id)).status).toBe(200);
  return body.id;
}

describe.each(Object.keys(WAY) as ImplementationState[])('implementation/I8: from %s', (state) => {
  it.each(Object.keys(ACTS) as (keyof typeof ACTS)[])('%s goes as the table says', async (act) => {
    const { status, body } = await ACTS[act](await listIn(state));
    const { to } = implementationLifecycle.steps[act];
    if (implementationLifecycle.allows(act, state)) expect([status, body.state]).toEqual([200, to === 'unchanged' ? state : to]);
    else expect([status, body.code, body.state]).toEqual([409, 'kernel.not-possible-now', state]);
  });
});
