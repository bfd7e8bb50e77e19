import { caseLifecycle, type CaseAct } from '../../src/modules/acceptance/case/case.lifecycle';
import { type Desk, givenCase, givenDesk, statement, type UpTo } from '../kit/given-case';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
  asked['name-helper'].body = { helperId: desk.clerk.id };
});
afterAll(() => w.close());

const states: UpTo[] = [
  'draft',
  'submitted',
  'awaiting-supplement',
  'accepted',
  'in-review',
  'suspended',
  'decided',
  'completed',
  'not-needed',
  'refused',
  'withdrawn',
  'discarded',
  'terminated',
];

type Who = 'head' | 'applicant';
const form = { placeName: '示例理发店', area: 40 };

/**
 * How each act is asked for over the API; `edit` is a PUT and is met in submission.spec, changes of law in change-of-law.spec,
 * `report` in partner-cases.spec.
 */
type Asked = Exclude<CaseAct, 'edit' | 'change-law' | 'supply-by-order' | 'report'>;
const asked: Record<Asked, { who: Who; path: string; body: object }> = {
  submit: { who: 'applicant', path: 'submission', body: {} },
  assign: { who: 'head', path: 'assignment', body: {} },
  correct: { who: 'head', path: 'corrections', body: { form } },
  'request-supplement': { who: 'head', path: 'supplement-requests', body: { points: [{ material: 'M02', problem: '缺章' }] } },
  supplement: { who: 'applicant', path: 'supplements', body: { materials: [statement('M02')] } },
  accept: { who: 'head', path: 'acceptance', body: {} },
  'turn-away': { who: 'head', path: 'refusal', body: { kind: 'not-needed', reasons: ['不需要'] } },
  refuse: { who: 'head', path: 'refusal', body: { kind: 'refused', reasons: ['不符合'] } },
  opine: { who: 'head', path: 'opinions', body: { step: 'S2', conclusion: 'pass', text: '符合' } },
  'begin-procedure': { who: 'head', path: 'special-procedures', body: { kind: 'publication', reason: '公示' } },
  suspend: { who: 'head', path: 'special-procedures', body: { kind: 'testing', reason: '检测' } },
  'end-procedure': { who: 'head', path: 'special-procedures/:procedure/end', body: { result: '完成' } },
  extend: { who: 'head', path: 'extension', body: { days: 10, reason: '需要进一步核实' } },
  decide: { who: 'head', path: 'decision', body: { granted: true } },
  deliver: { who: 'head', path: 'delivery', body: { method: 'window' } },
  withdraw: { who: 'applicant', path: 'withdrawal', body: { reason: 'other' } },
  discard: { who: 'applicant', path: 'discard', body: {} },
  terminate: { who: 'head', path: 'termination', body: { reasons: ['终止'], basis: '《示例条例》第七条' } },
  'name-helper': { who: 'applicant', path: 'helper', body: {} },
  'end-help': { who: 'applicant', path: 'helper/end', body: {} },
};

const NO_PROCEDURE = '01900000-0000-7000-8000-000000000000';

async function procedureOf(id: string): Promise<string> {
  const { body } = await desk.head.agent.get(`/v1/cases/${id}`);
  return (body.specialProcedures as { id: string }[])[0]?.id ?? NO_PROCEDURE;
}

// A refused act changes nothing, so one case serves all that are refused from its state.
const untouched = new Map<UpTo, Promise<{ id: string }>>();
function caseIn(state: UpTo, act: CaseAct): Promise<{ id: string }> {
  if (caseLifecycle.steps[act].from.includes(state)) return givenCase(desk, state);
  if (!untouched.has(state)) untouched.set(state, givenCase(desk, state));
  return untouched.get(state)!;
}

describe.each(states)('acceptance/A2: from %s', (state) => {
  test.each(Object.keys(asked) as Asked[])('%s is done or refused as the table has it', async (act) => {
    const { who, path, body } = asked[act];
    const { id } = await caseIn(state, act);
    if (act === 'end-procedure' && state === 'in-review') {
      await desk.head.agent.post(`/v1/cases/${id}/special-procedures`, { kind: 'publication', reason: '公示' }).expect(201);
    }
    if (act === 'end-help' && caseLifecycle.steps[act].from.includes(state)) {
      await desk.applicant.agent.post(`/v1/cases/${id}/helper`, asked['name-helper'].body).expect(200);
    }
    const procedure =
      act === 'end-procedure' && state !== 'draft' && state !== 'discarded' ? await procedureOf(id) : NO_PROCEDURE;
    const answer = await desk[who].agent.post(`/v1/cases/${id}/${path.replace(':procedure', procedure)}`, body);
    const { from, to } = caseLifecycle.steps[act];
    if (from.includes(state)) {
      expect([200, 201]).toContain(answer.status);
      expect(answer.body.state).toBe(to === 'unchanged' ? state : to);
      return;
    }
    // What was never submitted has not reached the organization: its staff do not see it.
    const invisible = (state === 'draft' || state === 'discarded') && who === 'head';
    expect(answer.status).toBe(invisible ? 404 : 409);
    if (!invisible) expect(answer.body).toMatchObject({ state });
    if (!invisible) expect(answer.body.acts).not.toContain(act);
  });
});
