import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch } from '../../../kernel/http/etag';
import { PathId } from '../../../kernel/http/path';
import { acceptancePermissions } from '../acceptance.permissions';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { CaseView } from '../case/case.views';
import { ClosingService } from './closing.service';
import { DecisionInput, DeliveryInput, TerminationInput, WithdrawalInput } from './decision.inputs';
import { DecisionService } from './decision.service';
import { DeliveryService } from './delivery.service';
import { demoId } from '../../../kernel/persistence/uuid';

@ApiTags('acceptance')
@Controller('v1/cases/:id')
export class DecisionController {
  constructor(
    private readonly decisions: DecisionService,
    private readonly deliveries: DeliveryService,
    private readonly closing: ClosingService,
    private readonly cases: Cases,
  ) {}

  @Post('decision')
  @Door({
    to: acceptancePermissions['case.decide-in-name'],
    en: 'Decide',
    zh: '作出决定',
    answers: CaseView,
    ...{ as: 'county-head', at: { id: demoId('case', 'to-decide') }, sends: { granted: true } },
    more: 'An officer or head of the organization; a clerk who holds its live delegation for the item (chief affairs representative).',
  })
  async decideCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: DecisionInput,
  ): Promise<CaseView> {
    return this.view(by, await this.decisions.decide(by, id, input, version));
  }

  @Post('delivery')
  @Door({
    ...{ to: acceptancePermissions['case.deliver'], en: 'Deliver the result', zh: '送达', answers: CaseView },
    ...{ as: 'county-clerk', at: { id: demoId('case', 'to-deliver') }, sends: { method: 'download' } },
  })
  async deliverCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: DeliveryInput,
  ): Promise<CaseView> {
    return this.view(by, await this.deliveries.deliver(by, id, input, version));
  }

  @Post('withdrawal')
  @Door({
    ...{ to: acceptancePermissions['case.apply'], en: 'Withdraw the application', zh: '撤件', answers: CaseView },
    ...{ as: 'citizen', at: { id: demoId('case', 'to-withdraw') }, sends: { reason: 'changed-mind' } },
  })
  async withdrawCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() { reason }: WithdrawalInput,
  ): Promise<CaseView> {
    return this.view(by, await this.closing.withdraw(by, id, reason, version));
  }

  @Post('termination')
  @Door({
    to: acceptancePermissions['case.decide'],
    en: 'Terminate, with reasons and basis',
    zh: '终止办理',
    answers: CaseView,
    ...{ as: 'county-officer', at: { id: demoId('case', 'to-terminate') } },
    sends: { reasons: ['申请人的经营主体已经注销'], basis: '《就业补助资金管理办法》' },
  })
  async terminateCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: TerminationInput,
  ): Promise<CaseView> {
    return this.view(by, await this.closing.terminate(by, id, input, version));
  }

  private view(by: Actor, kase: Case): CaseView {
    return CaseView.of(kase, this.cases.actsFor(by, kase));
  }
}
