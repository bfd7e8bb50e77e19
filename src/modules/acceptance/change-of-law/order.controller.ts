import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { acceptancePermissions } from '../acceptance.permissions';
import { impactDigest } from './impact.rules';
import { OrderImpact } from './impact.service';
import { type AffectedCaseLine, AffectedCasePage, ImpactView } from './impact.views';
import type { ChangeOfLawOrder } from './order.entity';
import { demoOrder } from './order.examples';
import { AffectedQuery, IssueOrderInput, OrderInput, OrderQuery, WithdrawOrderInput } from './order.inputs';
import { OrderService } from './order.service';
import { ChangeOfLawOrders } from './order.store';
import { OrderPage, OrderView } from './order.views';

const to = acceptancePermissions['order.give'];
const as = 'service-administrator';
const toRead = { id: demoId('change-of-law-order', 'to-edit') };
const toIssue = { id: demoId('change-of-law-order', 'to-issue') };

/** implementation/I9: change-of-law orders (法律变更适用令). */
@ApiTags('acceptance')
@Controller('v1/change-of-law-orders')
export class ChangeOfLawController {
  constructor(
    private readonly service: OrderService,
    private readonly orders: ChangeOfLawOrders,
    private readonly impact: OrderImpact,
  ) {}

  @Post()
  @Door({
    ...{ to, en: 'Draft a change-of-law order', zh: '起草法律变更适用令', answers: OrderView, status: 201 },
    more: 'Names the article, the transition clause and for each list the version to which its open cases go on the day.',
    ...{ as, sends: demoOrder },
  })
  async draftChangeOfLaw(
    @By() by: Actor,
    @Body() input: OrderInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView> {
    const order = await this.service.draft(by, input);
    void reply.header('location', `/v1/change-of-law-orders/${order.id}`);
    return withEtag(reply, this.view(by, order));
  }

  @Get()
  @Door({
    ...{ to: open, en: 'List change-of-law orders', zh: '法律变更适用令列表', answers: OrderPage },
    more: 'Newest first. Drafts are seen by the administration body only.',
  })
  async listChangesOfLaw(@By() by: Actor, @Query() query: OrderQuery): Promise<Page<OrderView>> {
    const { items, nextCursor } = await this.orders.list(by, query);
    return { items: items.map((order) => this.view(by, order)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: open, en: 'Read a change-of-law order', zh: '法律变更适用令', answers: OrderView },
    at: { id: demoId('change-of-law-order', 'issued') },
  })
  async readChangeOfLaw(
    @By() by: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView> {
    return withEtag(reply, this.view(by, await this.orders.see(by, id)));
  }

  @Put(':id')
  @Door({
    ...{ to, en: 'Edit a draft order', zh: '修改法律变更适用令', answers: OrderView },
    ...{ as, at: { ...toRead, 'If-Match': '"1"' }, sends: demoOrder },
  })
  async editChangeOfLaw(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() input: OrderInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrderView> {
    return withEtag(reply, this.view(by, await this.service.edit(by, id, version, input)));
  }

  @Get(':id/impact')
  @Door({
    ...{ to, en: 'What an order changes', zh: '命令影响', answers: ImpactView },
    more: 'From which version to which, for how many open cases, and what changes. `digest` is what the issue names.',
    ...{ as, at: toIssue },
  })
  readChangeOfLawImpact(@By() by: Actor, @PathId() id: string): Promise<ImpactView> {
    return this.impact.read(by, id);
  }

  @Get(':id/affected-cases')
  @Door({
    ...{ to, en: 'Cases that an order moves', zh: '受影响的在办件', answers: AffectedCasePage },
    ...{ as, at: toIssue },
  })
  listAffectedCases(@By() by: Actor, @PathId() id: string, @Query() query: AffectedQuery): Promise<Page<AffectedCaseLine>> {
    return this.impact.affected(by, id, query);
  }

  @Post(':id/issue')
  @Door({
    ...{ to, en: 'Issue an order', zh: '签发法律变更适用令', answers: OrderView },
    more: 'By another person than its authors, who names the digest of the impact. It takes effect by itself on its day.',
    ...{ as, at: toIssue, sends: { impact: impactDigest({ ...toIssue, version: 1 }, []) } },
  })
  async issueChangeOfLaw(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() { impact }: IssueOrderInput,
  ): Promise<OrderView> {
    return this.view(by, await this.service.issue(by, id, impact, version));
  }

  @Post(':id/withdrawal')
  @Door({
    ...{ to, en: 'Withdraw an order before its day', zh: '撤回法律变更适用令', answers: OrderView },
    ...{ as, at: { id: demoId('change-of-law-order', 'to-withdraw') }, sends: { reason: '施行日期推迟' } },
  })
  async withdrawChangeOfLaw(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
    @Body() { reason }: WithdrawOrderInput,
  ): Promise<OrderView> {
    return this.view(by, await this.service.withdraw(by, id, reason, version));
  }

  private view(by: Actor, order: ChangeOfLawOrder): OrderView {
    return OrderView.of(order, this.orders.actsFor(by, order));
  }
}
