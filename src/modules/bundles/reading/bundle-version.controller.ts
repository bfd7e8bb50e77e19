import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { withDigest } from '../../../kernel/http/etag';
import { refuse } from '../../../kernel/http/kernel.errors';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { BundleVersionQuery } from './bundle-version.inputs';
import { BundleVersions } from './bundle-version.store';
import { BundleDocumentView, type BundleVersionLine, BundleVersionPage } from './bundle-version.views';
import { demoId } from '../../../kernel/persistence/uuid';

/** bundles/B1: the one published document, for every channel. */
@ApiTags('bundles')
@Controller('v1/bundle-versions')
export class BundleVersionController {
  constructor(private readonly versions: BundleVersions) {}

  @Get()
  @Door({
    ...{ to: open, en: 'List the bundles in force', zh: '“一件事”办事指南列表', answers: BundleVersionPage },
    more: 'By code.',
  })
  listBundleVersions(@Query() query: BundleVersionQuery): Promise<Page<BundleVersionLine>> {
    return this.versions.list(query);
  }

  @Get(':id')
  @Door({
    ...{ to: open, en: 'Read a published bundle, in force or not', zh: '“一件事”办事指南', answers: BundleDocumentView },
    more: 'A journey keeps the version it began under. Canonical JSON (RFC 8785); the ETag is the SHA-256 of the bytes.',
    at: { id: demoId('bundle', '654021PCN0009', 1) },
  })
  async readBundleVersion(
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BundleDocumentView | undefined> {
    const document = await this.versions.version(id);
    if (!document) throw refuse('not-found');
    return withDigest(reply, document);
  }
}
