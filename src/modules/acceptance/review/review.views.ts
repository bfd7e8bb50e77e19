import { InstantText, Flag, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import { CaseView } from '../case/case.views';
import type { SpecialProcedure } from './special-procedure.entity';

/** A case in a special procedure. */
export class ProcedureCaseView extends CaseView {
  @Uuid({ says: 'The special procedure, for its end 特别程序' }) procedureId: string;
}

export class ProcedureView {
  @Uuid() id: string;
  @Name(50, { says: 'Kind 种类' }) kind: string;
  @Name(100, { says: 'Name 名称' }) name: string;
  @Flag({ says: 'The clock stands meanwhile 期间停止计时' }) stopsClock: boolean;
  @Whole(0, 10_000, { says: 'Time told 告知的时限' }) days: number;
  @OneOf(['working-day', 'calendar-day'], { says: 'Unit 单位' }) unit: SpecialProcedure['unit'];
  @InstantText({ says: 'Begun 开始时间' }) begunAt: string;
  @InstantText({ optional: true, says: 'Ended 结束时间' }) endedAt?: string;
}
