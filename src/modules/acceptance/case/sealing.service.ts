import { Injectable } from '@nestjs/common';
import { Vault } from '../../../kernel/persistence/vault';
import type { Holder } from '../../identity/identity.facade';
import type { Answer } from '../../implementation/implementation.facade';

type Table =
  | 'case'
  | 'material'
  | 'material_file'
  | 'supplement_request'
  | 'special_procedure'
  | 'opinion'
  | 'document'
  | 'deferral'
  | 'commitment'
  | 'partner_record';

/** What a case keeps sealed of the person: the form, the answers to the guide's situations, and from the submission on who applies. */
export interface SealedCase {
  applicant?: Holder;
  form: Record<string, unknown>;
  /** Frozen with the submission. */
  answers?: Answer[];
  /** acceptance/A10: handling on commitment was chosen, under this version of its text. */
  commitment?: { textVersion: string };
}

/** Everything people wrote, and everything about a person, is stored sealed: `sealed` of the acceptance tables. */
@Injectable()
export class Sealing {
  constructor(private readonly vault: Vault) {}

  seal(table: Table, id: string, content: unknown): string {
    return this.vault.seal(JSON.stringify(content), { table: `acceptance.${table}`, column: 'sealed', id });
  }

  open<T>(table: Table, { id, sealed }: { id: string; sealed: string }): T {
    return JSON.parse(this.vault.open(sealed, { table: `acceptance.${table}`, column: 'sealed', id })) as T;
  }

  /** acceptance/A1: only who knows number and code finds the case; the code itself is kept nowhere. */
  queryCodeHash(caseNumber: string, queryCode: string): string {
    return this.vault.blindIndex(`${caseNumber}|${queryCode}`, 'acceptance.case.query_code_hash');
  }
}
