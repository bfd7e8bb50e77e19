import { Body, Controller, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch } from '../../../kernel/http/etag';
import { PathId } from '../../../kernel/http/path';
import { acceptancePermissions } from '../acceptance.permissions';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { CaseView } from '../case/case.views';
import { AtWindowInput } from '../window/window.inputs';
import { AcceptanceService } from './acceptance.service';
import { NoticeInput, RefusalInput, SuppliedInput } from './intake.inputs';
import { NoticeService } from './notice.service';
import { RefusalService } from './refusal.service';
import { SupplementService } from './supplement.service';
import { demoId } from '../../../kernel/persistence/uuid';
import { supplied } from './intake.examples';

const to = acceptancePermissions['case.take-in'];

@ApiTags('acceptance')
@Controller('v1/cases/:id')
export class AnswerController {
  constructor(
    private readonly acceptances: AcceptanceService,
    private readonly refusals: RefusalService,
    private readonly notices: NoticeService,
    private readonly supplements: SupplementService,
    private readonly cases: Cases,
  ) {}

  @Post('acceptance')
  @Door({
    ...{ to, en: 'Accept', zh: '受理', answers: CaseView },
    ...{
      as: 'county-clerk',
      at: { id: demoId('case', 'to-accept') },
      sends: { windowId: demoId('window', 'county-centre A01') },
    },
  })
  @ApiBody({ type: AtWindowInput, required: false })
  async acceptCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() at: AtWindowInput,
  ): Promise<CaseView> {
    return this.view(by, await this.acceptances.accept(by, id, at, version));
  }

  @Post('refusal')
  @Door({
    ...{ to, en: 'Refuse to accept, or tell that it is not needed or not ours', zh: '不受理或不予受理', answers: CaseView },
    ...{ as: 'county-clerk', at: { id: demoId('case', 'to-refuse') }, sends: { kind: 'refused', reasons: ['不属于首次创业'] } },
  })
  async refuseCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: RefusalInput,
  ): Promise<CaseView> {
    return this.view(by, await this.refusals.refuse(by, id, input, version));
  }

  @Post('supplement-requests')
  @Door({
    ...{ to, en: 'Tell once everything that is wanting', zh: '一次性告知补正', answers: CaseView },
    ...{ as: 'county-clerk', at: { id: demoId('case', 'to-notify') } },
    sends: { points: [{ material: 'M01', problem: '申请表没有签名' }] },
  })
  async requestSupplement(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() { points }: NoticeInput,
  ): Promise<CaseView> {
    return this.view(by, await this.notices.request(by, id, points, version));
  }

  @Post('supplements')
  @Door({
    ...{ to: acceptancePermissions['case.apply'], en: 'Supply what the notice named', zh: '补正', answers: CaseView },
    more: 'The notice of the organ, or where that is answered the notice of a change-of-law order (`orderId`), which leaves the state.',
    ...{ as: 'citizen', at: { id: demoId('case', 'to-supplement') }, sends: supplied },
  })
  async supplementCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: SuppliedInput,
  ): Promise<CaseView> {
    return this.view(by, await this.supplements.supplement(by, id, input, version));
  }

  @Post('corrections')
  @Door({
    ...{ to, en: 'Correct on the spot', zh: '当场更正', answers: CaseView },
    ...{ as: 'county-clerk', at: { id: demoId('case', 'to-correct') }, sends: supplied },
  })
  async correctCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: SuppliedInput,
  ): Promise<CaseView> {
    return this.view(by, await this.supplements.correct(by, id, input, version));
  }

  private view(by: Actor, kase: Case): CaseView {
    return CaseView.of(kase, this.cases.actsFor(by, kase));
  }
}
