import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import {
  type Answer,
  answerFaults,
  appliedOffer,
  type Guide,
  ImplementationFacade,
  type Offer,
  openQuestions,
} from '../../implementation/implementation.facade';
import type { Holder } from '../../identity/identity.facade';
import { refuse } from '../acceptance.errors';
import { Case } from '../case/case.entity';
import type { Channel, Frozen, NewCaseFacts } from '../case/case.rules';
import { Cases } from '../case/case.store';
import { type SealedCase, Sealing } from '../case/sealing.service';
import { type ChosenCommitment, CommitmentOffers } from '../commitment/commitment-offer.service';
import type { MaterialInput } from '../material/material.inputs';
import { beyondTheGuide, refuseMaterials } from '../material/material.rules';
import { MaterialService } from '../material/material.service';
import { HandedUploads } from '../upload/handed-uploads.service';
import { mustBeChannelOf } from './applicant.rules';
import { ApplicantService } from './applicant.service';
import { FormCheck } from './form-check.service';

export interface NewCase {
  /** 31 or 33 digits */
  code: string;
  /** The actor, unless told. */
  applicantId?: string;
  agentId?: string;
  channel: Channel;
  form: Record<string, unknown>;
  materials: MaterialInput[];
  /** To the situations of the guide. */
  answers?: Answer[];
  journeyRef?: string;
  /** Handling on commitment (acceptance/A10). */
  commitment?: ChosenCommitment;
}

export interface Prepared {
  opened: NewCaseFacts;
  offer: Offer;
}

export type DraftEdit = Pick<NewCase, 'channel' | 'form' | 'materials' | 'answers' | 'commitment'>;

/** Cases that have not been submitted yet. */
@Injectable()
export class DraftService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: ImplementationFacade,
    private readonly applicants: ApplicantService,
    private readonly materials: MaterialService,
    private readonly uploads: HandedUploads,
    private readonly forms: FormCheck,
    private readonly sealing: Sealing,
    private readonly commitments: CommitmentOffers,
  ) {}

  open(by: Actor, input: NewCase): Promise<Case> {
    return this.tx.run(async () => {
      const { opened } = await this.prepare(by, input);
      const kase = Case.draft(opened);
      await this.cases.save(by, kase);
      return kase;
    });
  }

  /**
   * Replaces form, answers and channel; materials are added, and take the place of earlier ones of the same code. What the guide does
   * not ask for after these answers is erased (P2).
   */
  edit(by: Actor, id: string, version: number, input: DraftEdit): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'edit', id, version);
      const offer = await this.offer(kase.variantCode, input, 'draft');
      await this.commitments.mustBeOffered(offer, input.commitment);
      const { guide } = offer;
      mustBeChannelOf(by, input.channel);
      const handed = await this.materials.take(
        { by, caseId: id, applicantId: kase.applicantId, journeyRef: kase.journeyRef, guide, seq: kase.version + 1 },
        input.materials,
      );
      const { applicant } = this.sealing.open<SealedCase>('case', kase);
      const sealed = this.seal(id, applicant, input);
      const dropped = notAskedFor(guide, kase.materials);
      kase.edit({ sealed, channel: input.channel, handed, dropped });
      await this.cases.save(by, kase);
      if (dropped.length) await this.erase(by, id, dropped);
      return kase;
    });
  }

  /** What was never submitted goes as its applicant wishes, with all that was written and handed in. */
  discard(by: Actor, id: string, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'discard', id, expected);
      kase.discard(this.sealing.seal('case', id, { form: {} }));
      await this.cases.save(by, kase);
      await this.erase(by, id);
      return kase;
    });
  }

  /** What a new case consists of, with the offer in force frozen into it. */
  async prepare(by: Actor, input: NewCase): Promise<Prepared> {
    const offer = await this.offer(input.code, input);
    await this.commitments.mustBeOffered(offer, input.commitment);
    mustBeChannelOf(by, input.channel);
    const { holder, ...who } = await this.applicants.of(by, offer.guide, input);
    const id = uuidv7();
    const { channel, journeyRef = null } = input;
    const handing = { by, caseId: id, applicantId: who.applicantId, journeyRef, guide: offer.guide, seq: 1 };
    const handed = await this.materials.take(handing, input.materials);
    const sealed = this.seal(id, holder, input);
    return { opened: { id, ...freeze(offer), ...who, channel, journeyRef, sealed, handed }, offer };
  }

  /** A draft under the version of today; what that version does not name is refused (A4). */
  async renew(kase: Case): Promise<{ offer: Offer; frozen: Frozen }> {
    const { answers, commitment } = this.sealing.open<SealedCase>('case', kase);
    const offer = await this.offer(kase.variantCode, { channel: kase.channel, answers });
    await this.commitments.mustBeOffered(offer, commitment);
    const beyond = kase.materials.flatMap((material) => beyondTheGuide(offer.guide, material) ?? []);
    if (beyond.length) {
      throw refuseMaterials(beyond.map((what) => ({ pointer: '/materials', refusal: 'beyond-the-guide', what })));
    }
    return { offer, frozen: freeze(offer) };
  }

  /** acceptance/A11: every question that these answers lead to is answered, and the form is the one that then applies. */
  mustBeComplete(offer: Offer, { form, answers = [] }: Pick<NewCase, 'form' | 'answers'>): void {
    const { now } = openQuestions(offer.guide.situations, answers);
    const errors = now.map(({ code, question }) => ({ pointer: '/answers', code: 'missing', detail: `${code} ${question}` }));
    if (errors.length) throw refuse('answers-unsound', { errors });
    this.forms.mustFit(offer, form);
  }

  /** The files go with the materials that name them. */
  private async erase(by: Actor, id: string, codes?: string[]): Promise<void> {
    await this.cases.eraseMaterials(id, codes);
    await this.uploads.release(by, id);
  }

  private seal(id: string, applicant: Holder | undefined, written: Pick<NewCase, 'form' | 'answers' | 'commitment'>): string {
    const { form, answers, commitment } = written;
    return this.sealing.seal('case', id, {
      applicant,
      form,
      ...(answers?.length && { answers }),
      ...(commitment && { commitment }),
    });
  }

  /**
   * The offer of today, as it stands for these answers. A guide that is suspended takes no new case (implementation/I9); who has begun
   * a draft may go on writing it.
   */
  private async offer(
    code: string,
    { channel, answers = [] }: Pick<NewCase, 'channel' | 'answers'>,
    purpose: 'case' | 'draft' = 'case',
  ): Promise<Offer> {
    const offer = await this.guides.offer(code);
    if (!offer) throw refuse('no-such-offer', { values: { code } });
    if (offer.suspended && purpose === 'case') throw refuse('guide-suspended', { values: { reason: offer.suspended.reason } });
    if (!offer.guide.channels.includes(channel)) throw refuse('channel-closed', { values: { channel } });
    const errors = answerFaults(offer.guide.situations, answers);
    if (errors.length) throw refuse('answers-unsound', { errors });
    return appliedOffer(offer, answers);
  }
}

/** Materials handed in earlier that the guide does not ask for, or no more after other answers. */
function notAskedFor({ materials }: Guide, handed: Case['materials']): string[] {
  const asked = new Set(materials.map(({ code }) => code));
  return [...new Set(handed.map(({ code }) => code))].filter((code) => !asked.has(code));
}

/** What a case keeps of the offer for its lists; the version id answers for the rest. */
export function freeze({ code, variantCode, versionId, digest, guide }: Offer): Frozen {
  const { name, basicCode, handling, organization } = guide;
  return {
    ...{ code, variantCode, guideVersionId: versionId, guideDigest: digest, itemName: name, basicCode, handling },
    ...{ organizationId: organization.id, areaPath: organization.areaPath },
  };
}
