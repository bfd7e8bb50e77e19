import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { PathCode } from '../../../kernel/http/path';
import { catalogPermissions } from '../catalog.permissions';
import { BASIC_CODE } from '../item/item.inputs';
import { ItemShelf } from '../item/item-shelf.service';
import { ItemView } from '../item/item.views';
import { cleared, SecrecyReviewInput } from '../secrecy.inputs';
import { ItemSecrecy } from './item-secrecy.service';

@ApiTags('catalog')
@Controller('v1/catalog/items')
export class ItemSecrecyController {
  constructor(
    private readonly secrecy: ItemSecrecy,
    private readonly shelf: ItemShelf,
  ) {}

  @Post(':basicCode/secrecy-review')
  @Door({
    to: catalogPermissions['item.clear'],
    en: 'Review an item for secrecy',
    zh: '事项保密审查',
    answers: ItemView,
    more: 'Data grade, outcome and reasons, by somebody other than its authors; an item is not published without it. A refusal returns the draft, with the reasons of the joint review where that still runs.',
    ...{ as: 'service-administrator', at: { basicCode: '652014901W07' }, sends: cleared },
  })
  async reviewItemSecrecy(
    @By() by: Actor,
    @PathCode('basicCode', BASIC_CODE, 12) code: string,
    @Body() input: SecrecyReviewInput,
  ): Promise<ItemView> {
    return this.shelf.view(by, await this.secrecy.review(by, code, input));
  }
}
