import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { implementationPermissions } from '../implementation.permissions';
import type { Implementation } from './implementation.entity';
import { PublishImplementationInput, WithdrawImplementationInput } from './implementation.inputs';
import { ImplementationService } from './implementation.service';
import { Implementations } from './implementation.store';
import { ImplementationView } from './implementation.views';

const administrators = implementationPermissions['list.audit'];

/** What the administration body brings into force, and takes out of it. */
@ApiTags('implementation')
@Controller('v1/implementations')
export class PublicationController {
  constructor(
    private readonly service: ImplementationService,
    private readonly lists: Implementations,
  ) {}

  @Post(':id/publication')
  @Door({
    ...{ to: administrators, en: 'Publish an audited list', zh: '发布实施清单', answers: ImplementationView },
    more: 'At once, or from the midnight of a later day (Asia/Shanghai): the version before stays in force until then, and what was scheduled for that day or later is replaced.',
    ...{ as: 'service-administrator', at: { id: demoId('list', 'to-publish') }, sends: {} },
  })
  async publishImplementation(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: PublishImplementationInput,
  ): Promise<ImplementationView> {
    return this.view(by, await this.service.publish(by, id, input));
  }

  @Post(':id/schedule-withdrawal')
  @Door({
    to: administrators,
    en: 'Take back a version before its day',
    zh: '撤回待生效版本',
    answers: ImplementationView,
    more: 'The version in force stays in force; the list is a draft again.',
    ...{ as: 'service-administrator', at: { id: demoId('list', 'to-unschedule') }, sends: { reason: '生效日期有误' } },
  })
  async unscheduleImplementation(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: WithdrawImplementationInput,
  ): Promise<ImplementationView> {
    return this.view(by, await this.service.unschedule(by, id, input));
  }

  @Post(':id/suspension')
  @Door({
    to: administrators,
    en: 'Suspend a guide',
    zh: '暂停实施清单',
    answers: ImplementationView,
    more: 'It stays readable and takes no new case until it is resumed; cases that run go on.',
    ...{ as: 'service-administrator', at: { id: demoId('list', 'to-suspend') }, sends: { reason: '系统升级，暂停办理' } },
  })
  async suspendImplementation(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: WithdrawImplementationInput,
  ): Promise<ImplementationView> {
    return this.view(by, await this.service.suspend(by, id, input));
  }

  @Post(':id/resumption')
  @Door({
    ...{ to: administrators, en: 'Resume a suspended guide', zh: '恢复实施清单', answers: ImplementationView },
    ...{ as: 'service-administrator', at: { id: demoId('list', 'to-resume') }, sends: { reason: '系统升级完成' } },
  })
  async resumeImplementation(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: WithdrawImplementationInput,
  ): Promise<ImplementationView> {
    return this.view(by, await this.service.resume(by, id, input));
  }

  @Post(':id/withdrawal')
  @Door({
    ...{ to: administrators, en: 'Withdraw a list', zh: '取消实施清单', answers: ImplementationView },
    ...{ as: 'service-administrator', at: { id: demoId('list', 'to-withdraw') }, sends: { reason: '演示事项不再办理' } },
  })
  async withdrawImplementation(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: WithdrawImplementationInput,
  ): Promise<ImplementationView> {
    return this.view(by, await this.service.withdraw(by, id, input));
  }

  private view(by: Actor, list: Implementation): ImplementationView {
    return ImplementationView.seen(list, this.lists.actsFor(by, list));
  }
}
