import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { bundlesPermissions as may } from '../bundles.permissions';
import { BundleContent } from '../content/content.inputs';
import { BundleCheck } from './bundle-check.service';
import type { Bundle } from './bundle.entity';
import { BundleQuery, DraftBundleInput, WithdrawBundleInput } from './bundle.inputs';
import { BundleService } from './bundle.service';
import { Bundles } from './bundle.store';
import { BundleFindingsView, BundleLine, BundlePage, BundleView } from './bundle.views';
import { demoId } from '../../../kernel/persistence/uuid';
import { bundleContent, newBundle } from './bundle.examples';

/** The editors' side of bundles. */
@ApiTags('bundles')
@Controller('v1/bundles')
export class BundleController {
  constructor(
    private readonly service: BundleService,
    private readonly bundles: Bundles,
    private readonly check: BundleCheck,
  ) {}

  @Post()
  @Door({
    ...{ to: may['bundle.edit'], en: 'Draft a one-matter bundle', zh: '编制“一件事”', answers: BundleView, status: 201 },
    ...{ as: 'county-editor', sends: newBundle },
  })
  async draftBundle(
    @By() by: Actor,
    @Body() input: DraftBundleInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BundleView> {
    return withEtag(reply, this.view(by, await this.service.draft(by, input)));
  }

  @Get()
  @Door({
    ...{ to: may['bundle.work'], en: 'List bundles', zh: '“一件事”列表', answers: BundlePage, more: 'Newest first.' },
    as: 'county-editor',
  })
  async listBundles(@By() by: Actor, @Query() query: BundleQuery): Promise<Page<BundleLine>> {
    const { items, nextCursor } = await this.bundles.list(by, query);
    return { items: items.map((bundle) => BundleLine.of(bundle)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: may['bundle.work'], en: 'Read a bundle', zh: '“一件事”详情', answers: BundleView },
    ...{ as: 'service-administrator', at: { id: demoId('bundle', '654021PCN0009') } },
  })
  async readBundle(@By() by: Actor, @PathId() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<BundleView> {
    return withEtag(reply, this.view(by, await this.bundles.see(by, id)));
  }

  @Get(':id/findings')
  @Door({
    ...{ to: may['bundle.work'], en: 'What stands against publication', zh: '发布前检查', answers: BundleFindingsView },
    ...{ as: 'county-editor', at: { id: demoId('bundle', 'to-publish') } },
  })
  async readBundleFindings(@By() by: Actor, @PathId() id: string): Promise<BundleFindingsView> {
    const { content } = await this.bundles.see(by, id);
    return BundleFindingsView.of(await this.check.report(content));
  }

  @Put(':id')
  @Door({
    ...{ to: may['bundle.edit'], en: 'Edit a bundle, or begin a revision', zh: '修改“一件事”或开始修订', answers: BundleView },
    more: 'The whole content. The version in force stays in force until the revision is published.',
    ...{ as: 'county-editor', at: { id: demoId('bundle', 'to-edit'), 'If-Match': '"1"' }, sends: bundleContent },
  })
  async editBundle(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() input: BundleContent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BundleView> {
    return withEtag(reply, this.view(by, await this.service.edit(by, id, version, input)));
  }

  @Post(':id/publication')
  @Door({
    ...{ to: may['bundle.publish'], en: 'Publish a bundle', zh: '发布“一件事”', answers: BundleView },
    more: 'Checked as a whole first; every finding is named at once.',
    ...{ as: 'service-administrator', at: { id: demoId('bundle', 'to-publish') } },
  })
  async publishBundle(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch('optional') version: number | undefined,
  ): Promise<BundleView> {
    return this.view(by, await this.service.publish(by, id, version));
  }

  @Post(':id/withdrawal')
  @Door({
    ...{ to: may['bundle.publish'], en: 'Withdraw a bundle', zh: '取消“一件事”', answers: BundleView },
    ...{ as: 'service-administrator', at: { id: demoId('bundle', 'to-withdraw') }, sends: { reason: '演示主题不再办理' } },
  })
  async withdrawBundle(@By() by: Actor, @PathId() id: string, @Body() input: WithdrawBundleInput): Promise<BundleView> {
    return this.view(by, await this.service.withdraw(by, id, input));
  }

  private view(by: Actor, bundle: Bundle): BundleView {
    return BundleView.seen(bundle, this.bundles.actsFor(by, bundle));
  }
}
