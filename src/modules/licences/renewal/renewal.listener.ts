import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { Tx } from '../../../kernel/persistence/tx';
import { NotificationsFacade } from '../../notifications/notifications.facade';
import { LimitWarned } from '../../time-limits/time-limits.events';
import { TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import { Licences } from '../licence/licence.store';
import { LicenceAnnulled, LicenceIssued } from '../licences.events';
import { renewalDue } from '../licences.notices';
import { lastDayToAsk, REMINDED_BEFORE, RENEWAL } from './renewal.rules';

const by = platform('licences');

/** time-limits/T14: whoever holds a licence is reminded while there is time to ask for its renewal. */
@Injectable()
export class RenewalReminders {
  constructor(
    private readonly tx: Tx,
    private readonly licences: Licences,
    private readonly limits: TimeLimitsFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  @On(LicenceIssued, 'licences.start-renewal-clock')
  async issued({ payload: { licenceId } }: FactOf<typeof LicenceIssued>): Promise<void> {
    const { validUntil, areaPath, state } = await this.licences.see(by, licenceId);
    const until = lastDayToAsk(validUntil, shanghaiDay(this.tx.now));
    if (!until || state !== 'valid') return;
    const about = { subject: { kind: this.licences.kind, id: licenceId }, kind: RENEWAL, area: areaPath[0]! };
    await this.limits.startUntil(by, { ...about, until, warnDays: REMINDED_BEFORE, basis: '《行政许可法》第五十条' });
  }

  @On(LimitWarned, 'licences.remind-of-renewal')
  async near({ payload: { kind, subjectId, dueOn } }: FactOf<typeof LimitWarned>): Promise<void> {
    if (kind !== RENEWAL) return;
    const { id, typeName, holderId, validUntil, state } = await this.licences.see(by, subjectId);
    if (state !== 'valid') return;
    const words = renewalDue({ typeName, validUntil: validUntil!, askUntil: dueOn });
    const about = { kind: this.licences.kind, id };
    await this.notifications.tell(by, { partyId: holderId, about, key: `licences.renewal/${id}`, words });
  }

  @On(LicenceAnnulled, 'licences.stop-renewal-clock')
  async annulled({ payload: { licenceId } }: FactOf<typeof LicenceAnnulled>): Promise<void> {
    await this.limits.cancel(by, { kind: this.licences.kind, id: licenceId }, RENEWAL);
  }
}
