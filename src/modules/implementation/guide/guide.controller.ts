import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { IfNoneMatch, isKnown } from '../../../kernel/http/etag';
import { refuse } from '../../../kernel/http/kernel.errors';
import type { Page } from '../../../kernel/http/page';
import { PathCode, PathId } from '../../../kernel/http/path';
import { GUIDE_CODE, GuideAsOfQuery, GuideQuery } from './guide.inputs';
import { GuideShelf, type ShelvedGuide } from './guide-shelf.service';
import { GuideVersions } from './guide-version.store';
import { GuideDocumentView, type GuideLine, GuidePage } from './guide.views';
import { demoId } from '../../../kernel/persistence/uuid';

/** implementation/I10: the one published document, for every channel. */
@ApiTags('implementation')
@Controller('v1')
export class GuideController {
  constructor(
    private readonly shelf: GuideShelf,
    private readonly versions: GuideVersions,
  ) {}

  @Get('guides')
  @Door({
    to: open,
    en: 'List the guides in force',
    zh: '办事指南列表',
    answers: GuidePage,
    more: 'By code of the handling variant.',
    at: { division: '654021000000' },
  })
  listGuides(@Query() query: GuideQuery): Promise<Page<GuideLine>> {
    return this.versions.list(query);
  }

  @Get('guides/:code')
  @ApiProduces('application/json')
  @IfNoneMatch()
  @Door({
    to: open,
    en: 'Read a guide',
    zh: '办事指南',
    answers: GuideDocumentView,
    more: 'Code of 33 digits, or of 31 for its first variant. Canonical JSON (RFC 8785); the ETag is the SHA-256 of the bytes; If-None-Match answers 304.',
    at: { code: '1165402199X800225M400201410500101' },
  })
  async readGuide(
    @PathCode('code', GUIDE_CODE, 33) code: string,
    @Query() { asOf }: GuideAsOfQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    serve(reply, await this.shelf.guide(code, asOf));
  }

  @Get('guide-versions/:id')
  @ApiProduces('application/json')
  @IfNoneMatch()
  @Door({
    to: open,
    en: 'Read a published version, in force or not',
    zh: '办事指南版本',
    answers: GuideDocumentView,
    more: 'A case keeps the version it was opened under.',
    at: { id: demoId('list', 'county-health 000123020000 1', 1) },
  })
  async readGuideVersion(@PathId() id: string, @Res() reply: FastifyReply): Promise<void> {
    serve(reply, await this.shelf.version(id));
  }
}

function serve(reply: FastifyReply, guide: ShelvedGuide | undefined): void {
  if (!guide) throw refuse('not-found');
  if (isKnown(reply, `"${guide.offer.digest}"`, 'public, no-cache')) void reply.send();
  else void reply.type('application/json; charset=utf-8').send(guide.bytes);
}
