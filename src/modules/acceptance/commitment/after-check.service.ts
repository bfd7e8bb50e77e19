import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { Guide } from '../../implementation/implementation.facade';
import { TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { FrozenGuides } from '../case/guides.service';
import { Documents } from '../document/document.service';
import type { Commitment } from './commitment.entity';
import { refuse } from './commitment.errors';
import type { CommitmentAct } from './commitment.lifecycle';
import { doubted, kept } from './commitment.notices';
import { DEFENCE, DEFENCE_DAYS, RECTIFICATION } from './commitment.rules';
import { CommitmentService, commitmentSubject } from './commitment.service';
import { CommitmentTexts } from './commitment-texts.service';
import { Commitments } from './commitment.store';

export interface Finding {
  kept: boolean;
  /** What is false. */
  detail?: string;
  rectifiable?: boolean;
}

/** A commitment in hand, with its case. */
export interface InHand {
  kase: Case;
  guide: Guide;
  commitment: Commitment;
}

/** 核查、陈述申辩、整改: everything before the decision upon a check. */
@Injectable()
export class AfterCheck {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly commitments: Commitments,
    private readonly service: CommitmentService,
    private readonly texts: CommitmentTexts,
    private readonly documents: Documents,
    private readonly limits: TimeLimitsFacade,
  ) {}

  /** acceptance/A10: kept, and that is the end; or false, and the person is told what and heard within days. */
  find(by: Actor, id: string, { kept: isKept, detail, rectifiable }: Finding, expected?: number): Promise<Commitment> {
    return this.tx.run(async () => {
      const { kase, guide, commitment } = await this.lookup(by, isKept ? 'keep' : 'doubt', id, expected);
      if (!isKept && (detail === undefined || rectifiable === undefined)) throw refuse('finding-without-detail');
      const sealed = this.texts.with(commitment, { finding: detail });
      await this.limits.meet(by, commitmentSubject(id));
      if (isKept) {
        commitment.keep(by.id, this.tx.now, sealed);
        await this.service.tell(by, 'kept', commitment, kept());
      } else {
        const defenceDueOn = await this.service.begin(by, id, guide, DEFENCE, DEFENCE_DAYS);
        const { textVersion, textDigest } = commitment;
        const content = { finding: detail, rectifiable, defenceUntil: defenceDueOn, textVersion, textDigest };
        const document = await this.documents.draw(kase, guide, 'falsehood-notice', content);
        kase.attach('doubt-commitment', document);
        commitment.doubt(by.id, this.tx.now, { rectifiable: rectifiable!, defenceDueOn, sealed, document: document.number });
        await this.cases.save(by, kase);
        await this.service.tell(by, 'doubted', commitment, doubted(defenceDueOn));
      }
      await this.commitments.save(by, commitment);
      return commitment;
    });
  }

  /** Statement and defence (陈述申辩), as often as the person likes; nothing that is said ends the days but their own word. */
  defend(
    by: Actor,
    id: string,
    { text, last = false }: { text: string; last?: boolean },
    expected?: number,
  ): Promise<Commitment> {
    return this.tx.run(async () => {
      const { commitment } = await this.lookup(by, 'defend', id, expected);
      commitment.defend(this.tx.now, last, this.texts.withStatement(commitment, text, this.tx.now));
      if (last) await this.limits.meet(by, commitmentSubject(id), DEFENCE);
      await this.commitments.save(by, commitment);
      return commitment;
    });
  }

  /** What was ordered has been done, as the person reports. */
  rectify(by: Actor, id: string, report: string, expected?: number): Promise<Commitment> {
    return this.tx.run(async () => {
      const { commitment } = await this.lookup(by, 'rectify', id, expected);
      commitment.rectify(this.tx.now, this.texts.with(commitment, { report }));
      await this.limits.meet(by, commitmentSubject(id), RECTIFICATION);
      await this.commitments.save(by, commitment);
      return commitment;
    });
  }

  /** directory/D5: as whoever they are at the organ whose case it is. The case first, as everywhere. */
  async lookup(by: Actor, act: CommitmentAct, id: string, expected?: number): Promise<InHand> {
    const { acting } = await this.cases.received(by, id);
    const kase = await this.cases.forClock(id);
    const commitment = await this.commitments.lookupFor(acting, act, id, expected);
    return { kase: kase!, guide: await this.guides.of(kase!), commitment };
  }
}
