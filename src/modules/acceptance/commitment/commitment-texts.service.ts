import { Injectable } from '@nestjs/common';
import { Sealing } from '../case/sealing.service';
import type { Commitment } from './commitment.entity';

/** What is written of a commitment, in the words of those who wrote it. */
export interface WrittenCommitment {
  text: string;
  liability: string;
  finding?: string;
  statements?: { at: string; text: string }[];
  order?: string;
  report?: string;
  reasons?: string[];
}

type About = Pick<Commitment, 'id' | 'sealed'>;

@Injectable()
export class CommitmentTexts {
  constructor(private readonly sealing: Sealing) {}

  of({ id, sealed }: About): WrittenCommitment {
    return this.sealing.open<WrittenCommitment>('commitment', { id, sealed });
  }

  /** What was written before with this beside it, sealed. */
  with(commitment: About, more: Partial<WrittenCommitment>): string {
    return this.sealing.seal('commitment', commitment.id, { ...this.of(commitment), ...more });
  }

  withStatement(commitment: About, text: string, at: string): string {
    const { statements = [] } = this.of(commitment);
    return this.with(commitment, { statements: [...statements, { at, text }] });
  }
}
