import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import { demoId } from '../../../kernel/persistence/uuid';
import { catalogPermissions } from '../catalog.permissions';
import { ReviewBoardInput, ReviewBoardView } from './review-board.inputs';
import { ReviewBoardService } from './review-board.service';

const organ = (key: string) => demoId('organization', key);

/** The region's standing offices of joint review. */
@ApiTags('catalog')
@Controller('v1/catalog/review-board')
export class ReviewBoardController {
  constructor(private readonly boards: ReviewBoardService) {}

  @Get()
  @Door({
    ...{
      to: catalogPermissions['board.read'],
      en: 'Read who is asked in joint reviews',
      zh: '联合审核单位',
      answers: ReviewBoardView,
    },
    as: 'catalogue-editor',
  })
  async readReviewBoard(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReviewBoardView> {
    return withEtag(reply, ReviewBoardView.of(await this.boards.standing()));
  }

  @Put()
  @Door({
    to: catalogPermissions['board.name'],
    en: 'Name who is asked in joint reviews',
    zh: '确定联合审核单位',
    answers: ReviewBoardView,
    more: 'The office that leads and countersigns, and the one asked each question; the prefectures are named with each submission. Rounds that run keep whom they asked.',
    ...{ as: 'service-administrator', at: { 'If-Match': '"1"' } },
    sends: {
      ...{ leadId: organ('region-office'), legalId: organ('region-justice') },
      ...{ administrationId: organ('region-services'), establishmentId: organ('region-establishment') },
    },
  })
  async nameReviewBoard(
    @By() by: Actor,
    @IfMatch() version: number,
    @Body() input: ReviewBoardInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReviewBoardView> {
    return withEtag(reply, ReviewBoardView.of(await this.boards.name(by, version, input)));
  }
}
