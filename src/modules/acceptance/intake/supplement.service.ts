import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { acceptedOnReceipt } from '../material/material.rules';
import { AcceptanceService } from './acceptance.service';
import { type Supplied, SuppliedService } from './supplied.service';

/** 补正、当场更正 */
@Injectable()
export class SupplementService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly supplied: SuppliedService,
    private readonly acceptances: AcceptanceService,
  ) {}

  /** acceptance/A3: what the notice named comes back; five fresh days begin. */
  supplement(by: Actor, id: string, input: Supplied, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupForSupply(by, id, expected);
      if (kase.state !== 'awaiting-supplement') return this.supplyByOrder(by, kase, input);
      const { sealed, handed } = await this.supplied.take(by, kase, await this.guides.of(kase), input);
      const guide = await this.guides.lightened(kase);
      const atOnce = acceptedOnReceipt(guide, [...kase.materials, ...handed]);
      const limit = atOnce ? undefined : await this.clocks.startIntake(by, id, guide);
      kase.supplement({ sealed, handed, at: this.tx.now, limit, asked: guide.materials });
      await this.cases.save(by, kase);
      if (atOnce) await this.acceptances.acceptOnReceipt(kase, guide);
      return kase;
    });
  }

  /** implementation/I9: what a change-of-law order asks for, in whatever state the case is. */
  private async supplyByOrder(by: Actor, kase: Case, input: Supplied): Promise<Case> {
    const { materials: asked } = await this.guides.lightened(kase);
    const { sealed, handed } = await this.supplied.take(by, kase, await this.guides.of(kase), input);
    kase.supplyByOrder({ sealed, handed, at: this.tx.now, asked });
    await this.cases.save(by, kase);
    return kase;
  }

  /** Art. 32 (1)(3): errors that can be put right on the spot. The five days go on. */
  correct(by: Actor, id: string, input: Supplied, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'correct', id, expected);
      kase.correct(by, this.tx.now, await this.supplied.take(by, kase, await this.guides.of(kase), input));
      await this.cases.save(by, kase);
      return kase;
    });
  }
}
