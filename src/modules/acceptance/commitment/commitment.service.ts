import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import type { SubjectRef } from '../../../kernel/events/subject';
import { Tx } from '../../../kernel/persistence/tx';
import type { Guide, Offer } from '../../implementation/implementation.facade';
import { NotificationsFacade, type Words } from '../../notifications/notifications.facade';
import { TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { Case } from '../case/case.entity';
import { type SealedCase, Sealing } from '../case/sealing.service';
import { Commitment } from './commitment.entity';
import { commitmentLifecycle } from './commitment.lifecycle';
import { AFTER_CHECK, BASIS, type DEFENCE, type RECTIFICATION, termsOf } from './commitment.rules';
import { Commitments } from './commitment.store';

export const commitmentSubject = (id: string): SubjectRef => ({ kind: commitmentLifecycle.name, id });

/** acceptance/A10: what submission, decision and end of a case mean to the commitment made with it. */
@Injectable()
export class CommitmentService {
  constructor(
    private readonly tx: Tx,
    private readonly commitments: Commitments,
    private readonly limits: TimeLimitsFacade,
    private readonly sealing: Sealing,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** With the submission, if the applicant has chosen it: the text is kept word for word. */
  async make(by: Actor, kase: Case, offer: Offer): Promise<void> {
    const terms = this.isChosen(kase) && termsOf(offer);
    if (!terms) return;
    const { id, organizationId, areaPath, applicantId } = kase;
    const { text, liability, ...named } = terms;
    const sealed = this.sealing.seal('commitment', id, { text, liability });
    const facts = { id, organizationId, areaPath, applicantId, ...named, madeAt: this.tx.now, sealed };
    await this.commitments.save(by, Commitment.made(facts));
  }

  /** The days of the check begin with the grant. */
  async granted(by: Actor, kase: Case, guide: Guide): Promise<void> {
    const commitment = await this.madeOf(kase);
    if (!commitment) return;
    commitment.grant(await this.begin(by, kase.id, guide, AFTER_CHECK, commitment.afterCheckDays));
    await this.commitments.save(by, commitment);
  }

  async lapse(by: Actor, kase: Case): Promise<void> {
    const commitment = await this.madeOf(kase);
    if (!commitment) return;
    commitment.lapse();
    await this.commitments.save(by, commitment);
  }

  /** A limit of the commitment; answers its last day. */
  async begin(
    by: Actor,
    id: string,
    { organization }: Guide,
    kind: typeof AFTER_CHECK | typeof DEFENCE | typeof RECTIFICATION,
    days: number,
  ): Promise<string> {
    const about = { subject: commitmentSubject(id), kind, area: organization.divisionCode };
    const limit = await this.limits.start(by, { ...about, days, unit: 'working-day', basis: BASIS[kind], pauses: false });
    return limit.dueOn;
  }

  async tell(by: Actor, what: string, { id, applicantId: partyId }: Commitment, words: Words): Promise<void> {
    const key = `acceptance.commitment-${what}/${id}`;
    await this.notifications.tell(by, { partyId, about: commitmentSubject(id), key, words });
  }

  // Most cases go the ordinary way, and what is written in them says so.
  private async madeOf(kase: Case): Promise<Commitment | undefined> {
    const commitment = this.isChosen(kase) ? await this.commitments.ofCase(kase.id) : undefined;
    return commitment?.state === 'made' ? commitment : undefined;
  }

  private isChosen(kase: Case): boolean {
    return this.sealing.open<SealedCase>('case', kase).commitment !== undefined;
  }
}
