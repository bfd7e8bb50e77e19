import { Entity } from 'typeorm';
import { Id, Instant, Ref, Words } from '../../../kernel/persistence/columns';
import type { Conclusion } from './review.rules';

/** What an officer thinks after one step of the guide (审查意见). */
@Entity({ schema: 'acceptance', name: 'opinion' })
export class Opinion {
  @Id() readonly id: string;
  @Ref() readonly caseId: string;
  @Words() readonly step: string;
  @Words() readonly conclusion: Conclusion;
  @Words() readonly authorId: string;
  @Words() readonly sealed: string;
  @Instant() readonly at: string;
}
