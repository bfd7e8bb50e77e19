import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { open } from '../../../kernel/authz/permissions';
import { context } from '../../../kernel/http/context';
import { Door } from '../../../kernel/http/door';
import { monitoringRules } from './monitoring.rules';
import { RuleList, RuleView } from './rule.views';

@ApiTags('supervision')
@Controller('v1/supervision/rules')
export class RuleController {
  @Get()
  @Door({
    to: open,
    en: 'List the monitoring rules',
    zh: '监察规则',
    more: 'What is watched and when it strikes is no secret (supervision/S1).',
    answers: RuleList,
  })
  listMonitoringRules(): RuleList {
    return { items: Object.values(monitoringRules).map((rule) => RuleView.of(rule, context().language)) };
  }
}
