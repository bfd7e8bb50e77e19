import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch } from '../../../kernel/http/etag';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { acceptancePermissions } from '../acceptance.permissions';
import { Cases } from '../case/case.store';
import { CaseView } from '../case/case.views';
import { NameHelperInput } from './help.inputs';
import { HelpService } from './help.service';

const to = acceptancePermissions['case.apply'];

@ApiTags('acceptance')
@Controller('v1/cases/:id')
export class HelpController {
  constructor(
    private readonly help: HelpService,
    private readonly cases: Cases,
  ) {}

  @Post('helper')
  @Door({
    ...{ to, en: 'Let somebody help with this case', zh: '委托帮办代办', answers: CaseView },
    more: 'Free of charge, for this case alone: the helper sees it and does what its applicant may do. 免费，仅限本办件。',
    ...{ as: 'citizen', at: { id: demoId('case', 'to-help') }, sends: { helperId: demoId('staff', 'prefecture-clerk') } },
  })
  async nameHelper(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: NameHelperInput,
  ): Promise<CaseView> {
    const kase = await this.help.name(by, id, input, version);
    return CaseView.of(kase, this.cases.actsFor(by, kase));
  }

  @Post('helper/end')
  @Door({
    ...{ to, en: 'End the help, at once', zh: '结束帮办代办', answers: CaseView },
    ...{ as: 'citizen', at: { id: demoId('case', 'helped') } },
  })
  async endHelp(@By() by: Actor, @PathId() id: string, @IfMatch('optional') version: number | undefined): Promise<CaseView> {
    const kase = await this.help.end(by, id, version);
    return CaseView.of(kase, this.cases.actsFor(by, kase));
  }
}
