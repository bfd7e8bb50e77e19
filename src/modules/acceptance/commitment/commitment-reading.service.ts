import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { Cases } from '../case/case.store';
import { CaseReadings } from '../reading/reading.store';
import { CommitmentTexts } from './commitment-texts.service';
import { Commitments } from './commitment.store';
import type { Commitment } from './commitment.entity';
import { CommitmentView } from './commitment.views';

@Injectable()
export class CommitmentReading {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly readings: CaseReadings,
    private readonly commitments: Commitments,
    private readonly texts: CommitmentTexts,
  ) {}

  ofCase(by: Actor, id: string): Promise<CommitmentView> {
    return this.tx.run(async () => {
      await this.readings.seen(by, id, 'readCaseCommitment');
      const { acting } = await this.cases.received(by, id);
      return this.view(acting, await this.commitments.see(acting, id));
    });
  }

  view(by: Actor, commitment: Commitment): CommitmentView {
    return CommitmentView.of(commitment, this.texts.of(commitment), this.commitments.actsFor(by, commitment));
  }
}
