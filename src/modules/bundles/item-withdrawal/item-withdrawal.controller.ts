import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { PathCode } from '../../../kernel/http/path';
import { BASIC_CODE, ItemView } from '../../catalog/catalog.facade';
import { bundlesPermissions as may } from '../bundles.permissions';
import { ItemImpact } from './item-impact.service';
import { impactDigest, nothingHangs } from './item-impact.rules';
import { WithdrawItemInput } from './item-withdrawal.inputs';
import { ItemImpactView } from './item-withdrawal.views';

const Basic = () => PathCode('basicCode', BASIC_CODE, 12);
const unused = '652014901W06';

/** catalog/C9: first what hangs on an item, then its withdrawal; on the lowest floor that sees all of it. */
@ApiTags('catalog')
@Controller('v1/catalog/items/:basicCode')
export class ItemWithdrawalController {
  constructor(private readonly impact: ItemImpact) {}

  @Get('impact')
  @Door({
    ...{ to: may['item.withdraw'], en: 'What hangs on an item', zh: '事项取消影响', answers: ItemImpactView },
    more: 'Lists, guides in force, bundles and open cases: how many, and the first lines. `digest` is what a withdrawal names.',
    ...{ as: 'service-administrator', at: { basicCode: '000123020000' } },
  })
  readItemImpact(@By() by: Actor, @Basic() code: string): Promise<ItemImpactView> {
    return this.impact.of(by, code);
  }

  @Post('withdrawal')
  @Door({
    ...{ to: may['item.withdraw'], en: 'Withdraw an item from the catalogue', zh: '取消事项', answers: ItemView },
    more: 'Names the digest of the impact you have read. Lists of the item end with the reason, bundles that contain it take no new journeys, cases that run go on.',
    ...{ as: 'service-administrator', at: { basicCode: unused } },
    sends: { reason: '演示事项不再办理', impact: impactDigest(nothingHangs(unused)) },
  })
  withdrawItem(@By() by: Actor, @Basic() code: string, @Body() input: WithdrawItemInput): Promise<ItemView> {
    return this.impact.withdraw(by, code, input);
  }
}
