import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../../kernel/authz/door.guard';
import { DirectoryModule } from '../directory/directory.module';
import { AuthorityController } from './authority/authority.controller';
import { Authority } from './authority/authority.entity';
import { AuthorityService } from './authority/authority.service';
import { Authorities } from './authority/authority.store';
import { IdentityFacade } from './identity.facade';
import { LegalPerson } from './legal-person/legal-person.entity';
import { LegalPersons } from './legal-person/legal-person.store';
import { MeController } from './me/me.controller';
import { PartnerController } from './partner/partner.controller';
import { Partner } from './partner/partner.entity';
import { PartnerService } from './partner/partner.service';
import { Partners } from './partner/partner.store';
import { PersonController } from './person/person.controller';
import { Person } from './person/person.entity';
import { PartyRegistration } from './person/party-registration.service';
import { PersonService } from './person/person.service';
import { Persons } from './person/person.store';
import { Accounts } from './sign-in/account.store';
import { IssuerKeys } from './sign-in/issuer-keys.store';
import { KnownActors } from './sign-in/known-actors';
import { SignIn } from './sign-in/sign-in';
import { TokenAuthenticator } from './sign-in/token-authenticator';
import { StaffController } from './staff/staff.controller';
import { Staff } from './staff/staff.entity';
import { StaffService } from './staff/staff.service';
import { StaffStore } from './staff/staff.store';

/** Persons, legal persons, staff and partner systems, and how they sign in (主体、工作人员、接入系统、登录). */
@Global()
@Module({
  imports: [DirectoryModule],
  controllers: [MeController, PersonController, AuthorityController, StaffController, PartnerController],
  providers: [
    IdentityFacade,
    Persons,
    PersonService,
    PartyRegistration,
    LegalPersons,
    Authorities,
    AuthorityService,
    StaffStore,
    StaffService,
    Partners,
    PartnerService,
    Accounts,
    IssuerKeys,
    KnownActors,
    SignIn,
    TokenAuthenticator,
    { provide: Authenticator, useExisting: TokenAuthenticator },
  ],
  exports: [Authenticator, IdentityFacade],
})
export class IdentityModule {
  static readonly entities = [Person, LegalPerson, Authority, Staff, Partner];
}
