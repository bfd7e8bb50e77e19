import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { contentDigest, IfNoneMatch, isKnown } from '../../../kernel/http/etag';
import { PathCode } from '../../../kernel/http/path';
import { GuideAsOfQuery, GUIDE_CODE } from '../guide/guide.inputs';
import { GuideShelf, type ShelvedGuide } from '../guide/guide-shelf.service';
import { refuse } from '../../../kernel/http/kernel.errors';
import { GuidePageWriter, PAGE_POLICY } from './guide-page.service';
import { GuidePrinter } from './guide-print.service';
import { GuidePageQuery } from './people.inputs';

const Code = () => PathCode('code', GUIDE_CODE, 33);
const example = { code: '1165402199X800225M400201410500101' };

/** implementation/I11: the guide for people. */
@ApiTags('implementation')
@Controller('v1/guides/:code')
export class PeopleController {
  constructor(
    private readonly shelf: GuideShelf,
    private readonly writer: GuidePageWriter,
    private readonly printer: GuidePrinter,
  ) {}

  @Get('page')
  @IfNoneMatch()
  @Door({
    ...{ to: open, en: 'Read a guide as a page', zh: '办事指南网页版', gives: ['text/html'], at: example },
    more: 'Complete in itself: no script, no further request. `size=large` sets it in large type. A Uyghur name stands from right to left.',
  })
  async readGuidePage(@Code() code: string, @Query() { asOf, size }: GuidePageQuery, @Res() reply: FastifyReply): Promise<void> {
    const { offer } = await this.guide(code, asOf);
    const page = this.writer.page(offer, { large: size === 'large', asOf });
    void reply.headers({ 'content-security-policy': PAGE_POLICY, 'content-language': 'zh-CN' });
    if (isKnown(reply, `"${contentDigest(page)}"`, 'public, no-cache')) void reply.send();
    else void reply.type('text/html; charset=utf-8').send(page);
  }

  @Get('print')
  @IfNoneMatch()
  @Door({
    ...{ to: open, en: 'Print a guide', zh: '办事指南打印版', gives: ['application/pdf'], at: example },
    more: 'A PDF with its fonts embedded, the same bytes for the same version. It ends with the digest of the published document.',
  })
  async printGuide(@Code() code: string, @Query() { asOf }: GuideAsOfQuery, @Res() reply: FastifyReply): Promise<void> {
    const { offer, effectiveFrom } = await this.guide(code, asOf);
    const pdf = await this.printer.print(offer, effectiveFrom);
    void reply.header('content-disposition', `inline; filename="${offer.variantCode}.pdf"`);
    if (isKnown(reply, `"${contentDigest(pdf)}"`, 'public, no-cache')) void reply.send();
    else void reply.type('application/pdf').send(pdf);
  }

  private async guide(code: string, asOf?: string): Promise<ShelvedGuide> {
    const guide = await this.shelf.guide(code, asOf);
    if (!guide) throw refuse('not-found');
    return guide;
  }
}
