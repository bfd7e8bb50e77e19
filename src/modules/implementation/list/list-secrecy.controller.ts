import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { cleared, SecrecyReviewInput } from '../../catalog/catalog.facade';
import { implementationPermissions } from '../implementation.permissions';
import { Implementations } from './implementation.store';
import { ImplementationView } from './implementation.views';
import { ListSecrecy } from './list-secrecy.service';

@ApiTags('implementation')
@Controller('v1/implementations')
export class ListSecrecyController {
  constructor(
    private readonly secrecy: ListSecrecy,
    private readonly lists: Implementations,
  ) {}

  @Post(':id/secrecy-review')
  @Door({
    to: implementationPermissions['list.clear'],
    en: 'Review a list for secrecy',
    zh: '实施清单保密审查',
    answers: ImplementationView,
    more: 'Data grade, outcome and reasons, by somebody other than its authors; a list is not published without it, and a refused one goes back.',
    ...{ as: 'service-administrator', at: { id: demoId('list', 'to-clear') }, sends: cleared },
  })
  async reviewListSecrecy(@By() by: Actor, @PathId() id: string, @Body() input: SecrecyReviewInput): Promise<ImplementationView> {
    const list = await this.secrecy.review(by, id, input);
    return ImplementationView.seen(list, this.lists.actsFor(by, list));
  }
}
