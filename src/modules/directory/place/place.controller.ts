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
import { directoryPermissions } from '../directory.permissions';
import type { ServicePlace } from './place.entity';
import { ChangePlaceInput, ClosePlaceInput, PlaceQuery, RegisterPlaceInput } from './place.inputs';
import { PlaceService } from './place.service';
import { ServicePlaces } from './place.store';
import { PlacePage, PlaceView } from './place.views';
import { demoId } from '../../../kernel/persistence/uuid';

const editors = directoryPermissions['place.edit'];

const EXAMPLE = {
  name: '伊宁县演示自助服务点',
  hostId: demoId('organization', 'county-services'),
  responsibleId: demoId('organization', 'county-services'),
  address: '伊宁县演示路 30 号',
  phone: '0999-0000000',
  hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '08:00', closes: '24:00' }],
} satisfies ChangePlaceInput;

@ApiTags('directory')
@Controller('v1/service-places')
export class PlaceController {
  constructor(
    private readonly service: PlaceService,
    private readonly places: ServicePlaces,
  ) {}

  @Post()
  @Door({
    to: editors,
    en: 'Register a service place',
    zh: '登记政务服务场所',
    more: 'A centre at county level and above, a convenience centre in a township, a convenience station in a village; outlets and self-service points anywhere, with the organ responsible for them; a hall outside the centre with its `hall` (directory/D6).',
    answers: PlaceView,
    status: 201,
    as: 'service-administrator',
    sends: { kind: 'self-service', divisionCode: '654021000000', ...EXAMPLE },
  })
  async registerPlace(@By() by: Actor, @Body() input: RegisterPlaceInput): Promise<PlaceView> {
    return this.view(by, await this.service.register(by, input));
  }

  @Get()
  @Door({
    ...{ to: open, en: 'List service places', zh: '政务服务场所列表', answers: PlacePage },
    at: { division: '654021000000' },
  })
  async listPlaces(@By() by: Actor, @Query() query: PlaceQuery): Promise<Page<PlaceView>> {
    const { items, nextCursor } = await this.places.list(query);
    return { items: items.map((place) => this.view(by, place)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: open, en: 'Read a service place', zh: '政务服务场所详情', answers: PlaceView },
    at: { id: demoId('place', 'county-centre') },
  })
  async readPlace(@By() by: Actor, @PathId() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlaceView> {
    return withEtag(reply, this.view(by, await this.places.see(by, id)));
  }

  @Put(':id')
  @Door({
    ...{ to: editors, en: 'Change a service place', zh: '变更政务服务场所', answers: PlaceView },
    ...{ as: 'service-administrator', at: { id: demoId('place', 'to-change'), 'If-Match': '"1"' }, sends: EXAMPLE },
  })
  async changePlace(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() input: ChangePlaceInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlaceView> {
    return withEtag(reply, this.view(by, await this.service.change(by, id, version, input)));
  }

  @Post(':id/closure')
  @Door({
    ...{ to: editors, en: 'Close a service place and its windows', zh: '关闭政务服务场所及其窗口', answers: PlaceView },
    ...{ as: 'service-administrator', at: { id: demoId('place', 'to-close') }, sends: { reason: '整合迁址' } },
  })
  async closePlace(@By() by: Actor, @PathId() id: string, @Body() input: ClosePlaceInput): Promise<PlaceView> {
    return this.view(by, await this.service.close(by, id, input));
  }

  private view(by: Actor, place: ServicePlace): PlaceView {
    return PlaceView.of(place, this.places.actsFor(by, place));
  }
}
