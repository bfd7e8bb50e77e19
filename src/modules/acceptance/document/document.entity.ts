import { Entity } from 'typeorm';
import { Day, Id, Instant, Ref, Words } from '../../../kernel/persistence/columns';
import type { DocumentKind } from './document.rules';

/**
 * acceptance/A28: a numbered, dated document. An act that owes one takes it as an argument, so the act cannot happen without it.
 * The digest is over the canonical content; seal and signature (电子印章) are put on by whoever renders it for paper or OFD.
 */
@Entity({ schema: 'acceptance', name: 'document' })
export class CaseDocument {
  @Id() readonly id: string;
  @Ref() readonly caseId: string;
  @Ref() readonly organizationId: string;
  @Words() readonly kind: DocumentKind;
  @Words() readonly number: string;
  @Day() readonly issuedOn: string;
  @Instant() readonly issuedAt: string;
  @Words() readonly sealed: string;
  @Words() readonly digest: string;
}
