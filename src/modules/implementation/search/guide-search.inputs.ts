import { PageQuery } from '../../../kernel/http/page';
import { Code, Flag, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import { AUDIENCES, type Audience } from '../../catalog/catalog.facade';
import { ONLINE_DEPTHS, THEMES } from '../themes.rules';

const DIVISION = /^\d{12}$/;

export class GuideSearchQuery extends PageQuery {
  @Name(100, { says: 'What is looked for: at least two letters or digits of the name, or a code 关键词', example: '卫生' })
  q: string;
  @Code(DIVISION, 12, { optional: true, says: 'What somebody in this division can use: it and all above it 可用区划（含上级）' })
  usableIn?: string;
  @Code(DIVISION, 12, { optional: true, says: 'Of organizations in this division and below 区划（含下级）' }) division?: string;
  @Uuid({ optional: true, says: 'Of this organization 实施机构' }) organization?: string;
  @Code(/^\d{2}$/, 2, { optional: true, says: 'Of this item type 事项类型' }) itemType?: string;
  @Code(/^\d{2}$/, 2, { optional: true, says: 'Of this department, digits 5 and 6 of the basic code 部门' }) department?: string;
  @OneOf(AUDIENCES, { optional: true, says: 'For this audience 服务对象' }) audience?: Audience;
  @OneOf(THEMES, { optional: true, says: 'Of this theme 主题' }) theme?: string;
  @Whole(1, ONLINE_DEPTHS.length, { optional: true, says: 'Handled online at least so far 网上办理深度' }) onlineDepth?: number;
  @Flag({ optional: true, says: 'Count by type, department, audience, theme and depth as well 分面统计' }) facets?: boolean;
}
