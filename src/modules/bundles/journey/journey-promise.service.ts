import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { type LimitCard, TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { PublishedBundle } from '../rules/published.rules';
import type { Journey } from './journey.entity';
import { journeyLifecycle } from './journey.lifecycle';

export const PROMISED = 'bundles.promised';

const subjectOf = (id: string) => ({ kind: journeyLifecycle.name, id });

/** The bundle's own promise (一件事承诺时限), kept by time-limits; every member keeps the limits of its case besides. */
@Injectable()
export class JourneyPromise {
  constructor(private readonly limits: TimeLimitsFacade) {}

  /** From the submission: what happens between the members is the authorities' time, not the applicant's. */
  async start(by: Actor, id: string, { leadOrganization, promisedDays: days }: PublishedBundle): Promise<void> {
    const limit = { kind: PROMISED, days, unit: 'working-day' as const, pauses: false, basis: '一件事承诺办结时限' };
    await this.limits.start(by, { subject: subjectOf(id), area: leadOrganization.divisionCode, ...limit });
  }

  /** The promise is kept, or has fallen away, once nothing is open any more. */
  async close(by: Actor, { id, state }: Journey): Promise<void> {
    if (state === 'completed') await this.limits.meet(by, subjectOf(id), PROMISED);
    if (state === 'ended') await this.limits.cancel(by, subjectOf(id), PROMISED);
  }

  async of({ id }: Pick<Journey, 'id'>): Promise<LimitCard | undefined> {
    return (await this.limits.of([subjectOf(id)]))[0];
  }
}
