import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { type Page, PageQuery } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { ArrangeInput, ArrangementView, DelegationView, GrantDelegationInput } from '../../directory/directory.facade';
import { catalogPermissions } from '../catalog.permissions';
import { Powers } from './powers.service';
import { PlaceItemPage, type PlaceItemView } from './powers.views';

/** Resources of the directory that name items of the catalogue: the lowest floor that can answer for them is this one. */
@ApiTags('directory')
@Controller('v1')
export class PowersController {
  constructor(private readonly powers: Powers) {}

  @Post('organizations/:id/delegations')
  @Door({
    to: catalogPermissions['powers.delegate'],
    en: 'Delegate to a chief affairs representative',
    zh: '授权首席事务代表',
    more: 'To somebody who works there. Either `allItems` or `basicCodes`; both days belong to the delegation (directory/D4).',
    answers: DelegationView,
    status: 201,
    ...{ as: 'county-head', at: { id: demoId('organization', 'county-hr') } },
    sends: {
      staffId: demoId('staff', 'county-officer'),
      basicCodes: ['002014105001'],
      steps: ['acceptance', 'decision'],
      fromOn: '2026-01-01',
      toOn: '2035-12-31',
    },
  })
  grantDelegation(@By() by: Actor, @PathId() id: string, @Body() input: GrantDelegationInput): Promise<DelegationView> {
    return this.powers.delegate(by, id, input);
  }

  @Post('downward-arrangements')
  @Door({
    to: catalogPermissions['powers.arrange'],
    en: 'Let items come down to a township or village',
    zh: '下放事项',
    more:
      'To an organ or one place of it: entrusted acceptance and assisted handling leave decision and liability with the grantor, under ' +
      'authorized handling the receiver decides. One item comes to a place in one mode at a time (directory/D5).',
    answers: ArrangementView,
    status: 201,
    as: 'county-head',
    sends: {
      grantorId: demoId('organization', 'county-hr'),
      placeId: demoId('place', 'township-centre'),
      mode: 'assisted-handling',
      itemCodes: ['002014105001'],
      decides: 'grantor',
      liable: 'grantor',
      documentNumber: '伊县人社发〔2026〕示例3号',
      fromOn: '2036-01-01',
    },
  })
  arrangeDownward(@By() by: Actor, @Body() input: ArrangeInput): Promise<ArrangementView> {
    return this.powers.arrange(by, input);
  }

  @Get('service-places/:id/items')
  @Door({
    ...{ to: open, en: 'List the items that came down to a service place', zh: '场所承接的下放事项', answers: PlaceItemPage },
    more: 'Today, with mode, who decides and who is liable; by basic code.',
    at: { id: demoId('place', 'township-centre') },
  })
  listPlaceItems(@By() by: Actor, @PathId() id: string, @Query() query: PageQuery): Promise<Page<PlaceItemView>> {
    return this.powers.itemsAt(by, id, query);
  }
}
