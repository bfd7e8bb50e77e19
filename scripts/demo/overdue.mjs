import { application, lineOf } from './case.mjs';
import { eventually, expect } from './story.mjs';

const DAY = 86_400_000;

/** A promised limit that really runs out: business time is turned past its last day. */
export async function limitRunsOut(story, cast, guide) {
  const [citizen, clerk] = [await cast.as('second-citizen'), await cast.as('county-clerk')];
  const submitted = await citizen.post('/v1/cases', application(guide));
  story.line(citizen.who, 'applies for the same', lineOf(submitted));
  const kase = expect(await clerk.post(`/v1/cases/${submitted.id}/acceptance`), { state: 'accepted' }, 'the acceptance');
  story.line(clerk.who, 'accepts the case; nobody decides it', lineOf(kase));

  const operator = await cast.as('platform-operator');
  // The limit ends with its last day, at midnight of the region (+08:00).
  const days = Math.ceil((Date.parse(`${kase.dueOn}T16:00:00Z`) - Date.parse(await cast.now())) / DAY);
  const { now } = await operator.post('/ops/clock/turns', { days });
  story.line(operator.who, `turns the clock of the demo ${days} days forward`, { number: `now ${regionTime(now)}` });

  const supervisor = await cast.as('supervisor');
  const list = `/v1/supervision/cards?organization=${guide.organization.id}&colour=red&limit=100`;
  const card = await eventually(async () => {
    const { items } = await supervisor.get(list);
    return items.find(({ caseId }) => caseId === kase.id);
  }, 'the overdue card');
  expect(card, { rule: 'overdue', caseNumber: kase.caseNumber, dueOn: kase.dueOn, state: 'open' }, 'the overdue card');
  story.line(supervisor.who, 'sees the overdue card 红牌', {
    number: card.caseNumber,
    state: `${card.colour}, ${card.state}`,
    due: card.dueOn,
  });

  const head = await cast.as('county-head');
  const at = `/v1/supervision/cards/${card.id}`;
  const answered = await head.post(`${at}/answer`, { text: '经办人员请假，已另行安排，当日办结。' });
  expect(answered, { state: 'answered' }, 'the answer to the card');
  story.line(head.who, 'answers the card', { number: card.caseNumber, state: answered.state });
  const late = await (await cast.as('county-officer')).post(`/v1/cases/${kase.id}/decision`, { granted: true });
  expect(late, { state: 'decided', granted: true }, 'the late decision');
  story.line('county-officer', 'decides, late: granted', lineOf(late));
  const closed = await supervisor.post(`${at}/closure`, { outcome: 'corrected', reason: '已整改' });
  expect(closed, { state: 'closed', outcome: 'corrected' }, 'the closure of the card');
  story.line(supervisor.who, 'closes the card: put right', { number: card.caseNumber, state: closed.state });
}

const regionTime = (instant) => `${new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16)}+08:00`;
