import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { implementationPermissions } from '../implementation.permissions';
import type { Implementation } from '../list/implementation.entity';
import { Implementations } from '../list/implementation.store';
import { ImplementationView } from '../list/implementation.views';
import { AskStepApprovalInput, DecideStepApprovalInput } from './step-approval.inputs';
import { StepApprovals } from './step-approval.service';

@ApiTags('implementation')
@Controller('v1/implementations')
export class StepApprovalController {
  constructor(
    private readonly approvals: StepApprovals,
    private readonly lists: Implementations,
  ) {}

  @Post(':id/step-approval')
  @Door({
    to: implementationPermissions['list.edit'],
    en: 'Ask for the approval of more steps',
    zh: '申请超环节批准',
    answers: ImplementationView,
    more: 'Of the draft as it stands: more than three steps count, or more than five of joint handling. Without a grant for exactly so many the list cannot be submitted.',
    ...{ as: 'county-editor', at: { id: demoId('list', 'to-ask-steps') }, sends: { reason: '涉及公共安全，须经复审' } },
  })
  async askStepApproval(@By() by: Actor, @PathId() id: string, @Body() input: AskStepApprovalInput): Promise<ImplementationView> {
    return this.view(by, await this.approvals.ask(by, id, input));
  }

  @Post(':id/step-approval/decision')
  @Door({
    to: implementationPermissions['list.audit'],
    en: 'Grant or refuse more steps, with reasons',
    zh: '批准或不予批准超环节',
    answers: ImplementationView,
    more: 'By the administration body that audits the list, and by nobody who wrote it; a grant names its document number. The published version carries it.',
    ...{ as: 'service-administrator', at: { id: demoId('list', 'to-grant-steps') } },
    sends: { outcome: 'granted', reasons: '涉及公共安全，确有必要。', documentNumber: '演示〔2026〕3号' },
  })
  async decideStepApproval(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: DecideStepApprovalInput,
  ): Promise<ImplementationView> {
    return this.view(by, await this.approvals.decide(by, id, input));
  }

  private view(by: Actor, list: Implementation): ImplementationView {
    return ImplementationView.seen(list, this.lists.actsFor(by, list));
  }
}
