import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { History } from '../../../kernel/history/history';
import { Tx } from '../../../kernel/persistence/tx';
import type { Case } from '../case/case.entity';
import { type CaseAct, caseLifecycle } from '../case/case.lifecycle';
import { casePolicy } from '../case/case.policy';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { nationalEvent, nationalState } from '../case/national-codes.rules';
import { type SealedCase, Sealing } from '../case/sealing.service';
import { forReader, isHandler } from './for-reader.rules';
import { MaterialReading } from './material-reading.service';
import { CaseReadings } from './reading.store';
import type { CaseClockView, HistoryView, MaterialListView, OpinionListView, ReceiptListView } from './reading.views';

/** What readers of one case get; acts and sealed parts are put into the JSON that Postgres made. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly readings: CaseReadings,
    private readonly history: History,
    private readonly sealing: Sealing,
    private readonly clocks: Clocks,
    private readonly material: MaterialReading,
  ) {}

  async one(by: Actor, id: string): Promise<{ version: number; text: string }> {
    const read = await this.readings.one(by, id);
    const { form, answers = [], commitment } = this.sealing.open<SealedCase>('case', read);
    const national = nationalState(read);
    const kase = read as unknown as Case;
    const { acting } = casePolicy.see.test(kase, by) ? { acting: by } : await this.cases.received(by, id);
    const made = {
      ...(national !== null && { nationalState: national }),
      form: forReader(by, form),
      answers,
      ...(commitment && { commitment }),
      acts: this.cases.actsFor(acting, kase),
    };
    return { version: read.version, text: `${read.body.slice(0, -1)}, ${JSON.stringify(made).slice(1)}` };
  }

  async materials(by: Actor, id: string): Promise<MaterialListView> {
    return { items: (await this.readings.materials(by, id)).map((material) => this.material.view(by, material)) };
  }

  async receipts(by: Actor, id: string): Promise<ReceiptListView> {
    const documents = await this.readings.documents(by, id);
    const items = documents.map(({ sealed, applicantShown, ...document }) => {
      const content = this.sealing.open<Record<string, unknown>>('document', { id: document.id, sealed });
      return { ...document, content: isHandler(by) ? { ...content, applicant: applicantShown } : content };
    });
    return { items };
  }

  async opinions(by: Actor, id: string): Promise<OpinionListView> {
    const opinions = await this.readings.opinions(by, id);
    return { items: opinions.map(({ sealed, ...line }) => ({ ...line, ...this.opened(line.id, sealed) })) };
  }

  /** Every act, first to last; who of the staff did it is shown to staff only. */
  historyOf(by: Actor, id: string): Promise<HistoryView> {
    return this.tx.run(async () => {
      await this.readings.seen(by, id, 'readCaseHistory');
      const lines = await this.history.of(caseLifecycle.name, id);
      const granted = (lines.find(({ note }) => note.granted !== undefined)?.note.granted as boolean | undefined) ?? null;
      const items = lines.map(({ seq, at, act, actorKind, actorId, fromState, toState, note, hash }) => {
        const after = { state: toState as Case['state'], granted, following: note.following !== undefined };
        const national = nationalEvent(act as CaseAct, after);
        return {
          ...{ seq, at, act, actorKind, toState, note, hash },
          ...(isHandler(by) && { actorId }),
          ...(fromState && { fromState }),
          ...(national && { nationalEvent: national }),
        };
      });
      return { items };
    });
  }

  /** time-limits/T9: every day of every limit, and why it counted or not. */
  clock(by: Actor, id: string): Promise<CaseClockView> {
    return this.tx.run(async () => {
      await this.readings.seen(by, id, 'readCaseClock');
      const limits = await this.clocks.explain(id);
      const items = limits.map(
        ({ clock, id: limitId, kind, state, rung, basis, days, unit, extensionDays, startedOn, ...due }) => ({
          ...{ id: limitId, kind, state, rung, basis, days, unit, extensionDays, startedOn },
          ...{ dueOn: due.dueOn, provisional: due.provisional, missing: due.missing },
          clock: clock.map(({ day, mark, number, why }) => ({
            day,
            mark,
            ...(number !== null && { number }),
            ...(why && { why }),
          })),
        }),
      );
      return { items };
    });
  }

  private opened(id: string, sealed: string): { text: string } {
    return this.sealing.open<{ text: string }>('opinion', { id, sealed });
  }
}
