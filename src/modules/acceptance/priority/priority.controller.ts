import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { demoId } from '../../../kernel/persistence/uuid';
import { acceptancePermissions } from '../acceptance.permissions';
import { PriorityInput } from './priority.inputs';
import { PriorityService } from './priority.service';

/** The case stands in the body: addresses are logged, and of this mark nothing outlasts the day. */
@ApiTags('acceptance')
@Controller('v1/case-priorities')
export class PriorityController {
  constructor(private readonly priorities: PriorityService) {}

  @Post()
  @Door({
    ...{ to: acceptancePermissions['case.take-in'], en: 'Serve a case first today', zh: '今日优先办理', status: 204 },
    more: 'Nothing is kept of why, and the mark is deleted at the end of the day. 不记录原因，当日结束即删除。',
    // Marking twice is marking once; a key with its answer would be kept for seven days.
    reads: true,
    ...{ as: 'county-clerk', sends: { caseId: demoId('case', 'to-assign'), shownBy: 'self-statement' } },
  })
  async prioritiseCase(@By() by: Actor, @Body() input: PriorityInput): Promise<void> {
    await this.priorities.mark(by, input);
  }
}
