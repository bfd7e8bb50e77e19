import { pageOf } from '../../../kernel/http/page';
import { Code, Flag, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { BundleContent } from '../content/content.inputs';
import type { ToldFinding } from './bundle-check.service';
import type { Bundle } from './bundle.entity';
import { BUNDLE_CODE } from './bundle.inputs';
import { type BundleAct, bundleStates } from './bundle.lifecycle';

export class InterruptionView {
  @Code(/^.{12}$/, 12, { says: 'Item that was withdrawn 已取消事项' }) basicCode: string;
  @LongText(500, { says: 'Why 原因' }) reason: string;
  @InstantText({ says: 'When 时间' }) at: string;
}

export class BundleLine {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version of the record, also the ETag 记录版本' }) version: number;
  @OneOf(bundleStates, { says: 'State 状态' }) state: string;
  @Code(BUNDLE_CODE, 32, { says: 'Code 主题编码' }) code: string;
  @Name(100, { says: 'Theme 主题' }) theme: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Uuid({ says: 'Organization that leads it 牵头部门' }) leadOrganizationId: string;
  @Whole(0, 100_000, { says: 'Number of the latest published version 最新版本号' }) latestNumber: number;
  @Part(() => InterruptionView, { optional: true, says: 'Takes no new journeys 暂停申请' }) interruption?: InterruptionView;

  static of({ id, version, state, code, content, leadOrganizationId, latestNumber, interruption }: Bundle): BundleLine {
    const { theme, name } = content;
    const line = { id, version, state, code, theme, name, leadOrganizationId, latestNumber };
    return interruption ? { ...line, interruption } : line;
  }
}

export const BundlePage = pageOf(BundleLine);

export class BundleView extends BundleLine {
  @Part(() => BundleContent, { says: 'Content as it is worked on 编制内容' }) content: BundleContent;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static seen(bundle: Bundle, acts: BundleAct[]): BundleView {
    return { ...BundleLine.of(bundle), content: bundle.content, acts };
  }
}

export class BundleFindingView {
  @Name(300, { says: 'Where, as JSON Pointer into the content 位置' }) pointer: string;
  @Name(100, { says: 'Code 代码' }) code: string;
  @Name(60, { optional: true, says: 'Rule 规则' }) rule?: string;
  @Name(500, { says: 'What is wrong 说明' }) detail: string;
}

export class BundleFindingsView {
  @Flag({ says: 'Whether it could be published as it stands 可否发布' }) ready: boolean;
  @Part(() => BundleFindingView, { list: { max: 1_000 }, says: 'What stands against it 问题' }) findings: BundleFindingView[];

  static of(findings: ToldFinding[]): BundleFindingsView {
    return { ready: findings.length === 0, findings };
  }
}
