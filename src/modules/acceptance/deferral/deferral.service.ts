import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import type { SubjectRef } from '../../../kernel/events/subject';
import { Tx } from '../../../kernel/persistence/tx';
import type { Guide, GuideMaterial } from '../../implementation/implementation.facade';
import { NotificationsFacade, type Words } from '../../notifications/notifications.facade';
import { TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { Case } from '../case/case.entity';
import type { CaseDocument } from '../document/document.entity';
import { Documents } from '../document/document.service';
import { current } from '../material/material.rules';
import { Deferral } from './deferral.entity';
import { refuse } from './deferral.errors';
import { deferralLifecycle } from './deferral.lifecycle';
import { promised } from './deferral.notices';
import { BASIS, DEFERRAL, DEFERRAL_TEXT, deferralOf, digestOf } from './deferral.rules';
import { Deferrals } from './deferral.store';

export const deferralSubject = (id: string): SubjectRef => ({ kind: deferralLifecycle.name, id });

/** acceptance/A9: what acceptance, decision and end of a case mean to the materials that were deferred. */
@Injectable()
export class DeferralService {
  constructor(
    private readonly tx: Tx,
    private readonly deferrals: Deferrals,
    private readonly limits: TimeLimitsFacade,
    private readonly documents: Documents,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** With the acceptance the days of each promise begin. Answers the notice that names them all (容缺受理通知书), if there are any. */
  async begin(by: Actor, kase: Case, guide: Guide): Promise<CaseDocument | undefined> {
    const awaited = awaitedOf(kase, guide);
    if (!awaited.length) return undefined;
    const area = guide.organization.divisionCode;
    const cards = await this.limits.startAll(
      by,
      awaited.map(({ id, material }) => {
        const { days, unit, source } = deferralOf(material);
        return { subject: deferralSubject(id), kind: DEFERRAL, area, days, unit, basis: BASIS[source], pauses: false };
      }),
    );
    const deferrals = awaited.map(({ id, material }, index) => this.promised(kase, id, material, cards[index]!.dueOn));
    await this.deferrals.save(by, ...deferrals);
    await this.tell(by, 'promised', deferrals, promised);
    const { text, version: textVersion } = DEFERRAL_TEXT;
    const materials = deferrals.map(({ materialCode: code, materialName: name, dueOn }) => ({ code, name, dueOn }));
    const content = { materials, text, textVersion, textDigest: digestOf(DEFERRAL_TEXT), remedies: guide.remedies };
    return this.documents.draw(kase, guide, 'deferral-notice', content);
  }

  /** A decision waits for what was promised, unless the guide lets it follow. Answers what follows. */
  async mustAllowDecision(kase: Case): Promise<string[]> {
    const open = await this.openOf(kase);
    const awaited = open.filter(({ mayFollowDecision }) => !mayFollowDecision);
    if (awaited.length) {
      throw refuse('deferral-open', {
        values: { what: awaited.map(({ materialCode, materialName }) => `${materialCode} ${materialName}`).join(', ') },
        errors: awaited.map(({ materialCode, dueOn }) => ({ pointer: '/deferrals', code: materialCode, detail: dueOn })),
      });
    }
    return open.map(({ materialCode }) => materialCode);
  }

  /** The case has ended: nothing is awaited any more. */
  async lapse(by: Actor, kase: Case): Promise<void> {
    const open = await this.openOf(kase);
    for (const deferral of open) {
      await this.limits.cancel(by, deferralSubject(deferral.id));
      deferral.lapse(this.tx.now);
    }
    if (open.length) await this.deferrals.save(by, ...open);
  }

  async tell(by: Actor, what: string, deferrals: Deferral[], wording: (deferral: Deferral) => Words): Promise<void> {
    const notices = deferrals.map((deferral) => ({
      ...{ partyId: deferral.applicantId, about: deferralSubject(deferral.id) },
      ...{ key: `acceptance.deferral-${what}/${deferral.id}`, words: wording(deferral) },
    }));
    await this.notifications.tell(by, ...notices);
  }

  // Most cases defer nothing, and their own rows say so.
  private async openOf({ id, materials }: Case): Promise<Deferral[]> {
    return materials.some(({ kind }) => kind === 'deferred') ? this.deferrals.openOf(id) : [];
  }

  private promised(kase: Case, id: string, material: GuideMaterial, dueOn: string): Deferral {
    const { organizationId, areaPath, applicantId } = kase;
    return Deferral.promised({
      ...{ id, caseId: kase.id, organizationId, areaPath, applicantId, dueOn, promisedAt: this.tx.now },
      ...{ materialCode: material.code, materialName: material.name, ...deferralOf(material) },
      ...{ textVersion: DEFERRAL_TEXT.version, textDigest: digestOf(DEFERRAL_TEXT) },
      mayFollowDecision: material.mayFollowDecision === true,
    });
  }
}

/** What was promised last of each code, as the guide that applies has it. */
function awaitedOf({ materials }: Case, guide: Guide): { id: string; material: GuideMaterial }[] {
  const promises = new Map(
    current(materials).flatMap(({ id, code, kind }) => (kind === 'deferred' ? [[code, id] as const] : [])),
  );
  return guide.materials.flatMap((material) => {
    const id = promises.get(material.code);
    return id ? [{ id, material }] : [];
  });
}
