import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import { refuse } from '../acceptance.errors';
import type { Case } from '../case/case.entity';
import { openProcedure } from '../case/case.rules';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { Sealing } from '../case/sealing.service';
import { Documents } from '../document/document.service';
import { SpecialProcedure } from './special-procedure.entity';

/** 特别程序. Those of art. 45 stop the clock, and the applicant is told the time in writing first (implementation/I4). */
@Injectable()
export class ProcedureService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly documents: Documents,
    private readonly sealing: Sealing,
  ) {}

  begin(
    by: Actor,
    id: string,
    input: { kind: string; reason: string },
    expected?: number,
  ): Promise<{ kase: Case; procedure: SpecialProcedure }> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'begin-procedure', id, expected);
      const guide = await this.guides.of(kase);
      const named = guide.specialProcedures.find(({ kind }) => kind === input.kind);
      if (!named) throw refuse('beyond-the-guide', { values: { what: input.kind } });
      const { kind, name, stopsClock, article = null, days, unit } = named;
      const procedureId = uuidv7();
      const procedure = Object.assign(new SpecialProcedure(), {
        ...{ id: procedureId, caseId: id, kind, name, stopsClock, article, days, unit, begunAt: this.tx.now, endedAt: null },
        sealed: this.sealing.seal('special_procedure', procedureId, { reason: input.reason }),
      });
      const document = await this.documents.draw(kase, guide, 'special-procedure', { ...named, reason: input.reason });
      if (stopsClock)
        await this.clocks.pause(by, id, { reason: name, basis: `《行政许可法》第四十五条；${article}`, cap: { days, unit } });
      kase.beginProcedure(by, procedure, document);
      await this.cases.save(by, kase);
      return { kase, procedure };
    });
  }

  end(
    by: Actor,
    id: string,
    procedureId: string,
    result: string,
    expected?: number,
  ): Promise<{ kase: Case; procedure: SpecialProcedure }> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'end-procedure', id, expected);
      const procedure = openProcedure(kase, procedureId);
      const { reason } = this.sealing.open<{ reason: string }>('special_procedure', procedure);
      const sealed = this.sealing.seal('special_procedure', procedureId, { reason, result });
      const dueOn = procedure.stopsClock ? await this.clocks.resume(by, id) : kase.dueOn;
      kase.endProcedure(by, procedureId, { at: this.tx.now, sealed, dueOn });
      await this.cases.save(by, kase);
      return { kase, procedure };
    });
  }
}
