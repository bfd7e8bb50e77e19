import { PageQuery } from '../../../kernel/http/page';
import { Code, OneOf } from '../../../kernel/validation/fields';
import { TYPE_CODE } from '../type/licence-type.inputs';

export const STATES = ['valid', 'suspended', 'annulled', 'withdrawn', 'revoked', 'deregistered', 'expired'] as const;

export class LicenceListQuery extends PageQuery {
  @Code(TYPE_CODE, 21, { optional: true, says: 'Of this type 证照类型代码' }) typeCode?: string;
  @OneOf(STATES, { optional: true, says: 'In this state 状态' }) state?: string;
}
