import { Code, LongText } from '../../../kernel/validation/fields';

export class WithdrawItemInput {
  @LongText(500, { says: 'Why 原因', example: '法律依据已废止' }) reason: string;
  @Code(/^[0-9a-f]{64}$/, 64, {
    optional: true,
    says: 'Digest of the impact you have read; without it nothing is withdrawn 影响摘要',
  })
  impact?: string;
}
