import { pageOf } from '../../../kernel/http/page';
import { Code, Flag, InstantText, JsonObject, Name, OneOf, Whole } from '../../../kernel/validation/fields';
import { TYPE_CODE } from './licence-type.inputs';
import type { LicenceType, LicenceTypeContent } from './licence-type.entity';
import type { LicenceTypeAct } from './licence-type.lifecycle';
import type { PublishedContent } from './licence-type.store';

class ContentView {
  @Code(TYPE_CODE, 21, { says: 'Type code 证照类型代码' }) typeCode: string;
  @Whole(0, 1_000_000, { says: 'Number of the version in force; 0 before the first 现行版本号' }) number: number;
  @Name(200, { says: 'Name 证照名称' }) name: string;
  @JsonObject({ says: 'Fields as JSON Schema 照面元数据' }) metadata: Record<string, unknown>;
  @Name(100, { list: { max: 100 }, says: 'Fields that may be kept back 可选择披露的字段' }) selectivelyDisclosable: string[];
  @Flag({ says: 'At most one valid licence per holder 每个持证主体仅一份有效' }) oneValidPerHolder: boolean;
  @Name(100, { says: 'Layout 版式模板' }) template: string;
}

export class LicenceTypeVersionView extends ContentView {
  @InstantText({ says: 'Published 发布时间' }) publishedAt: string;

  static of({ content, ...version }: PublishedContent): LicenceTypeVersionView {
    return { ...version, ...content };
  }
}

export class LicenceTypeView extends ContentView {
  @Whole(1, 2_147_483_647, { says: 'Version, also the ETag 版本' }) version: number;
  @OneOf(['draft', 'published'], { says: 'Whether something is not published yet 状态' }) state: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  /** Editors read the draft, everybody else what is in force. */
  static of(
    { typeCode, number, version, state, ...type }: LicenceType,
    content: LicenceTypeContent,
    acts: LicenceTypeAct[],
  ): LicenceTypeView {
    void type;
    return { typeCode, number, version, state, ...content, acts };
  }
}

export const LicenceTypePage = pageOf(LicenceTypeView);
