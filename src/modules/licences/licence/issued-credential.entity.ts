import { Entity } from 'typeorm';
import { Id, Instant, Ref, Whole, Words } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { CredentialStatus } from '../credential/status-list';

/**
 * The signed copy of a licence in one of its versions. It is made with the licence, not when somebody asks for it: the decision
 * brings forth both or neither, what was signed, with which key and when is on record byte for byte, and handing it out costs no signature.
 */
@Entity({ schema: 'licences', name: 'credential' })
export class IssuedCredential {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly licenceId: string;
  /** Version of the licence (版本号): the last part of its identifier. */
  @Whole() readonly number: number;
  @Words() readonly identifier: string;
  @Whole() readonly statusList: number;
  @Whole() readonly statusPlace: number;
  @Words() status: CredentialStatus;
  @Words() readonly sealed: string;
  /** SHA-256 of the text. */
  @Words() readonly digest: string;
  @Words() readonly algorithm: string;
  @Words() readonly keyId: string;
  @Instant() readonly signedAt: string;
}

export const credentialPlace = (id: string) => ({ table: 'licences.credential', column: 'sealed', id });
