import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { refuse } from '../../../kernel/http/kernel.errors';
import { PathCode } from '../../../kernel/http/path';
import { diff, DiffQuery } from '../../catalog/catalog.facade';
import type { GuideDocument } from '../list/guide-version.entity';
import { GuideDiffView, GuideVersionList } from './guide-history.views';
import { VARIANT_CODE } from './guide.inputs';
import { GuideVersions } from './guide-version.store';
import { GuideDocumentView } from './guide.views';

const Variant = () => PathCode('code', VARIANT_CODE, 33);
const VersionNumber = () => PathCode('n', /^[1-9]\d{0,5}$/, 6);
const OF_THE_DEMO = '1165402199X800225M400201410500101';

/** implementation/I9: what was, is and will be in force under a code. */
@ApiTags('implementation')
@Controller('v1/guides/:code/versions')
export class GuideHistoryController {
  constructor(private readonly versions: GuideVersions) {}

  @Get()
  @Door({
    ...{ to: open, en: 'List the versions of a guide', zh: '办事指南版本列表', answers: GuideVersionList },
    ...{ more: 'Newest first, with those that wait for their day.', at: { code: OF_THE_DEMO } },
  })
  async listGuideVersions(@Variant() code: string): Promise<GuideVersionList> {
    const items = await this.versions.history(code);
    if (!items.length) throw refuse('not-found');
    return { items };
  }

  @Get(':n')
  @Door({
    ...{ to: open, en: 'Read a version of a guide by number', zh: '按版本号查阅办事指南', answers: GuideDocumentView },
    at: { code: OF_THE_DEMO, n: '1' },
  })
  async readNumberedGuideVersion(@Variant() code: string, @VersionNumber() n: string): Promise<GuideDocument> {
    return this.numbered(code, Number(n));
  }

  @Get(':n/diff')
  @Door({
    ...{ to: open, en: 'Compare a version of a guide with another', zh: '办事指南版本对比', answers: GuideDiffView },
    ...{ more: 'Element by element; what has a code is compared by code.', at: { code: OF_THE_DEMO, n: '1' } },
  })
  async compareGuideVersions(
    @Variant() code: string,
    @VersionNumber() n: string,
    @Query() query: DiffQuery,
  ): Promise<GuideDiffView> {
    const [version, other] = [await this.numbered(code, Number(n)), await this.numbered(code, query.with)];
    return { version: version.versionNumber, with: other.versionNumber, differences: diff(other.guide, version.guide) };
  }

  private async numbered(code: string, number: number): Promise<GuideDocument> {
    const found = await this.versions.numbered(code, number);
    if (!found) throw refuse('not-found');
    return JSON.parse(found) as GuideDocument;
  }
}
