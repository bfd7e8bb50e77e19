import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { Cases } from '../case/case.store';
import { Sealing } from '../case/sealing.service';
import { CaseReadings } from '../reading/reading.store';
import type { Deferral } from './deferral.entity';
import type { Extending } from './deferral.rules';
import { Deferrals } from './deferral.store';

@Injectable()
export class DeferralReading {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly readings: CaseReadings,
    private readonly deferrals: Deferrals,
    private readonly sealing: Sealing,
  ) {}

  /** Of a case that the reader may see; `acting` is who they are at its organ. */
  ofCase<T>(by: Actor, caseId: string, show: (acting: Actor, deferrals: Deferral[]) => T): Promise<T> {
    return this.tx.run(async () => {
      await this.readings.seen(by, caseId, 'listCaseDeferrals');
      const { acting } = await this.cases.received(by, caseId);
      return show(acting, await this.deferrals.ofCase(caseId));
    });
  }

  reasonsOf({ id, sealed }: Deferral): Extending {
    return sealed ? this.sealing.open<Extending>('deferral', { id, sealed }) : {};
  }
}
