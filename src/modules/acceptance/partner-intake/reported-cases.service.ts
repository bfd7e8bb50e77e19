import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Numbering } from '../../../kernel/numbering/numbering';
import { Tx } from '../../../kernel/persistence/tx';
import { IdentityFacade } from '../../identity/identity.facade';
import { Case } from '../case/case.entity';
import { caseNumber, caseNumberKey, newQueryCode } from '../case/case-number.rules';
import { Cases } from '../case/case.store';
import { Sealing } from '../case/sealing.service';
import { shown } from '../intake/applicant.rules';
import { freeze } from '../intake/draft.service';
import type { CaseFile, Opening } from './case-file';
import { courseOf } from './course.rules';
import { channelOf } from './partner-applicant.rules';
import { ReportedClocks } from './reported-clocks.service';

/** acceptance/A22: writes what records have made of cases, all at once. */
@Injectable()
export class ReportedCases {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly clocks: ReportedClocks,
    private readonly identity: IdentityFacade,
    private readonly numbering: Numbering,
    private readonly sealing: Sealing,
  ) {}

  /** Query codes of the cases that were opened, by their ids; told once. */
  async write(by: Actor, files: CaseFile[]): Promise<Map<string, string>> {
    const touched = files.filter(({ id, news }) => id !== undefined && news.length);
    const openings = touched.flatMap(({ opening }) => opening ?? []);
    const parties = await this.identity.registerParties(
      by,
      openings.map(({ holder }) => holder),
    );
    const applicants = new Map(openings.map(({ id }, index) => [id, parties[index]!]));
    await this.number(touched);
    const reported = touched.map((file) => ({ file, course: this.courseOf(file) }));
    const days = await this.clocks.follow(by, reported);
    const codes = new Map<string, string>();
    const changed = reported.map(({ file, course: reached }) => {
      const ended = reached.state === 'completed' || reached.state === 'withdrawn';
      const course = { ...reached, dueOn: ended ? null : (days.get(file.id!) ?? null) };
      const note = noteOf(file, reached.granted);
      const kase = file.kase ?? Case.reported(this.opened(by, file.opening!, applicants.get(file.id!)!));
      if (file.kase) kase.report(course, note);
      else kase.report({ ...course, ...this.numbered(file, codes) }, { caseNumber: file.number, ...note });
      return kase;
    });
    await this.cases.save(by, ...changed);
    return codes;
  }

  /** Its query code is told once, and kept nowhere. */
  private numbered({ id, number, opening }: CaseFile, codes: Map<string, string>) {
    const queryCode = newQueryCode();
    codes.set(id!, queryCode);
    const received = { submittedAt: opening!.applied, receivedAt: opening!.applied, receiptSeq: 1, elsewhere: true };
    return { ...received, caseNumber: number!, queryCodeHash: this.sealing.queryCodeHash(number!, queryCode) };
  }

  private courseOf({ placed, opening, kase }: CaseFile) {
    return courseOf(placed, opening?.accepted ?? new Date(kase!.acceptedAt!).toISOString(), this.tx.now);
  }

  /** acceptance/A1: those that brought no reserved number, from the counters of their items, always in the same order. */
  private async number(files: CaseFile[]): Promise<void> {
    const day = shanghaiDay(this.tx.now);
    const wanting = files.filter(({ number }) => number === undefined);
    for (const code of [...new Set(wanting.map(({ opening }) => opening!.offer.code))].sort()) {
      const of = wanting.filter(({ opening }) => opening!.offer.code === code);
      const last = await this.numbering.take(caseNumberKey(code, day), of.length);
      of.forEach((file, index) => {
        file.number = caseNumber(code, day, file.guide!.handling, last - of.length + 1 + index);
      });
    }
  }

  private opened(by: Actor, { id, offer, holder, record }: Opening, applicantId: string) {
    return {
      ...{ id, ...freeze(offer), applicantId, applicantShown: shown(holder), agentId: null, enteredById: by.id },
      ...{ channel: channelOf(record), journeyRef: null, handed: [] },
      sealed: this.sealing.seal('case', id, { applicant: holder, form: {} }),
    };
  }
}

/** What stays true of these records and names nobody. */
function noteOf({ news }: CaseFile, granted: boolean | null): Record<string, unknown> {
  const records = news
    .filter(({ state }) => state === 'placed')
    .map(({ id, kind, at, code }) => ({ id, table: kind, ...(at && { at }), ...(code && { nationalCode: code }) }));
  return { records, ...(granted !== null && { granted }) };
}
