import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Vault } from '../../../kernel/persistence/vault';
import { LegalPerson } from '../legal-person/legal-person.entity';
import { LegalPersons } from '../legal-person/legal-person.store';
import { idNumberIndex, Person } from './person.entity';
import { Persons } from './person.store';

/** A party in clear, for a sealed record that the law wants it in. `111` citizen identity number, `001` social credit code. */
export interface Holder {
  name: string;
  identifierKind: '111' | '001';
  identifier: string;
}

/**
 * Registers many parties at once: same identifier, same party. The caller learns nothing but ids (P6). A legal person that nobody has
 * represented here yet waits for its representative.
 */
@Injectable()
export class PartyRegistration {
  constructor(
    private readonly vault: Vault,
    private readonly persons: Persons,
    private readonly legalPersons: LegalPersons,
  ) {}

  /** Ids in the order of the parties, whose identifiers are sound. */
  async register(by: Actor, parties: Holder[]): Promise<string[]> {
    const natural = await this.naturalPersons(
      by,
      parties.filter(({ identifierKind }) => identifierKind === '111'),
    );
    const legal = await this.legal(
      by,
      parties.filter(({ identifierKind }) => identifierKind === '001'),
    );
    return parties.map(({ identifierKind, identifier }) =>
      identifierKind === '111' ? natural.get(idNumberIndex(this.vault, identifier))! : legal.get(identifier)!,
    );
  }

  private async naturalPersons(by: Actor, parties: Holder[]): Promise<Map<string, string>> {
    const wanted = new Map(parties.map((party) => [idNumberIndex(this.vault, party.identifier), party]));
    const found = wanted.size ? await this.persons.byIndexes([...wanted.keys()]) : [];
    const ids = new Map(found.map(({ idNumberIndex: index, id }) => [index, id]));
    const fresh = [...wanted].filter(([index]) => !ids.has(index));
    const made = fresh.map(([, { name, identifier }]) => Person.register(this.vault, { name, idNumber: identifier }));
    await this.persons.save(by, ...made);
    for (const { idNumberIndex: index, id } of made) ids.set(index, id);
    return ids;
  }

  private async legal(by: Actor, parties: Holder[]): Promise<Map<string, string>> {
    const wanted = new Map(parties.map((party) => [party.identifier, party]));
    const found = wanted.size ? await this.legalPersons.byUsccs([...wanted.keys()]) : [];
    const ids = new Map(found.map(({ uscc, id }) => [uscc, id]));
    const fresh = [...wanted.values()].filter(({ identifier }) => !ids.has(identifier));
    const made = fresh.map(({ identifier, name }) => LegalPerson.register(identifier, name));
    await this.legalPersons.save(by, ...made);
    for (const { uscc, id } of made) ids.set(uscc, id);
    return ids;
  }
}
