import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Store } from '../../../kernel/persistence/store';
import { Commitment } from './commitment.entity';
import { type CommitmentAct, commitmentLifecycle } from './commitment.lifecycle';
import { commitmentPolicy } from './commitment.policy';

const JUDGING: CommitmentAct[] = ['order-rectification', 'uphold', 'find-rectified', 'annul'];

@Injectable()
export class Commitments extends Store<Commitment, CommitmentAct> {
  constructor() {
    super({ entity: Commitment, policy: commitmentPolicy, lifecycle: commitmentLifecycle });
  }

  /** The commitment of a case, locked, because something beside it has changed. */
  ofCase(id: string): Promise<Commitment | undefined> {
    return this.load(id, 'for update');
  }

  /** acceptance/A10: nobody is offered to judge upon what they found, nor to have put right what cannot be. */
  override actsFor(by: Actor, commitment: Commitment): CommitmentAct[] {
    return super
      .actsFor(by, commitment)
      .filter((act) => !JUDGING.includes(act) || commitment.checkedById !== by.id)
      .filter((act) => act !== 'order-rectification' || commitment.rectifiable === true);
  }
}
