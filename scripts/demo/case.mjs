import { demand, eventually, expect } from './story.mjs';

export const statement = (code, text = '见附件所述') => ({ code, kind: 'statement', text });

/** A file is sent as it is, before the case that hands it in. */
async function fileOf(sender, code, text) {
  const { id } = await sender.upload('application/pdf', `%PDF-1.7\n% ${text}\n%%EOF\n`);
  return { code, kind: 'file', name: '检测报告.pdf', uploadId: id };
}

export const application = ({ code }, report = statement('M02'), more = []) => ({
  ...{ code, channel: 'online', submit: true, form: { schoolName: '示例职业培训学校', places: 120 } },
  materials: [statement('M01'), report, ...more],
});

export const lineOf = ({ caseNumber, state, dueOn }) => ({ number: caseNumber, state, due: dueOn });

/** From the application to the acceptance: what the guide does not name is asked for by nobody, and what is wanting is told once. */
export async function caseIsTakenIn(story, cast, guide) {
  const [citizen, clerk] = [await cast.as('citizen'), await cast.as('county-clerk')];
  const beyond = { status: 422, code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' };
  const report = await fileOf(citizen, 'M02', '示例检测报告');
  const extra = application(guide, report, [statement('M99', '无犯罪记录证明')]);
  story.refused(citizen.who, 'hands in a material beyond the guide', await citizen.refused('/v1/cases', extra, beyond));
  let kase = expect(await citizen.post('/v1/cases', application(guide, report)), { state: 'submitted' }, 'the application');
  demand(
    kase.caseNumber && kase.queryCode && kase.dueOn,
    'an application should have a number, a query code and a day for the answer',
  );
  const { id, queryCode } = kase;
  const at = `/v1/cases/${id}`;
  story.line(citizen.who, 'applies with what the guide names', lineOf(kase));

  const points = [{ material: 'M02', problem: '检测报告缺少检测机构印章' }];
  const notNamed = { points: [{ material: 'M99', problem: '缺少' }] };
  story.refused(clerk.who, 'asks for another material', await clerk.refused(`${at}/supplement-requests`, notNamed, beyond));
  kase = await clerk.post(`${at}/supplement-requests`, { points });
  expect(kase, { state: 'awaiting-supplement', dueOn: undefined }, 'the one notice');
  story.line(clerk.who, 'tells once everything that is wanting 一次性告知', lineOf(kase));
  const once = { status: 409, code: 'acceptance.supplement-already-requested', rule: 'acceptance/A3' };
  const second = await clerk.refused(`${at}/supplement-requests`, { points }, once);
  story.refused(clerk.who, 'sends a second correction notice', second);
  kase = await citizen.post(`${at}/supplements`, { materials: [await fileOf(citizen, 'M02', '示例检测报告，已盖章')] });
  expect(kase, { state: 'submitted' }, 'the supplement');
  story.line(citizen.who, 'supplies it 补正; the five days begin anew', lineOf(kase));

  kase = expect(await clerk.post(`${at}/acceptance`), { state: 'accepted', deemed: false }, 'the acceptance');
  story.line(clerk.who, 'accepts the case 受理', lineOf(kase));
  const { items } = await citizen.get(`${at}/clock`);
  for (const [kind, name] of [
    ['acceptance.statutory', 'the statutory clock 法定时限'],
    ['acceptance.promised', 'the promised clock 承诺时限'],
  ]) {
    const limit = items.find((one) => one.kind === kind);
    expect(limit, { state: 'running', rung: 'green' }, name);
    const number = `${limit.days} working days${limit.provisional ? ', provisional' : ''}`;
    story.line('platform', `runs ${name}, each day explained`, { number, state: limit.state, due: limit.dueOn });
  }
  return { id, queryCode };
}

export async function caseIsDecided(story, cast, { id }) {
  const [clerk, officer] = [await cast.as('county-clerk'), await cast.as('county-officer')];
  const at = `/v1/cases/${id}`;
  const mayNot = await clerk.refused(`${at}/decision`, { granted: true }, { status: 403 });
  story.refused(clerk.who, 'decides without a delegation', mayNot);
  const opinion = { step: 'S2', conclusion: 'pass', text: '材料齐全，符合法定条件' };
  let kase = expect(await officer.post(`${at}/opinions`, opinion), { state: 'in-review' }, 'the opinion');
  story.line(officer.who, 'gives an opinion 审查', lineOf(kase));
  kase = expect(await officer.post(`${at}/decision`, { granted: true }), { state: 'decided', granted: true }, 'the decision');
  demand(kase.licenceId, 'a grant of this item should come with a licence');
  story.line(officer.who, 'decides: granted 准予; to be delivered', lineOf(kase));
  return kase.licenceId;
}

const TOLD = ['申请已提交', '请补正材料', '申请已受理', '已作出准予决定', '结果已送达', '请您评价本次服务'];

/** Delivery, what the citizen was told on the way, and what the citizen says of it. */
export async function citizenIsServed(story, cast, { id, queryCode }) {
  const [citizen, clerk] = [await cast.as('citizen'), await cast.as('county-clerk')];
  const kase = await clerk.post(`/v1/cases/${id}/delivery`, { method: 'download' });
  expect(kase, { state: 'completed' }, 'the delivery');
  story.line(clerk.who, 'delivers the result 送达', lineOf(kase));

  const told = await eventually(async () => {
    const { items } = await citizen.get('/v1/me/inbox?limit=100');
    const about = items.filter((message) => message.about.id === id);
    return about.length >= TOLD.length && about;
  }, 'the messages to the citizen');
  const titles = told.map(({ title }) => title).sort();
  expect({ titles: titles.join() }, { titles: [...TOLD].sort().join() }, 'the inbox');
  story.line(citizen.who, `reads ${told.length} messages, one for each step, and an invitation`, { number: kase.caseNumber });

  const progress = await cast.anybody.post('/v1/progress', { caseNumber: kase.caseNumber, queryCode });
  expect(progress, { state: 'completed', granted: true }, 'the public progress');
  story.line('anybody', 'with number and query code reads the progress', { number: kase.caseNumber, state: progress.state });

  const invitation = told.map(({ body }) => /邀请码 ([\w-]{22}) /.exec(body)?.[1]).find(Boolean);
  const said = { invitation, grade: 5, details: ['517'], text: '办得很快' };
  const rating = expect(await cast.anybody.post('/v1/ratings', said), { grade: 5, way: 'invitation' }, 'the rating');
  story.line(citizen.who, 'rates the service 5 of 5 with the invitation 好差评', {
    number: rating.id,
    state: rating.state,
  });
  const again = { status: 409, code: 'ratings.invitation-used', rule: 'ratings/R2' };
  story.refused(citizen.who, 'rates it again', await cast.anybody.refused('/v1/ratings', said, again));
}
