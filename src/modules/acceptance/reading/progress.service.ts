import { Injectable } from '@nestjs/common';
import { refuse } from '../acceptance.errors';
import { Sealing } from '../case/sealing.service';
import { ProgressTries } from './progress.store';
import type { ProgressInput } from './reading.inputs';
import type { ProgressView } from './reading.views';

@Injectable()
export class ProgressService {
  constructor(
    private readonly tries: ProgressTries,
    private readonly sealing: Sealing,
  ) {}

  async of({ caseNumber, queryCode }: ProgressInput): Promise<ProgressView> {
    const progress = await this.tries.of(caseNumber, this.sealing.queryCodeHash(caseNumber, queryCode));
    if (!progress) throw refuse('no-progress');
    return Object.fromEntries(Object.entries(progress).filter(([, value]) => value !== null)) as unknown as ProgressView;
  }
}
