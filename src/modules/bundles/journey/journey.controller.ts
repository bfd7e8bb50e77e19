import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { bundlesPermissions as may } from '../bundles.permissions';
import { JourneyBeginning } from './journey-beginning.service';
import { JourneyProgress } from './journey-progress.service';
import { JourneyReading } from './journey-reading.service';
import { BeginJourneyInput, JourneyQuery } from './journey.inputs';
import { Journeys } from './journey.store';
import { JourneyLine, JourneyPage, JourneyView } from './journey.views';
import { demoId } from '../../../kernel/persistence/uuid';
import { newJourney } from './journey.examples';

@ApiTags('bundles')
@Controller('v1/journeys')
export class JourneyController {
  constructor(
    private readonly beginning: JourneyBeginning,
    private readonly progress: JourneyProgress,
    private readonly reading: JourneyReading,
    private readonly journeys: Journeys,
  ) {}

  @Post()
  @Door({
    ...{ to: may['journey.begin'], en: 'Apply once for all members of a bundle', zh: '“一件事”一次申请' },
    ...{ answers: JourneyView, status: 201 },
    more: 'All cases that wait for nobody are submitted, or none. Query codes are told in this answer only. 查询码仅在本次响应中告知。',
    ...{ as: 'second-citizen', sends: newJourney },
  })
  async beginJourney(
    @By() by: Actor,
    @Body() input: BeginJourneyInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JourneyView> {
    const { journey, queryCodes } = await this.beginning.begin(by, input);
    void reply.header('location', `/v1/journeys/${journey.id}`);
    return this.reading.view(by, journey, queryCodes);
  }

  @Get()
  @Door({
    ...{ to: may['journey.see'], en: 'Journeys: my own, or those I take part in', zh: '联办列表', answers: JourneyPage },
    ...{ more: 'Newest first.', as: 'second-citizen' },
  })
  async listJourneys(@By() by: Actor, @Query() query: JourneyQuery): Promise<Page<JourneyLine>> {
    const { items, nextCursor } = await this.journeys.list(by, query);
    return { items: items.map((journey) => JourneyLine.of(journey)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: may['journey.see'], en: 'Progress of a journey', zh: '联办进度', answers: JourneyView },
    more: 'An organization that takes part sees its own part, the lead organization and the applicant the whole.',
    ...{ purpose: true, as: 'health-head', at: { id: demoId('journey', 'birth') } },
  })
  readJourney(@By() by: Actor, @PathId() id: string): Promise<JourneyView> {
    return this.reading.one(by, id);
  }

  @Post(':id/stop')
  @Door({
    ...{ to: may['journey.begin'], en: 'Submit nothing more of a journey', zh: '停止提交后续事项', answers: JourneyView },
    more: 'Members that still wait are dropped; cases that have been submitted are withdrawn one by one.',
    ...{ as: 'second-citizen', at: { id: demoId('journey', 'to-stop') } },
  })
  async stopJourney(@By() by: Actor, @PathId() id: string): Promise<JourneyView> {
    return this.reading.view(by, await this.progress.stop(by, id));
  }
}
