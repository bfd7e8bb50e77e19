import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { AccessLog } from '../../../kernel/history/access-log';
import { Door } from '../../../kernel/http/door';
import { acceptancePermissions } from '../acceptance.permissions';
import { CasePage } from '../case/case.views';
import { caseLifecycle } from '../case/case.lifecycle';
import { DeskLists } from './desk-list.store';
import { ProgressService } from './progress.service';
import { DeskQuery, MyCasesQuery, ProgressInput, SearchInput } from './reading.inputs';
import { ProgressView } from './reading.views';
import { demoId } from '../../../kernel/persistence/uuid';

const to = acceptancePermissions['case.watch'];
type JsonText = InstanceType<typeof CasePage>;

@ApiTags('acceptance')
@Controller('v1')
export class ListsController {
  constructor(
    private readonly lists: DeskLists,
    private readonly progress: ProgressService,
    private readonly accessLog: AccessLog,
  ) {}

  @Get('cases')
  @Door({
    ...{ to, en: 'Work list: open cases, due first', zh: '办件列表（待办，先到期先办）', answers: CasePage },
    more: 'A case without a running limit comes last. 无计时的办件排在最后。',
    ...{ as: 'county-officer', at: { division: '654021000000' } },
  })
  async listCases(
    @By() by: Actor,
    @Query() query: DeskQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonText> {
    return asJson(reply, await this.lists.desk(by, query));
  }

  @Post('cases/search')
  @Door({
    ...{ to, reads: true, en: 'Find cases by number or applicant', zh: '按编号或申请人查找办件', answers: CasePage },
    ...{ purpose: true, as: 'county-officer', sends: { applicantId: demoId('person', 'citizen'), state: ['accepted'] } },
  })
  async searchCases(
    @By() by: Actor,
    @Body() input: SearchInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonText> {
    const { applicantId } = input;
    const line = { operation: 'searchCases', recordKind: caseLifecycle.name };
    if (applicantId) await this.accessLog.note(by, { ...line, subjectId: applicantId, recordId: applicantId });
    return asJson(reply, await this.lists.search(by, input));
  }

  @Get('me/cases')
  @Door({ to: acceptancePermissions['case.own'], en: 'My cases', zh: '我的办件', answers: CasePage, as: 'citizen' })
  async listMyCases(
    @By() by: Actor,
    @Query() query: MyCasesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonText> {
    return asJson(reply, await this.lists.mine(by, query));
  }

  @Get('me/assisted-cases')
  @Door({
    ...{
      to: acceptancePermissions['case.help'],
      en: 'Cases I help with, as long as they run',
      zh: '我的帮办代办',
      answers: CasePage,
    },
    as: 'prefecture-clerk',
  })
  async listAssistedCases(
    @By() by: Actor,
    @Query() query: MyCasesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonText> {
    return asJson(reply, await this.lists.helped(by, query));
  }

  @Post('progress')
  @Door({
    ...{
      to: open,
      reads: true,
      en: 'Progress by case number and query code',
      zh: '凭编号和查询码查询进度',
      answers: ProgressView,
    },
    more: 'Five wrong codes close a case to this query for a day; unknown number and wrong code answer alike. 连续输错五次锁定一天。',
  })
  readProgress(@Body() input: ProgressInput): Promise<ProgressView> {
    return this.progress.of(input);
  }
}

/** JSON that Postgres made, passed on as it is. */
function asJson(reply: FastifyReply, text: string): JsonText {
  void reply.type('application/json; charset=utf-8');
  return text as unknown as JsonText;
}
