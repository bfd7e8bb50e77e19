import { PageQuery } from '../../../kernel/http/page';
import { Code } from '../../../kernel/validation/fields';
import { BUNDLE_CODE } from '../bundle/bundle.inputs';

export class BundleVersionQuery extends PageQuery {
  @Code(BUNDLE_CODE, 32, { optional: true, says: 'With this code 主题编码' }) code?: string;
  @Code(/^\d{12}$/, 12, { optional: true, says: 'Led from this division or below 区划（含下级）' }) division?: string;
}
