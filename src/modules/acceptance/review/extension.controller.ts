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
import { ExtensionService } from './extension.service';
import { ExtensionInput } from './review.inputs';

@ApiTags('acceptance')
@Controller('v1/cases/:id/extension')
export class ExtensionController {
  constructor(
    private readonly extensions: ExtensionService,
    private readonly cases: Cases,
  ) {}

  @Post()
  @Door({
    ...{
      to: acceptancePermissions['case.extend'],
      en: 'Extend the statutory limit, once',
      zh: '延长办理期限',
      answers: CaseView,
    },
    more: 'By the head of the organ up to ten working days; for joint handling by the head of the government of the same level, up to fifteen. The applicant gets the document with the reason.',
    ...{ as: 'county-head', at: { id: demoId('case', 'to-extend') } },
    sends: { days: 10, reason: '案情复杂，需要进一步核实经营场所。' },
  })
  async extendCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: ExtensionInput,
  ): Promise<CaseView> {
    const kase = await this.extensions.extend(by, id, input, version);
    return CaseView.of(kase, this.cases.actsFor(by, kase));
  }
}
