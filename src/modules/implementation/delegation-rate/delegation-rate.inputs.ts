import { Code } from '../../../kernel/validation/fields';

export class DelegationRateQuery {
  @Code(/^\d{12}$/, 12, { says: 'Division, with everything below it 区划', example: '654021000000' }) division: string;
}
