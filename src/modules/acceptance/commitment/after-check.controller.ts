import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch } from '../../../kernel/http/etag';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { acceptancePermissions as may } from '../acceptance.permissions';
import { AfterCheckDecision } from './after-check-decision.service';
import { AfterCheck } from './after-check.service';
import {
  AfterCheckDecisionInput,
  DefenceInput,
  FindingInput,
  RectificationInput,
  RectificationOrderInput,
} from './commitment.inputs';
import { CommitmentReading } from './commitment-reading.service';
import { CommitmentView } from './commitment.views';

const answers = CommitmentView;
const at = (name: string) => ({ answers, at: { id: demoId('case', name) } });

/** acceptance/A10: the check after a grant on commitment (核查), and what follows from it. */
@ApiTags('acceptance')
@Controller('v1/cases/:id/commitment')
export class AfterCheckController {
  constructor(
    private readonly checks: AfterCheck,
    private readonly decisions: AfterCheckDecision,
    private readonly reading: CommitmentReading,
  ) {}

  @Post('finding')
  @Door({
    ...{ to: may['case.review'], en: 'Report what the check has found', zh: '核查结论', ...at('to-check') },
    more: 'Where something is false the person is told, and heard within five working days before anything follows.',
    ...{ as: 'county-officer', sends: { kept: true } },
  })
  async findOnCommitment(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: FindingInput,
  ): Promise<CommitmentView> {
    return this.reading.view(by, await this.checks.find(by, id, input, version));
  }

  @Post('defence')
  @Door({
    ...{ to: may['case.apply'], en: 'State and defend', zh: '陈述申辩', ...at('to-defend') },
    ...{ as: 'citizen', sends: { text: '场所使用证明有效，现补充说明。' } },
  })
  async defendCommitment(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: DefenceInput,
  ): Promise<CommitmentView> {
    return this.reading.view(by, await this.checks.defend(by, id, input, version));
  }

  @Post('rectification-order')
  @Door({
    ...{ to: may['case.decide'], en: 'Order to put it right', zh: '责令限期整改', ...at('to-order') },
    more: 'By another than who made the finding, once the person has been heard.',
    ...{ as: 'county-head', sends: { days: 10, what: '补齐经营场所使用证明。' } },
  })
  async orderRectification(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: RectificationOrderInput,
  ): Promise<CommitmentView> {
    return this.reading.view(by, await this.decisions.order(by, id, input, version));
  }

  @Post('rectification')
  @Door({
    ...{ to: may['case.apply'], en: 'Report that it has been put right', zh: '报告整改', ...at('to-rectify') },
    ...{ as: 'citizen', sends: { report: '已经补齐经营场所使用证明。' } },
  })
  async rectifyCommitment(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() { report }: RectificationInput,
  ): Promise<CommitmentView> {
    return this.reading.view(by, await this.checks.rectify(by, id, report, version));
  }

  @Post('decision')
  @Door({
    ...{ to: may['case.decide'], en: 'Decide upon the check', zh: '核查处理决定', ...at('to-judge') },
    more: 'By another than who made the finding, never before the person was heard. Where a licence was issued, its annulment is the head’s.',
    ...{ as: 'county-head', sends: { outcome: 'upheld', reasons: ['申辩成立，场所使用证明有效。'] } },
  })
  async decideAfterCheck(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: AfterCheckDecisionInput,
  ): Promise<CommitmentView> {
    return this.reading.view(by, await this.decisions.decide(by, id, input, version));
  }
}
