import { Entity } from 'typeorm';
import { Id, Instant, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';

/** The one-time notice (一次性告知): everything that is wanting, named at once. */
@Entity({ schema: 'acceptance', name: 'supplement_request' })
export class SupplementRequest {
  @Id() readonly id: string;
  @Ref() readonly caseId: string;
  /** Number of the receipt it answers: one notice for each. */
  @Whole() readonly receiptSeq: number;
  /** The change-of-law order that asks (implementation/I9): its notice is none of the receipt's. */
  @Ref({ nullable: true }) readonly orderId: string | null;
  @WordList() readonly materialCodes: string[];
  @WordList() readonly formFields: string[];
  /** What is wrong with each point, sealed: it may speak of the person. */
  @Words() readonly sealed: string;
  @Instant() readonly requestedAt: string;
  @Instant({ nullable: true }) suppliedAt: string | null;
}
