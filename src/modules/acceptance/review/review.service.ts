import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import { refuse } from '../acceptance.errors';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { Sealing } from '../case/sealing.service';
import { Opinion } from './opinion.entity';
import type { Conclusion } from './review.rules';

/** 领办、审查意见 */
@Injectable()
export class ReviewService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly sealing: Sealing,
  ) {}

  assign(by: Actor, id: string, takeOverReason?: string, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'assign', id, expected);
      kase.assign(by, this.tx.now, takeOverReason);
      await this.cases.save(by, kase);
      return kase;
    });
  }

  opine(by: Actor, id: string, input: { step: string; conclusion: Conclusion; text: string }, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'opine', id, expected);
      const guide = await this.guides.of(kase);
      // acceptance/A4
      if (!guide.steps.some(({ code }) => code === input.step))
        throw refuse('beyond-the-guide', { values: { what: input.step } });
      const opinionId = uuidv7();
      const { step, conclusion, text } = input;
      const about = { id: opinionId, caseId: id, step, conclusion, authorId: by.id, at: this.tx.now };
      kase.opine(by, Object.assign(new Opinion(), about, { sealed: this.sealing.seal('opinion', opinionId, { text }) }));
      if (conclusion === 'pass') await this.clocks.passStep(by, id, guide, step);
      await this.cases.save(by, kase);
      return kase;
    });
  }
}
