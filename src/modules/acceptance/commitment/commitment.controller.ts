import { Body, Controller, Get, Post } from '@nestjs/common';
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
import { CommitmentDesk } from './commitment-desk.service';
import { CommitmentGrantInput } from './commitment.inputs';
import { CommitmentReading } from './commitment-reading.service';
import { CommitmentView } from './commitment.views';

const at = (name: string) => ({ at: { id: demoId('case', name) } });

/** acceptance/A10: handling on commitment (告知承诺), up to the grant. */
@ApiTags('acceptance')
@Controller('v1/cases/:id/commitment')
export class CommitmentController {
  constructor(
    private readonly desk: CommitmentDesk,
    private readonly reading: CommitmentReading,
    private readonly cases: Cases,
  ) {}

  @Get()
  @Door({
    ...{ to: acceptancePermissions['case.see'], en: 'The commitment of a case', zh: '办件的承诺与核查' },
    more: 'Text and liability word for word, the check, what was said and decided.',
    ...{ answers: CommitmentView, purpose: true, as: 'citizen', ...at('to-check') },
  })
  readCaseCommitment(@By() by: Actor, @PathId() id: string): Promise<CommitmentView> {
    return this.reading.ofCase(by, id);
  }

  @Post('grant')
  @Door({
    ...{ to: acceptancePermissions['case.decide-in-name'], en: 'Accept and grant on commitment', zh: '告知承诺当场准予' },
    more: 'By an officer, or a clerk with a delegation; the limit of the check afterwards begins.',
    ...{ answers: CaseView, as: 'county-head', ...at('to-grant-on-commitment'), sends: {} },
  })
  async grantOnCommitment(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: CommitmentGrantInput,
  ): Promise<CaseView> {
    const kase = await this.desk.grant(by, id, input, version);
    return CaseView.of(kase, this.cases.actsFor(by, kase));
  }

  @Post('withdrawal')
  @Door({
    ...{ to: acceptancePermissions['case.apply'], en: 'Choose the ordinary way', zh: '改按一般程序办理' },
    more: 'Until the decision; number, receipt and clocks of the case stay as they are.',
    ...{ answers: CommitmentView, as: 'citizen', ...at('to-choose-ordinary') },
  })
  async withdrawCommitment(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
  ): Promise<CommitmentView> {
    return this.reading.view(by, await this.desk.withdraw(by, id, version));
  }
}
