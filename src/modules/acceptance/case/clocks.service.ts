import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import type { SubjectRef } from '../../../kernel/events/subject';
import type { Guide } from '../../implementation/implementation.facade';
import {
  type ExplainedLimit,
  type LimitCard,
  type LimitChange,
  type NewLimit,
  type PauseFacts,
  TimeLimitsFacade,
} from '../../time-limits/time-limits.facade';
import {
  DELIVERY,
  extendedKinds,
  handlingSteps,
  HEARING,
  HEARING_NOTICE_DAYS,
  HEARING_REQUEST,
  INTAKE,
  isStep,
  LEGAL,
  PROMISED,
  RENEWAL,
  STATUTORY,
  stepAfter,
  stepKind,
} from './case-limits.rules';
import { caseLifecycle } from './case.lifecycle';

export const subjectOf = (id: string): SubjectRef => ({ kind: caseLifecycle.name, id });

/** The statutory and the promised limit of a guide. */
export function limitsOf({
  statutoryLimit,
  promisedLimit,
  procedureLaw,
}: Pick<Guide, 'statutoryLimit' | 'promisedLimit' | 'procedureLaw'>) {
  const { days, unit, basis = procedureLaw.basis } = statutoryLimit;
  return [
    { kind: STATUTORY, days, unit, basis },
    { kind: PROMISED, days: promisedLimit.days, unit: promisedLimit.unit, basis: '承诺办结时限' },
  ];
}

/** The stopwatches of a case (限时办结), all kept by time-limits. */
@Injectable()
export class Clocks {
  constructor(private readonly limits: TimeLimitsFacade) {}

  /** Art. 32: five working days from receipt. It binds licensing items only; others follow their own basis. */
  async startIntake(by: Actor, id: string, guide: Guide): Promise<LimitCard | undefined> {
    return guide.procedureLaw.licensing ? this.startLegal(by, id, guide, INTAKE) : undefined;
  }

  /** time-limits/T4: the statutory and the promised limit and that of the first step, from acceptance; the answer is the nearer day. */
  async startHandling(by: Actor, id: string, guide: Guide, from?: string): Promise<string> {
    const common = { ...about(id, guide), ...(from && { from }) };
    const cards = await this.limits.startAll(by, [
      ...limitsOf(guide).map((limit) => ({ ...common, ...limit })),
      ...ofStep(common, handlingSteps(guide.steps)[0]),
    ]);
    return nearestOf(cards)!;
  }

  /** time-limits/T4: the limit of a step ends when it has passed, and that of the next begins, once. */
  async passStep(by: Actor, id: string, guide: Guide, code: string): Promise<void> {
    if (!guide.steps.some(({ days }) => days)) return;
    const cards = await this.limits.of([subjectOf(id)]);
    const ofKind = (kind: string) => cards.find((card) => card.kind === kind);
    if (ofKind(stepKind(code))?.endedAt === null) await this.limits.meet(by, subjectOf(id), stepKind(code));
    const next = stepAfter(guide.steps, code);
    if (next && !ofKind(stepKind(next.code))) await this.limits.startAll(by, ofStep(about(id, guide), next));
  }

  /** time-limits/T12: a grant is delivered within ten working days. */
  async startDelivery(by: Actor, id: string, guide: Guide): Promise<string> {
    return (await this.startLegal(by, id, guide, DELIVERY)).dueOn;
  }

  /** time-limits/T13: five working days to ask for a hearing, from being told of the right to one. */
  awaitHearingRequest(by: Actor, id: string, guide: Guide): Promise<LimitCard> {
    return this.startLegal(by, id, guide, HEARING_REQUEST);
  }

  /** time-limits/T13: a hearing that was asked for is held within twenty working days. */
  async awaitHearing(by: Actor, id: string, guide: Guide): Promise<LimitCard> {
    await this.limits.meet(by, subjectOf(id), HEARING_REQUEST);
    return this.startLegal(by, id, guide, HEARING);
  }

  /** time-limits/T13: the first day on which a hearing can be held of which notice is given now. */
  async earliestHearing({ organization }: Guide, from?: string): Promise<string> {
    const span = { area: organization.divisionCode, days: HEARING_NOTICE_DAYS, unit: 'working-day' as const };
    return (await this.limits.dueOn({ ...span, ...(from && { from }) })).dueOn;
  }

  /** time-limits/T14, art. 50: a renewal that was asked for in time is decided before the licence expires. */
  async startRenewal(by: Actor, id: string, guide: Guide, validUntil: string): Promise<LimitCard> {
    return this.limits.startUntil(by, { ...about(id, guide), kind: RENEWAL, until: validUntil, basis: '《行政许可法》第五十条' });
  }

  /** acceptance/A20: answers the law's new day. */
  async extend(by: Actor, id: string, guide: Guide, extension: { days: number; basis: string }): Promise<LimitCard> {
    const cards = await this.limits.extend(by, subjectOf(id), extension, extendedKinds(guide));
    return cards.find(({ kind }) => kind === STATUTORY)!;
  }

  /** What was awaited has happened. */
  async meet(by: Actor, id: string, kind?: string): Promise<void> {
    await this.limits.meet(by, subjectOf(id), kind);
  }

  async cancel(by: Actor, id: string): Promise<void> {
    await this.limits.cancel(by, subjectOf(id));
  }

  async pause(by: Actor, id: string, pause: PauseFacts): Promise<void> {
    await this.limits.pause(by, subjectOf(id), pause);
  }

  /** The working day of a receipt: the day itself, or the next one that is a working day. */
  async workingDayOf(receivedAt: string, { organization }: Guide): Promise<string> {
    const dayBefore = new Date(Date.parse(receivedAt) - 24 * 3_600_000).toISOString();
    const span = { area: organization.divisionCode, days: 1, unit: 'working-day' as const, from: dayBefore };
    return (await this.limits.dueOn(span)).dueOn;
  }

  /** Every limit of the case with each of its days explained. */
  explain(id: string): Promise<ExplainedLimit[]> {
    return this.limits.explain(subjectOf(id));
  }

  /** implementation/I9: the limits of these guides for running clocks, later ones as well. Answers the nearest day of each case. */
  async redefine(by: Actor, cases: UnderGuide[]): Promise<Map<string, string>> {
    await this.limits.redefine(by, changesOf(cases));
    return nearestOfEach(await this.limits.of(cases.map(({ id }) => subjectOf(id))));
  }

  /** The same, if it were done now. */
  async wouldBeDue(cases: UnderGuide[]): Promise<Map<string, string>> {
    return nearestOfEach(await this.limits.ifRedefined(changesOf(cases)));
  }

  /** The nearer day of the limits that run again. */
  async resume(by: Actor, id: string): Promise<string | null> {
    await this.limits.resume(by, subjectOf(id));
    return this.nearest(id);
  }

  /** The nearest day of the limits that have not ended. */
  async nearest(id: string): Promise<string | null> {
    const cards = await this.limits.of([subjectOf(id)]);
    return nearestOf(cards.filter(({ endedAt }) => endedAt === null)) ?? null;
  }

  private startLegal(by: Actor, id: string, guide: Guide, kind: keyof typeof LEGAL): Promise<LimitCard> {
    return this.limits.start(by, { ...about(id, guide), kind, ...LEGAL[kind], unit: 'working-day', pauses: false });
  }
}

const about = (id: string, { organization }: Guide) => ({ subject: subjectOf(id), area: organization.divisionCode });

const ofStep = (common: Pick<NewLimit, 'subject' | 'area' | 'from'>, step?: Guide['steps'][number]): NewLimit[] =>
  step?.days
    ? [{ ...common, kind: stepKind(step.code), days: step.days, unit: 'working-day', basis: `环节时限：${step.name}` }]
    : [];

// What the applicant is told is when the matter ends; the step is for those who handle it.
const nearestOf = (cards: LimitCard[]): string | undefined =>
  cards
    .filter(({ kind }) => !isStep(kind))
    .map(({ dueOn }) => dueOn)
    .sort()[0];

interface UnderGuide {
  id: string;
  guide: Guide;
}

const changesOf = (cases: UnderGuide[]): LimitChange[] =>
  cases.flatMap(({ id, guide }) => limitsOf(guide).map((limit) => ({ subject: subjectOf(id), ...limit, mayBeLater: true })));

function nearestOfEach(cards: LimitCard[]): Map<string, string> {
  const nearest = new Map<string, string>();
  for (const { subject, kind, dueOn, endedAt } of cards) {
    const known = nearest.get(subject.id);
    if (endedAt === null && !isStep(kind) && (known === undefined || dueOn < known)) nearest.set(subject.id, dueOn);
  }
  return nearest;
}
