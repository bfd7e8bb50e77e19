import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathCode } from '../../../kernel/http/path';
import { catalogPermissions } from '../catalog.permissions';
import { BASIC_CODE } from '../item/item.inputs';
import { Items } from '../item/item.store';
import { AdoptionInput, AdoptionQuery, AdoptionsOfItemQuery, AdoptManyInput } from './adoption.inputs';
import { AdoptionService } from './adoption.service';
import { Adoptions } from './adoption.store';
import { type AdoptionLine, AdoptionLinePage, AdoptionPage, AdoptionReport, AdoptionView } from './adoption.views';

const Basic = () => PathCode('basicCode', BASIC_CODE, 12);
const adopters = catalogPermissions['item.adopt'];
const DEMO = '654021000000';

/** catalog/C5: which regions handle which items (承接). */
@ApiTags('catalog')
@Controller('v1/catalog')
export class AdoptionController {
  constructor(
    private readonly service: AdoptionService,
    private readonly adoptions: Adoptions,
    private readonly items: Items,
  ) {}

  @Post('items/:basicCode/adoptions')
  @Door({
    ...{ to: adopters, en: 'Adopt an item for a region, or decline it', zh: '承接事项', answers: AdoptionView },
    more: 'The version in force. It is declined only where the level of the region does not exercise it. Lists need the adoption of their region.',
    ...{ as: 'service-administrator', at: { basicCode: '000123020000' }, sends: { division: DEMO, answer: 'adopted' } },
  })
  async adoptItem(@By() by: Actor, @Basic() code: string, @Body() input: AdoptionInput): Promise<AdoptionView> {
    return AdoptionView.of(await this.service.answer(by, code, input));
  }

  @Get('items/:basicCode/adoptions')
  @Door({
    ...{ to: open, en: 'Which regions have adopted or declined an item', zh: '事项承接情况', answers: AdoptionPage },
    ...{ more: 'By division.', at: { basicCode: '000123020000' } },
  })
  async listAdoptionsOfItem(
    @By() by: Actor,
    @Basic() code: string,
    @Query() query: AdoptionsOfItemQuery,
  ): Promise<Page<AdoptionView>> {
    await this.items.seeCode(by, code);
    const { items, nextCursor } = await this.adoptions.ofItem(code, query);
    return { items: items.map((adoption) => AdoptionView.of(adoption)), nextCursor };
  }

  @Post('adoptions')
  @Door({
    ...{ to: adopters, en: 'Adopt many items for a region at once', zh: '批量承接事项', answers: AdoptionReport },
    more: 'Each code is adopted, renewed (a newer version), found unchanged or refused with its rule.',
    ...{ as: 'service-administrator', sends: { division: DEMO, basicCodes: ['000123020000', '000117054002'] } },
  })
  async adoptItems(@By() by: Actor, @Body() input: AdoptManyInput): Promise<AdoptionReport> {
    const codes = await this.service.adoptMany(by, input);
    return { refused: codes.filter(({ outcome }) => outcome === 'refused').length, codes };
  }

  @Get('adoptions')
  @Door({
    ...{ to: open, en: 'How the items in force stand with a region', zh: '地区承接清单', answers: AdoptionLinePage },
    more: 'By basic code: adopted, to be renewed (a newer version is in force), declined, unanswered.',
    at: { division: DEMO },
  })
  listAdoptions(@Query() query: AdoptionQuery): Promise<Page<AdoptionLine>> {
    return this.adoptions.ofDivision(query);
  }
}
