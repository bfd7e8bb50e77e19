import { Injectable } from '@nestjs/common';
import type { Actor, Grant } from '../../kernel/authz/actor';
import { AccessLog } from '../../kernel/history/access-log';
import { refuse as refuseKernel } from '../../kernel/http/kernel.errors';
import { Vault } from '../../kernel/persistence/vault';
import type { GiveAuthorityInput, RegisterLegalPersonInput } from './authority/authority.inputs';
import { AuthorityService } from './authority/authority.service';
import { LegalPersons } from './legal-person/legal-person.store';
import { maskIdentifier, maskName } from './person/masks.rules';
import type { PersonFacts } from './person/person.entity';
import { type Holder, PartyRegistration } from './person/party-registration.service';
import { PersonService } from './person/person.service';
import { Persons } from './person/person.store';
import { Accounts, type NewAccount } from './sign-in/account.store';
import { SignIn } from './sign-in/sign-in';
import { StaffService } from './staff/staff.service';
import { PartnerService } from './partner/partner.service';

export { checkIdNumber } from './person/id-number.rules';
export type { Holder } from './person/party-registration.service';

/** A party as other modules may show it: masked. */
export interface PartyCard {
  id: string;
  kind: 'natural-person' | 'legal-person';
  maskedName: string;
  maskedIdentifier: string;
  language: 'zh' | 'ug' | 'en';
  email?: string;
}

/** Persons, legal persons, staff and sign-in for the floors above. */
@Injectable()
export class IdentityFacade {
  constructor(
    private readonly vault: Vault,
    private readonly persons: Persons,
    private readonly legalPersons: LegalPersons,
    private readonly personService: PersonService,
    private readonly registration: PartyRegistration,
    private readonly authorityService: AuthorityService,
    private readonly staffService: StaffService,
    private readonly partnerService: PartnerService,
    private readonly accounts: Accounts,
    private readonly signIn: SignIn,
    private readonly accessLog: AccessLog,
  ) {}

  async registerPerson(by: Actor, facts: PersonFacts): Promise<{ id: string }> {
    const { id } = await this.personService.register(by, facts);
    return { id };
  }

  /** Many at once, whoever is known already; ids in the order of the parties. */
  registerParties(by: Actor, parties: Holder[]): Promise<string[]> {
    return this.registration.register(by, parties);
  }

  /** The same as `POST /v1/legal-persons`: `proof` is what was seen of its certificate of registration. */
  async registerLegalPerson(by: Actor, facts: RegisterLegalPersonInput): Promise<{ id: string }> {
    const { id } = await this.authorityService.registerLegalPerson(by, facts);
    return { id };
  }

  /** The same as `POST /v1/me/authorities`. */
  async giveAuthority(by: Actor, facts: GiveAuthorityInput): Promise<{ id: string }> {
    const { id } = await this.authorityService.give(by, facts);
    return { id };
  }

  /** The person is the party itself, or holds an authority for it that is in force today. */
  mayAct(agentId: string, partyId: string): Promise<boolean> {
    return this.authorityService.mayAct(agentId, partyId);
  }

  async registerStaff(
    by: Actor,
    facts: { name: string; organizationId?: string; grants: Grant[]; signInName?: string; password?: string },
  ): Promise<{ id: string }> {
    const { id } = await this.staffService.register(by, facts);
    return { id };
  }

  /** An active member of staff who works at this organization. */
  worksAt(staffId: string, organizationId: string): Promise<boolean> {
    return this.staffService.worksAt(staffId, organizationId);
  }

  /** Where an active member of staff works. */
  workplaceOf(staffId: string): Promise<string | undefined> {
    return this.staffService.workplaceOf(staffId);
  }

  /** Active members of staff who hold the role for one of these organizations. */
  staffOf(role: string, units: string[]): Promise<string[]> {
    return this.staffService.holding(role, units);
  }

  /** The same, each with the organization for which they hold it. */
  staffByUnit(role: string, units: string[]): Promise<{ unit: string; id: string }[]> {
    return this.staffService.holdingByUnit(role, units);
  }

  /** Of these areas those that the role is granted for to somebody who is active. */
  areasHeld(role: string, areas: string[]): Promise<string[]> {
    return this.staffService.areasHeld(role, areas);
  }

  /** Active members of staff who hold the role for this very area. */
  staffOfArea(role: string, area: string): Promise<string[]> {
    return this.staffService.holdingArea(role, area);
  }

  /** Client id and secret are made here unless both are given. */
  registerPartner(
    by: Actor,
    { clientId, clientSecret, ...facts }: { name: string; organizationId: string; clientId?: string; clientSecret?: string },
  ): Promise<{ id: string; clientId: string; clientSecret?: string }> {
    return this.partnerService.register(by, facts, clientId && clientSecret ? { clientId, clientSecret } : undefined);
  }

  openAccount(account: NewAccount): Promise<void> {
    return this.accounts.open(account);
  }

  /** Accounts of the demo region, whose one password everybody knows. */
  openAccounts(password: string, accounts: Omit<NewAccount, 'password'>[]): Promise<void> {
    return this.accounts.openAll(password, accounts);
  }

  /** Sign-ins of the demo region, shown on the sign-in page. */
  showDemoSignIns(signIns: { label: string; signInName: string; password: string }[]): void {
    this.signIn.demoSignIns = signIns;
  }

  /** Cards of natural and legal persons, in any order; unknown ids are left out. */
  async parties(ids: string[]): Promise<PartyCard[]> {
    const [persons, legalPersons] = await Promise.all([this.persons.byIds(ids), this.legalPersons.byIds(ids)]);
    return [
      ...persons.map((person) => {
        const email = person.email(this.vault);
        return {
          id: person.id,
          kind: 'natural-person' as const,
          maskedName: maskName(person.name(this.vault)),
          maskedIdentifier: maskIdentifier(person.idNumber(this.vault)),
          language: person.language,
          ...(email && { email }),
        };
      }),
      ...legalPersons.map(({ id, uscc, name }) => ({
        id,
        kind: 'legal-person' as const,
        maskedName: name,
        maskedIdentifier: uscc,
        language: 'zh' as const,
      })),
    ];
  }

  /** The party in clear; a person's data leave a line in the access log unless the platform itself asks. */
  async holder(by: Actor, id: string): Promise<Holder> {
    const [person] = await this.persons.byIds([id]);
    if (person) {
      await this.accessLog.note(by, { subjectId: id, operation: 'holder', recordKind: 'identity.person', recordId: id });
      return { name: person.name(this.vault), identifierKind: '111', identifier: person.idNumber(this.vault) };
    }
    const [legalPerson] = await this.legalPersons.byIds([id]);
    if (!legalPerson) throw refuseKernel('not-found');
    return { name: legalPerson.name, identifierKind: '001', identifier: legalPerson.uscc };
  }
}
