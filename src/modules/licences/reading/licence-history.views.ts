import type { HistoryLine } from '../../../kernel/history/history';
import { DayText, InstantText, LongText, Name, Part, Whole } from '../../../kernel/validation/fields';
import type { LegalAct } from '../licence/legal-act.entity';

class RemedyView {
  @Name(500, { says: 'Administrative review 行政复议' }) review: string;
  @Name(500, { says: 'Lawsuit 行政诉讼' }) lawsuit: string;
}

export class LicenceHistoryLine {
  @Whole(1, 2_147_483_647, { says: 'Number of the act 序号' }) seq: number;
  @InstantText({ says: 'When 时间' }) at: string;
  @Name(50, { says: 'Act 操作' }) act: string;
  @Name(50, { optional: true, says: 'State before 原状态' }) fromState?: string;
  @Name(50, { says: 'State after 现状态' }) toState: string;
  @DayText({ optional: true, says: 'Takes effect 生效日' }) effectOn?: string;
  @Name(50, { optional: true, says: 'Ground 情形' }) ground?: string;
  @Name(500, { optional: true, says: 'Provision, or the decision it comes from 依据' }) basis?: string;
  @LongText(2_000, { optional: true, says: 'Why; for the holder and the issuing organization 理由' }) reason?: string;
  @Part(() => RemedyView, { optional: true, says: 'What the holder can do about it 救济途径' }) remedy?: RemedyView;

  /** `reason` is nothing for readers who may not know of whom it speaks. */
  static of({ seq, at, act, fromState, toState, note }: HistoryLine, decided?: LegalAct, reason?: string): LicenceHistoryLine {
    const origin = note.basis as { kind: string; id: string } | undefined;
    const basis = decided?.basis ?? (origin && `${origin.kind} ${origin.id}`);
    const effectOn = note.effectOn as string | undefined;
    return {
      ...{ seq, at, act, ...(fromState && { fromState }), toState, ...(effectOn && { effectOn }), ...(basis && { basis }) },
      ...(decided && { ground: decided.ground, remedy: decided.remedy, ...(reason !== undefined && { reason }) }),
    };
  }
}

export class LicenceHistoryView {
  @Part(() => LicenceHistoryLine, { list: { max: 1_000 } }) items: LicenceHistoryLine[];
}
