import { Tx } from '../../kernel/persistence/tx';
import { SupervisionFacade } from '../../modules/supervision/supervision.facade';
import { type LimitCard, TimeLimitsFacade } from '../../modules/time-limits/time-limits.facade';
import { subsidy } from '../applications';
import { accept, type Act, submittedCase } from '../cases';
import { type House, idOf, named, type Section, seeding } from '../house';
import { COUNTY } from '../organizations';
import { asStaff } from '../people';
import { says } from './says';

const AGO = 60 * 86_400_000;

/** No limit has run out in a region that was made a moment ago, so those of this case begin two months back, and say so. */
async function beginEarlier(house: House, caseId: string): Promise<LimitCard[]> {
  const limits = house.get(TimeLimitsFacade);
  const subject = { kind: 'acceptance.case', id: caseId };
  const begun = await limits.of([subject]);
  await limits.cancel(seeding, subject);
  const from = new Date(Date.parse(house.get(Tx).now) - AGO).toISOString();
  return limits.startAll(
    seeding,
    begun.map(({ kind, days, unit, basis }) => ({
      ...{ subject, kind, area: COUNTY, days, unit, from },
      basis: `${basis}（演示：自两个月前起算）`,
    })),
  );
}

/** A case whose two limits have run out, and its cards: two to answer or to appeal against, two that wait for the supervisor. */
const runOut: Act = async (house, id) => {
  const supervision = house.get(SupervisionFacade);
  const [statutory, promised] = await beginEarlier(house, id);
  for (const [name, limit, colour] of [
    ['to-answer', statutory, 'red'],
    ['to-appeal', promised, 'red'],
    ['answered', statutory, 'yellow'],
    ['appealed', promised, 'yellow'],
  ] as const)
    await named('card', name, () => supervision.raise(seeding, limit!, colour));
  const head = asStaff('county-head');
  await supervision.answer(head, idOf('card', 'answered'), '因窗口人员调整延误，已经安排专人办理。');
  await supervision.appeal(head, idOf('card', 'appealed'), '申请人正在补正材料，期间不计入时限。');
};

export const cardRecords: Section = submittedCase(says, 'overdue', [subsidy('citizen'), accept, runOut]);
