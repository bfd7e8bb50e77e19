import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { signedIn } from '../../../kernel/authz/permissions';
import { AccessLog } from '../../../kernel/history/access-log';
import { Door } from '../../../kernel/http/door';
import { type Page, PageQuery } from '../../../kernel/http/page';
import { identityPermissions } from '../identity.permissions';
import { ContactInput } from '../person/person.inputs';
import { PersonService } from '../person/person.service';
import { PersonView } from '../person/person.views';
import { AccessLogPage, type AccessView, MeView } from './me.views';

@ApiTags('identity')
@Controller('v1/me')
export class MeController {
  constructor(
    private readonly persons: PersonService,
    private readonly accessLog: AccessLog,
  ) {}

  @Get()
  @Door({ to: signedIn, en: 'Who am I', zh: '我的身份', answers: MeView, as: 'citizen' })
  readMe(@By() { kind, id, parties, grants }: Actor): MeView {
    return { kind, id, parties: [...parties], grants: [...grants] };
  }

  @Patch()
  @Door({
    ...{ to: identityPermissions['own-data'], en: 'Change my contact data', zh: '修改联系方式', answers: PersonView },
    ...{ as: 'citizen', sends: { phone: '10000000009', language: 'zh' } },
  })
  changeMe(@By() by: Actor, @Body() input: ContactInput): Promise<PersonView> {
    return this.persons.change(by, by.id, input);
  }

  @Get('access-log')
  @Door({
    to: identityPermissions['own-data'],
    en: 'Who read my data',
    zh: '个人数据查阅记录',
    more: 'Newest first; every access by staff or a system, with its purpose (identity/P10).',
    answers: AccessLogPage,
    as: 'citizen',
  })
  readAccessLog(@By() by: Actor, @Query() query: PageQuery): Promise<Page<AccessView>> {
    return this.accessLog.of(by.id, query);
  }
}
