import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { GuideSearchQuery } from './guide-search.inputs';
import { GuideSearch } from './guide-search.service';
import { FoundGuides } from './guide-search.views';

@ApiTags('implementation')
@Controller('v1/guides')
export class GuideSearchController {
  constructor(private readonly service: GuideSearch) {}

  @Get('search')
  @Door({
    to: open,
    en: 'Search the guides in force',
    zh: '搜索办事指南',
    answers: FoundGuides,
    more: 'By name in Chinese or Uyghur from two letters on, or by code. Equal names first, then names that begin with it, then those that contain it; if a page is not full, similar ones. `usableIn` finds what somebody who lives there can use. Facets count at most 2,000 guides and say whether that was all.',
    at: { q: '卫生', usableIn: '654021000000' },
  })
  searchGuides(@Query() query: GuideSearchQuery): Promise<FoundGuides> {
    return this.service.search(query);
  }
}
