import { Code } from '../../../kernel/validation/fields';

export const CODE = /^[\w-]{22}$/;

export class VerifyLicenceInput {
  @Code(/^[\x21-\x7e]+$/, 200_000, { optional: true, says: 'Credential as it was handed over (SD-JWT) 凭证文本' })
  credential?: string;
  @Code(CODE, 22, { optional: true, says: 'Code that the holder shows 核验码', example: 'AAAAAAAAAAAAAAAAAAAAAA' }) code?: string;
}
