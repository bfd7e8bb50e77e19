import { OneOf } from '../../../kernel/validation/fields';
import { GuideAsOfQuery } from '../guide/guide.inputs';

export class GuidePageQuery extends GuideAsOfQuery {
  @OneOf(['normal', 'large'], { optional: true, says: 'Size of the letters 字号' }) size?: 'normal' | 'large';
}
