import { Code, InstantText, OneOf } from '../../../kernel/validation/fields';
import { CODE } from './verification.inputs';

export class VerificationCodeView {
  @Code(CODE, 22, { says: 'Code, to be shown as text or QR 核验码' }) code: string;
  @InstantText({ says: 'Works until 有效期至' }) expiresAt: string;
}

export class VerificationView {
  @OneOf(['valid', 'expired', 'suspended', 'annulled', 'revoked', 'forged', 'unknown'], { says: 'Outcome 核验结果' })
  outcome: string;
  @InstantText({ says: 'As of 核验时间' }) checkedAt: string;
}
