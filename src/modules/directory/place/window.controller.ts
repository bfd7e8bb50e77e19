import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { directoryPermissions } from '../directory.permissions';
import { ClosePlaceInput, OpenWindowInput, WindowQuery } from './place.inputs';
import { PlaceService } from './place.service';
import { ServicePlaces } from './place.store';
import { WindowPage, WindowView } from './place.views';
import { demoId } from '../../../kernel/persistence/uuid';

const editors = directoryPermissions['place.edit'];

@ApiTags('directory')
@Controller('v1/service-places/:id/windows')
export class WindowController {
  constructor(
    private readonly service: PlaceService,
    private readonly places: ServicePlaces,
  ) {}

  @Post()
  @Door({
    ...{ to: editors, en: 'Open a window of a service place', zh: '设置窗口', answers: WindowView, status: 201 },
    ...{ as: 'service-administrator', at: { id: demoId('place', 'county-centre') } },
    sends: { label: 'A03', name: '综合窗口', kind: 'comprehensive' },
  })
  async openWindow(@By() by: Actor, @PathId() id: string, @Body() input: OpenWindowInput): Promise<WindowView> {
    return WindowView.of(await this.service.openWindow(by, id, input));
  }

  @Get()
  @Door({
    ...{ to: open, en: 'List the windows of a service place', zh: '窗口列表', answers: WindowPage },
    at: { id: demoId('place', 'county-centre') },
  })
  async listWindows(@By() by: Actor, @PathId() id: string, @Query() query: WindowQuery): Promise<Page<WindowView>> {
    await this.places.see(by, id);
    const { items, nextCursor } = await this.places.windows(id, query);
    return { items: items.map((window) => WindowView.of(window)), nextCursor };
  }

  @Post(':windowId/closure')
  @Door({
    ...{ to: editors, en: 'Close a window', zh: '撤销窗口', answers: WindowView },
    ...{ as: 'service-administrator', sends: { reason: '业务整合' } },
    at: { id: demoId('place', 'county-centre'), windowId: demoId('window', 'to-close') },
  })
  async closeWindow(
    @By() by: Actor,
    @PathId() id: string,
    @PathId('windowId') windowId: string,
    @Body() input: ClosePlaceInput,
  ): Promise<WindowView> {
    return WindowView.of(await this.service.closeWindow(by, id, windowId, input));
  }
}
