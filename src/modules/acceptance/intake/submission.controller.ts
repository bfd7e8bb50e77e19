import { Body, Controller, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import { PathId } from '../../../kernel/http/path';
import { acceptancePermissions } from '../acceptance.permissions';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { CaseView, SubmittedView } from '../case/case.views';
import { DraftService } from './draft.service';
import { EditCaseInput, OpenCaseInput } from './intake.inputs';
import { OnTheSpotInput } from './on-the-spot.inputs';
import { OnTheSpotService } from './on-the-spot.service';
import { SubmissionService, type Submitted } from './submission.service';
import { demoId } from '../../../kernel/persistence/uuid';
import { editedCase, newCase, onTheSpot } from './intake.examples';

const to = acceptancePermissions['case.apply'];

@ApiTags('acceptance')
@Controller('v1')
export class SubmissionController {
  constructor(
    private readonly drafts: DraftService,
    private readonly submissions: SubmissionService,
    private readonly onTheSpot: OnTheSpotService,
    private readonly cases: Cases,
  ) {}

  @Post('cases')
  @Door({
    ...{ to, en: 'Open a case, and submit it if told', zh: '新建办件（可同时提交）', answers: SubmittedView, status: 201 },
    more: 'The query code for public progress is told in this answer only. 查询码仅在本次响应中告知。',
    ...{ purpose: true, as: 'citizen', sends: newCase },
  })
  async openCase(
    @By() by: Actor,
    @Body() { submit, ...input }: OpenCaseInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmittedView> {
    const opened = submit ? await this.submissions.openAndSubmit(by, input) : { kase: await this.drafts.open(by, input) };
    return this.answer(by, opened, reply);
  }

  @Put('cases/:id')
  @Door({
    ...{ to, en: 'Edit a draft', zh: '修改草稿', answers: CaseView },
    ...{ as: 'citizen', at: { id: demoId('case', 'to-edit'), 'If-Match': '"1"' }, sends: editedCase },
  })
  async editCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() input: EditCaseInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    return withEtag(reply, this.view(by, await this.drafts.edit(by, id, version, input)));
  }

  @Post('cases/:id/submission')
  @Door({
    ...{ to, en: 'Submit a draft', zh: '提交', answers: SubmittedView },
    ...{ as: 'citizen', at: { id: demoId('case', 'to-submit') } },
  })
  async submitCase(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmittedView> {
    return this.answer(by, await this.submissions.submit(by, id, version), reply);
  }

  @Post('cases/:id/discard')
  @Door({
    ...{ to, en: 'Discard a draft', zh: '放弃草稿', answers: CaseView },
    more: 'Form and materials are erased; the history keeps that there was a draft. 表单和材料随即删除。',
    ...{ as: 'citizen', at: { id: demoId('case', 'to-discard') } },
  })
  async discardCase(@By() by: Actor, @PathId() id: string, @IfMatch('optional') version: number | undefined): Promise<CaseView> {
    return this.view(by, await this.drafts.discard(by, id, version));
  }

  @Post('on-the-spot-cases')
  @Door({
    ...{ to: acceptancePermissions['case.on-the-spot'], en: 'Open, decide and deliver on the spot', zh: '即办件当场办结' },
    ...{ answers: SubmittedView, status: 201 },
    ...{ purpose: true, as: 'county-head', sends: onTheSpot },
  })
  async handleOnTheSpot(
    @By() by: Actor,
    @Body() input: OnTheSpotInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmittedView> {
    return this.answer(by, await this.onTheSpot.handle(by, input), reply);
  }

  private answer(by: Actor, { kase, queryCode }: Partial<Submitted> & { kase: Case }, reply: FastifyReply): SubmittedView {
    void reply.header('location', `/v1/cases/${kase.id}`);
    return withEtag(reply, { ...this.view(by, kase), ...(queryCode && { queryCode }) });
  }

  private view(by: Actor, kase: Case): CaseView {
    return CaseView.of(kase, this.cases.actsFor(by, kase));
  }
}
