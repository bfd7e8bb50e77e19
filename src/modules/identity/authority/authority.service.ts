import { Injectable } from '@nestjs/common';
import { type Actor, inPerson } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { refuse } from '../identity.errors';
import { LegalPerson } from '../legal-person/legal-person.entity';
import { LegalPersons } from '../legal-person/legal-person.store';
import { Persons } from '../person/person.store';
import { KnownActors } from '../sign-in/known-actors';
import { Authority } from './authority.entity';
import type { GiveAuthorityInput, RegisterLegalPersonInput } from './authority.inputs';
import { Authorities } from './authority.store';
import { faultOfDays } from './days.rules';

@Injectable()
export class AuthorityService {
  constructor(
    private readonly tx: Tx,
    private readonly vault: Vault,
    private readonly authorities: Authorities,
    private readonly legalPersons: LegalPersons,
    private readonly persons: Persons,
    private readonly known: KnownActors,
  ) {}

  /**
   * N3: a legal person with the representative whom its certificate of registration names, on the word of whoever has seen it. The
   * same code with the same representative answers the same legal person; another representative is named when the former one has
   * renounced.
   */
  registerLegalPerson(by: Actor, { uscc, name, representativeId, proof }: RegisterLegalPersonInput): Promise<LegalPerson> {
    return this.tx.run(async () => {
      const known = await this.legalPersons.byUscc(uscc);
      const represented = known && (await this.authorities.representativeOf(known.id));
      if (represented && represented.agentId !== representativeId) throw refuse('represented-by-another');
      if (represented) return known;
      if (!(await this.persons.byIds([representativeId]))[0]) throw refuse('no-such-person');
      const legalPerson = known ?? LegalPerson.register(uscc, name);
      if (!known) await this.legalPersons.save(by, legalPerson);
      const facts = { partyId: legalPerson.id, agentId: representativeId, validFrom: shanghaiDay(this.tx.now) };
      await this.authorities.save(by, Authority.ofRepresentative(this.vault, facts, proof));
      this.known.forget(representativeId);
      return legalPerson;
    });
  }

  /** N3: by the party in person; an agent passes nothing on (《民法典》第一百六十九条). */
  give(by: Actor, { partyId, agentId, validFrom, validTo }: GiveAuthorityInput): Promise<Authority> {
    return this.tx.run(async () => {
      if (!inPerson(by).includes(partyId)) throw refuse('own-authority-only');
      if (inPerson(by).includes(agentId)) throw refuse('acts-in-person');
      const today = shanghaiDay(this.tx.now);
      const fault = faultOfDays(validFrom, validTo, today);
      if (fault) throw refuse('authority-days', { values: { reason: fault.code }, errors: [fault] });
      if (!(await this.persons.byIds([agentId]))[0]) throw refuse('no-such-person');
      await this.makeRoom(by, partyId, agentId, today);
      const authority = Authority.give({ partyId, agentId, ground: 'agent', validFrom, validTo });
      await this.authorities.save(by, authority);
      this.known.forget(agentId);
      return authority;
    });
  }

  /** One authority at a time: one whose days are over gives way, another is named. */
  private async makeRoom(by: Actor, partyId: string, agentId: string, today: string): Promise<void> {
    const former = await this.authorities.unendedOf(partyId, agentId);
    if (!former) return;
    if (!former.validTo || former.validTo >= today) throw refuse('already-authorised', { values: { authority: former.id } });
    former.lapse();
    await this.authorities.save(by, former);
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
