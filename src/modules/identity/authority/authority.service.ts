import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../identity.errors';
import { LegalPerson } from '../legal-person/legal-person.entity';
import { LegalPersons } from '../legal-person/legal-person.store';
import { Persons } from '../person/person.store';
import { KnownActors } from '../sign-in/known-actors';
import { Authority } from './authority.entity';
import type { GiveAuthorityInput, RegisterLegalPersonInput } from './authority.inputs';
import { Authorities } from './authority.store';

@Injectable()
export class AuthorityService {
  constructor(
    private readonly tx: Tx,
    private readonly authorities: Authorities,
    private readonly legalPersons: LegalPersons,
    private readonly persons: Persons,
    private readonly known: KnownActors,
  ) {}

  /** A legal person with its legal representative, who may act for it from then on; the same code answers the same legal person. */
  registerLegalPerson(by: Actor, { uscc, name, representativeId }: RegisterLegalPersonInput): Promise<LegalPerson> {
    return this.tx.run(async () => {
      const known = await this.legalPersons.byUscc(uscc);
      if (known) return known;
      if (!(await this.persons.byIds([representativeId]))[0]) throw refuse('no-such-person');
      const legalPerson = LegalPerson.register(uscc, name);
      await this.legalPersons.save(by, legalPerson);
      const facts = {
        partyId: legalPerson.id,
        agentId: representativeId,
        ground: 'legal-representative' as const,
        validFrom: this.tx.now.slice(0, 10),
      };
      await this.authorities.save(by, Authority.give(facts));
      this.known.forget(representativeId);
      return legalPerson;
    });
  }

  give(by: Actor, { partyId, agentId, validFrom, validTo }: GiveAuthorityInput): Promise<Authority> {
    return this.tx.run(async () => {
      if (!by.parties.includes(partyId)) throw refuse('own-authority-only');
      if (!(await this.persons.byIds([agentId]))[0]) throw refuse('no-such-person');
      const authority = Authority.give({ partyId, agentId, ground: 'agent', validFrom, validTo });
      await this.authorities.save(by, authority);
      this.known.forget(agentId);
      return authority;
    });
  }

  /** N3: a person acts for themselves, or with a recorded authority in force today. */
  async mayAct(agentId: string, partyId: string): Promise<boolean> {
    if (agentId === partyId) return (await this.persons.byIds([agentId])).length > 0;
    return (await this.authorities.usableBy(agentId)).some((authority) => authority.partyId === partyId);
  }

  revoke(by: Actor, id: string): Promise<Authority> {
    return this.tx.run(async () => {
      const authority = await this.authorities.lookupFor(by, 'revoke', id);
      authority.revoke();
      await this.authorities.save(by, authority);
      this.known.forget(authority.agentId);
      return authority;
    });
  }
}
