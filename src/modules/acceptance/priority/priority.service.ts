import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { DayPassed } from '../../../kernel/clock/clock';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { Tx } from '../../../kernel/persistence/tx';
import { Cases } from '../case/case.store';
import type { PriorityInput } from './priority.inputs';
import { Priorities } from './priority.store';

/** acceptance/A26: 绿色通道、应急办理 (新政发〔2022〕84号（十六）). */
@Injectable()
export class PriorityService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly priorities: Priorities,
  ) {}

  /** By whoever may take the case in hand, as long as there is something to do. */
  mark(by: Actor, { caseId, shownBy }: PriorityInput): Promise<void> {
    return this.tx.run(async () => {
      await this.cases.lookupFor(by, 'assign', caseId);
      await this.priorities.mark(caseId, shownBy);
    });
  }

  @On(DayPassed, 'acceptance.forget-priorities')
  async newDay({ payload }: FactOf<typeof DayPassed>): Promise<void> {
    await this.priorities.forgetBefore(payload.day);
  }
}
