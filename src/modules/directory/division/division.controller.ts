import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { withDigest } from '../../../kernel/http/etag';
import { refuse } from '../../../kernel/http/kernel.errors';
import type { Page } from '../../../kernel/http/page';
import { PathCode } from '../../../kernel/http/path';
import { AsOfDayQuery, DIVISION, DivisionQuery } from './division.inputs';
import { DivisionService } from './division.service';
import { Divisions } from './division.store';
import { type DivisionLine, DivisionPage, DivisionView } from './division.views';

@ApiTags('directory')
@Controller('v1/divisions')
export class DivisionController {
  constructor(
    private readonly divisions: Divisions,
    private readonly service: DivisionService,
  ) {}

  @Get()
  @Door({
    to: open,
    en: 'List administrative divisions',
    zh: '行政区划列表',
    more: 'By code. The parent by code and the administrative superior are two relations (directory/D1).',
    answers: DivisionPage,
  })
  async listDivisions(
    @Query() query: DivisionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<DivisionLine> | undefined> {
    return withDigest(reply, await this.divisions.list(query));
  }

  @Get(':code')
  @Door({
    to: open,
    en: 'Read an administrative division',
    zh: '行政区划详情',
    more: 'Without `asOf`, a division that stands no more is shown as it last stood, with its successor (directory/D2).',
    answers: DivisionView,
    at: { code: '654203000000' },
  })
  async readDivision(
    @PathCode('code', DIVISION, 12) code: string,
    @Query() { asOf }: AsOfDayQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DivisionView | undefined> {
    const division = await this.service.read(code, asOf);
    if (!division) throw refuse('not-found');
    return withDigest(reply, division);
  }
}
