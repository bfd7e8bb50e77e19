import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch } from '../../../kernel/http/etag';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { acceptancePermissions } from '../acceptance.permissions';
import type { Deferral } from './deferral.entity';
import { DeferralDesk } from './deferral-desk.service';
import { DeferralReading } from './deferral-reading.service';
import { DeferralExtensionInput, DeferralRequestInput, DeferredSupplyInput } from './deferral.inputs';
import { Deferrals } from './deferral.store';
import { DeferralListView, DeferralView } from './deferral.views';

// The promise is the third of the materials, which are made right after their case.
const at = (name: string) => ({ at: { id: demoId('case', name), deferralId: demoId('case', name, 3) } });

/** acceptance/A9: materials that were promised and follow later (容缺受理). */
@ApiTags('acceptance')
@Controller('v1/cases/:id/deferrals')
export class DeferralController {
  constructor(
    private readonly desk: DeferralDesk,
    private readonly reading: DeferralReading,
    private readonly deferrals: Deferrals,
  ) {}

  @Get()
  @Door({
    ...{ to: acceptancePermissions['case.see'], en: 'Materials of a case that follow later', zh: '容缺材料' },
    ...{ answers: DeferralListView, purpose: true, as: 'citizen', at: { id: demoId('case', 'to-supply') } },
  })
  listCaseDeferrals(@By() by: Actor, @PathId() id: string): Promise<DeferralListView> {
    return this.reading.ofCase(by, id, (acting, deferrals) => ({
      items: deferrals.map((deferral) => this.view(acting, deferral)),
    }));
  }

  @Post(':deferralId/supply')
  @Door({
    ...{ to: acceptancePermissions['case.apply'], en: 'Supply what was promised', zh: '补交容缺材料', answers: DeferralView },
    more: 'Overdue or not, as long as the case runs. 办结前逾期也可补交。',
    ...{ as: 'citizen', ...at('to-supply') },
    sends: { materials: [{ code: 'M03', kind: 'statement', text: '吸纳就业人员名单已经备齐。' }] },
  })
  async supplyDeferred(
    @By() by: Actor,
    @PathId() id: string,
    @PathId('deferralId') deferralId: string,
    @IfMatch('optional') version: number | undefined,
    @Body() { materials }: DeferredSupplyInput,
  ): Promise<DeferralView> {
    return this.view(by, await this.desk.supply(by, id, deferralId, materials, version));
  }

  @Post(':deferralId/extension-request')
  @Door({
    ...{ to: acceptancePermissions['case.apply'], en: 'Ask for more time', zh: '申请延长补交期限', answers: DeferralView },
    ...{ as: 'citizen', ...at('to-ask'), sends: { reason: '名单须由用工单位盖章，尚未取得。' } },
  })
  async askForDeferralExtension(
    @By() by: Actor,
    @PathId() id: string,
    @PathId('deferralId') deferralId: string,
    @IfMatch('optional') version: number | undefined,
    @Body() { reason }: DeferralRequestInput,
  ): Promise<DeferralView> {
    return this.view(by, await this.desk.ask(by, id, deferralId, reason, version));
  }

  @Post(':deferralId/extension')
  @Door({
    ...{ to: acceptancePermissions['case.review'], en: 'Give more time, once', zh: '延长补交期限', answers: DeferralView },
    more: 'At the request of the applicant, who gets the document with the reason.',
    ...{ as: 'county-officer', ...at('to-extend-deferral'), sends: { days: 3, reason: '申请人的理由属实。' } },
  })
  async extendDeferral(
    @By() by: Actor,
    @PathId() id: string,
    @PathId('deferralId') deferralId: string,
    @IfMatch('optional') version: number | undefined,
    @Body() input: DeferralExtensionInput,
  ): Promise<DeferralView> {
    return this.view(by, await this.desk.extend(by, id, deferralId, input, version));
  }

  private view(by: Actor, deferral: Deferral): DeferralView {
    return DeferralView.of(deferral, this.reading.reasonsOf(deferral), this.deferrals.actsFor(by, deferral));
  }
}
