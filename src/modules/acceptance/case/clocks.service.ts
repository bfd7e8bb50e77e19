import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import type { SubjectRef } from '../../../kernel/events/subject';
import type { Guide } from '../../implementation/implementation.facade';
import { type ExplainedLimit, type LimitCard, TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import { caseLifecycle } from './case.lifecycle';

export const INTAKE = 'acceptance.intake';
export const STATUTORY = 'acceptance.statutory';
export const PROMISED = 'acceptance.promised';
export const DELIVERY = 'acceptance.delivery';

const INTAKE_DAYS = 5;
const DELIVERY_DAYS = 10;

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
  async startIntake(by: Actor, id: string, { procedureLaw, organization }: Guide): Promise<LimitCard | undefined> {
    if (!procedureLaw.licensing) return undefined;
    const limit = {
      kind: INTAKE,
      days: INTAKE_DAYS,
      unit: 'working-day' as const,
      pauses: false,
      basis: '《行政许可法》第三十二条',
    };
    return this.limits.start(by, { subject: subjectOf(id), area: organization.divisionCode, ...limit });
  }

  /** The statutory and the promised limit, from acceptance; the answer is the nearer day. */
  async startHandling(by: Actor, id: string, guide: Guide, from?: string): Promise<string> {
    const common = { subject: subjectOf(id), area: guide.organization.divisionCode, ...(from && { from }) };
    const cards = await this.limits.startAll(
      by,
      limitsOf(guide).map((limit) => ({ ...common, ...limit })),
    );
    return nearestOf(cards)!;
  }

  /** time-limits/T12: a grant is delivered within ten working days. */
  async startDelivery(by: Actor, id: string, { organization }: Guide): Promise<string> {
    const limit = {
      kind: DELIVERY,
      days: DELIVERY_DAYS,
      unit: 'working-day' as const,
      pauses: false,
      basis: '《行政许可法》第四十四条',
    };
    return (await this.limits.start(by, { subject: subjectOf(id), area: organization.divisionCode, ...limit })).dueOn;
  }

  /** What was awaited has happened. */
  async meet(by: Actor, id: string, kind?: string): Promise<void> {
    await this.limits.meet(by, subjectOf(id), kind);
  }

  async cancel(by: Actor, id: string): Promise<void> {
    await this.limits.cancel(by, subjectOf(id));
  }

  async pause(by: Actor, id: string, reason: string, basis: string): Promise<void> {
    await this.limits.pause(by, subjectOf(id), { reason, basis });
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
}

const nearestOf = (cards: LimitCard[]): string | undefined => cards.map(({ dueOn }) => dueOn).sort()[0];
