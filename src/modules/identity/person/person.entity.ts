import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Words } from '../../../kernel/persistence/columns';
import type { Vault } from '../../../kernel/persistence/vault';
import { PersonRegistered } from '../identity.events';
import { type Proof, sealedProof } from '../proof';
import { personLifecycle, type PersonState } from './person.lifecycle';

export interface PersonFacts {
  name: string;
  idNumber: string;
  email?: string;
  phone?: string;
  language?: 'zh' | 'ug' | 'en';
}

type SealedField = 'name' | 'id_number' | 'email' | 'phone';

/** A natural person (自然人). What tells who it is stays sealed and is opened only where an act needs it. */
@Entity({ schema: 'identity', name: 'person' })
export class Person extends Aggregate<PersonState> {
  @Words() readonly nameSealed: string;
  @Words() readonly idNumberSealed: string;
  @Words() readonly idNumberIndex: string;
  @Words({ nullable: true }) emailSealed: string | null;
  @Words({ nullable: true }) phoneSealed: string | null;
  /** For delivery only (P3): never filtered, reported or shared. */
  @Words() language: 'zh' | 'ug' | 'en';

  static register(vault: Vault, { name, idNumber, email, phone, language = 'zh' }: PersonFacts, presence?: Proof): Person {
    const person = new Person();
    Object.assign(person, {
      state: 'active',
      language,
      nameSealed: person.seal(vault, 'name', name),
      idNumberSealed: person.seal(vault, 'id_number', idNumber),
      idNumberIndex: idNumberIndex(vault, idNumber),
      emailSealed: email ? person.seal(vault, 'email', email) : null,
      phoneSealed: phone ? person.seal(vault, 'phone', phone) : null,
    });
    person.mark('register', person.noteOf(vault, presence));
    person.tell(PersonRegistered({ personId: person.id }));
    return person;
  }

  /** P6: they stood at a window once more; the proof stays in the history. */
  meet(vault: Vault, presence: Proof): void {
    this.move(personLifecycle, 'meet', this.noteOf(vault, presence));
  }

  change(vault: Vault, { email, phone, language }: Pick<PersonFacts, 'email' | 'phone' | 'language'>): void {
    this.move(personLifecycle, 'change');
    if (language) this.language = language;
    if (email) this.emailSealed = this.seal(vault, 'email', email);
    if (phone) this.phoneSealed = this.seal(vault, 'phone', phone);
  }

  name(vault: Vault): string {
    return vault.open(this.nameSealed, this.place('name'));
  }
  idNumber(vault: Vault): string {
    return vault.open(this.idNumberSealed, this.place('id_number'));
  }
  email(vault: Vault): string | undefined {
    return this.emailSealed ? vault.open(this.emailSealed, this.place('email')) : undefined;
  }

  private noteOf(vault: Vault, presence: Proof | undefined): Record<string, unknown> {
    return presence ? { presence: sealedProof(vault, presence, { table: 'identity.person', id: this.id }) } : {};
  }

  private seal(vault: Vault, field: SealedField, value: string): string {
    return vault.seal(value, this.place(field));
  }

  private place(column: SealedField) {
    return { table: 'identity.person', column, id: this.id };
  }
}

export const idNumberIndex = (vault: Vault, idNumber: string): string => vault.blindIndex(idNumber, 'identity.person.id_number');
