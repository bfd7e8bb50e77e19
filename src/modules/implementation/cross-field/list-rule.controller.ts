import { Body, Controller, Get, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import { PathCode } from '../../../kernel/http/path';
import { implementationPermissions } from '../implementation.permissions';
import { DecideListRuleInput, ListRulesQuery } from './list-rule.inputs';
import { ListRuleService } from './list-rule.service';
import { ListRuleDecisionView, ListRuleHistoryView, ListRuleList, ListRuleView } from './list-rule.views';

const Division = () => PathCode('division', /^\d{12}$/, 12);
const Rule = () => PathCode('code', /^[a-z-]{1,40}$/, 40);
const at = { division: '654021000000', code: 'phone-area-code' };

/** The cross-field rules by which lists are checked, and what places have decided about them. */
@ApiTags('implementation')
@Controller('v1/list-rules')
export class ListRuleController {
  constructor(private readonly rules: ListRuleService) {}

  @Get()
  @Door({
    ...{ to: open, en: 'List the cross-field rules of a place', zh: '要素校验规则', answers: ListRuleList },
    more: 'All hold by default. The nearest division that has decided otherwise has the word; what the law lays down holds everywhere.',
    at: { division: at.division },
  })
  async listListRules(@Query() { division }: ListRulesQuery): Promise<ListRuleList> {
    return { items: await this.rules.of(division) };
  }

  @Get(':division/:code')
  @Door({ ...{ to: open, en: 'Read a cross-field rule of a place', zh: '要素校验规则详情', answers: ListRuleView }, at })
  async readListRule(
    @Division() division: string,
    @Rule() code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListRuleView> {
    return withEtag(reply, await this.rules.one(division, code));
  }

  @Put(':division/:code')
  @Door({
    ...{ to: implementationPermissions['list-rule.decide'], en: 'Switch a cross-field rule', zh: '启用或停用要素校验规则' },
    ...{ answers: ListRuleView, as: 'service-administrator', at: { ...at, 'If-Match': '"0"' } },
    more: 'For the lists of this division and below, from now on; published versions stay as they are. What the law lays down (implementation/I3, implementation/I5) cannot be switched off.',
    sends: { enforced: false, reason: '咨询统一使用短号' },
  })
  async decideListRule(
    @By() by: Actor,
    @Division() division: string,
    @Rule() code: string,
    @IfMatch() version: number,
    @Body() input: DecideListRuleInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ListRuleView> {
    return withEtag(reply, await this.rules.decide(by, division, code, version, input));
  }

  @Get(':division/:code/history')
  @Door({
    ...{ to: open, en: 'What a place has decided about a rule', zh: '要素校验规则历次决定', answers: ListRuleHistoryView },
    at,
  })
  async readListRuleHistory(@Division() division: string, @Rule() code: string): Promise<ListRuleHistoryView> {
    return { items: (await this.rules.historyOf(division, code)).map((line) => ListRuleDecisionView.of(line)) };
  }
}
