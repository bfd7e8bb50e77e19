import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Words } from '../../../kernel/persistence/columns';
import type { LegalPersonState } from './legal-person.lifecycle';

/** A legal person or other organization that applies (法人及其他组织); its code and name are public. */
@Entity({ schema: 'identity', name: 'legal_person' })
export class LegalPerson extends Aggregate<LegalPersonState> {
  @Words() readonly uscc: string;
  @Words() readonly name: string;

  static register(uscc: string, name: string): LegalPerson {
    const legalPerson = new LegalPerson();
    Object.assign(legalPerson, { state: 'active', uscc, name });
    legalPerson.mark('register', { uscc });
    return legalPerson;
  }
}
