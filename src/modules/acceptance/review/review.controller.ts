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
import { ProcedureService } from './procedure.service';
import { AssignmentInput, OpinionInput, ProcedureEndInput, ProcedureInput } from './review.inputs';
import { ReviewService } from './review.service';
import { ProcedureCaseView } from './review.views';
import { demoId } from '../../../kernel/persistence/uuid';

const to = acceptancePermissions['case.review'];

@ApiTags('acceptance')
@Controller('v1/cases/:id')
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly procedures: ProcedureService,
    private readonly cases: Cases,
  ) {}

  @Post('assignment')
  @Door({
    ...{ to: acceptancePermissions['case.take-in'], en: 'Take the case for half an hour', zh: '领办', answers: CaseView },
    more: 'A colleague who holds it keeps it, unless a reason to take over is given. 他人领办期间须说明原因方可接办。',
    ...{ as: 'county-clerk', at: { id: demoId('case', 'to-assign') }, sends: {} },
  })
  async assignCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: AssignmentInput,
  ): Promise<CaseView> {
    return this.view(by, await this.reviews.assign(by, id, input.takeOverReason, version));
  }

  @Post('opinions')
  @Door({
    ...{ to, en: 'Give an opinion on a step', zh: '提交审查意见', answers: CaseView },
    ...{ as: 'county-officer', at: { id: demoId('case', 'to-review') } },
    sends: { step: 'S2', conclusion: 'pass', text: '材料齐全，符合条件。' },
  })
  async giveOpinion(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: OpinionInput,
  ): Promise<CaseView> {
    return this.view(by, await this.reviews.opine(by, id, input, version));
  }

  @Post('special-procedures')
  @Door({
    ...{ to, en: 'Begin a special procedure', zh: '启动特别程序', answers: ProcedureCaseView, status: 201 },
    ...{ as: 'county-officer', at: { id: demoId('case', 'to-hear') } },
    sends: { kind: 'hearing', reason: '涉及他人重大利益，申请人要求听证。' },
  })
  async beginProcedure(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: ProcedureInput,
  ): Promise<ProcedureCaseView> {
    const { kase, procedure } = await this.procedures.begin(by, id, input, version);
    return { ...this.view(by, kase), procedureId: procedure.id };
  }

  @Post('special-procedures/:procedureId/end')
  @Door({
    ...{ to, en: 'End a special procedure', zh: '结束特别程序', answers: ProcedureCaseView },
    ...{ as: 'county-officer', sends: { result: '听证已经举行，笔录在案。' } },
    at: { id: demoId('case', 'heard'), procedureId: demoId('procedure', 'hearing') },
  })
  async endProcedure(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @PathId('procedureId') procedureId: string,
    @Body() { result }: ProcedureEndInput,
  ): Promise<ProcedureCaseView> {
    const { kase } = await this.procedures.end(by, id, procedureId, result, version);
    return { ...this.view(by, kase), procedureId };
  }

  private view(by: Actor, kase: Case): CaseView {
    return CaseView.of(kase, this.cases.actsFor(by, kase));
  }
}
