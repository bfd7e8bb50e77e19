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

const editors = directoryPermissions['place.edit'];

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
    more: 'A centre at county level and above, a convenience centre in a township, a convenience station in a village; outlets and self-service points anywhere, with the organ responsible for them.',
    answers: PlaceView,
    status: 201,
  })
  async registerPlace(@By() by: Actor, @Body() input: RegisterPlaceInput): Promise<PlaceView> {
    return this.view(by, await this.service.register(by, input));
  }

  @Get()
  @Door({ to: open, en: 'List service places', zh: '政务服务场所列表', answers: PlacePage })
  async listPlaces(@By() by: Actor, @Query() query: PlaceQuery): Promise<Page<PlaceView>> {
    const { items, nextCursor } = await this.places.list(query);
    return { items: items.map((place) => this.view(by, place)), nextCursor };
  }

  @Get(':id')
  @Door({ to: open, en: 'Read a service place', zh: '政务服务场所详情', answers: PlaceView })
  async readPlace(@By() by: Actor, @PathId() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlaceView> {
    return withEtag(reply, this.view(by, await this.places.see(by, id)));
  }

  @Put(':id')
  @Door({ to: editors, en: 'Change a service place', zh: '变更政务服务场所', answers: PlaceView })
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
  @Door({ to: editors, en: 'Close a service place and its windows', zh: '关闭政务服务场所及其窗口', answers: PlaceView })
  async closePlace(@By() by: Actor, @PathId() id: string, @Body() input: ClosePlaceInput): Promise<PlaceView> {
    return this.view(by, await this.service.close(by, id, input));
  }

  private view(by: Actor, place: ServicePlace): PlaceView {
    return PlaceView.of(place, this.places.actsFor(by, place));
  }
}
