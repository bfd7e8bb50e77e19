import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { PathId } from '../../../kernel/http/path';
import { identityPermissions } from '../identity.permissions';
import { GiveAuthorityInput, RegisterLegalPersonInput } from './authority.inputs';
import { AuthorityService } from './authority.service';
import { Authorities } from './authority.store';
import { AuthorityListView, AuthorityView, LegalPersonView } from './authority.views';
import { demoId } from '../../../kernel/persistence/uuid';

@ApiTags('identity')
@Controller('v1')
export class AuthorityController {
  constructor(
    private readonly service: AuthorityService,
    private readonly authorities: Authorities,
  ) {}

  @Post('legal-persons')
  @Door({
    to: identityPermissions['legal-person.register'],
    en: 'Register a legal person with its representative',
    zh: '登记法人',
    more: 'By whoever has seen the certificate of registration, which names the representative; nobody names themselves (identity/N3).',
    answers: LegalPersonView,
    status: 201,
    as: 'county-clerk',
    sends: {
      ...{ uscc: '9165402199X80092XF', name: '伊宁县演示商贸有限公司', representativeId: demoId('person', 'second-citizen') },
      proof: { how: 'certificate-original', reference: '演示营业执照正本 0001' },
    },
  })
  async registerLegalPerson(@By() by: Actor, @Body() input: RegisterLegalPersonInput): Promise<LegalPersonView> {
    const { id, uscc, name } = await this.service.registerLegalPerson(by, input);
    return { id, uscc, name };
  }

  @Get('me/authorities')
  @Door({
    to: identityPermissions['own-data'],
    en: 'List authorities given and received',
    zh: '授权委托',
    answers: AuthorityListView,
    as: 'representative',
  })
  async listAuthorities(@By() by: Actor): Promise<AuthorityListView> {
    return { items: (await this.authorities.listOf(by)).map((authority) => AuthorityView.of(authority)) };
  }

  @Post('me/authorities')
  @Door({
    to: identityPermissions['own-data'],
    en: 'Let somebody act for you',
    zh: '授权他人代办',
    answers: AuthorityView,
    status: 201,
    as: 'citizen',
    sends: { partyId: demoId('person', 'citizen'), agentId: demoId('person', 'second-citizen'), validFrom: '2026-01-01' },
  })
  async giveAuthority(@By() by: Actor, @Body() input: GiveAuthorityInput): Promise<AuthorityView> {
    return AuthorityView.of(await this.service.give(by, input));
  }

  @Post('me/authorities/:id/revocation')
  @Door({
    to: identityPermissions['own-data'],
    en: 'Revoke an authority, or renounce one’s own',
    zh: '撤销授权或辞去受托',
    answers: AuthorityView,
    ...{ as: 'citizen', at: { id: demoId('authority', 'to-revoke') } },
  })
  async revokeAuthority(@By() by: Actor, @PathId() id: string): Promise<AuthorityView> {
    return AuthorityView.of(await this.service.revoke(by, id));
  }
}
