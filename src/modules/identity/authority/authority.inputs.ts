import { checkGb32100 } from '../../../kernel/validation/check-digits';
import { Code, DayText, Name, OneOf, Part, Uuid } from '../../../kernel/validation/fields';

export class CertificateCheckInput {
  @OneOf(['certificate-original', 'electronic-licence', 'registry-query'], {
    says: 'How the certificate of registration was checked: original at the window, electronic licence, query of the registry 登记证书核验方式',
  })
  how: string;
  @Name(100, { says: 'Reference of the check, e.g. number of the certificate seen 核验凭据' }) reference: string;
}

export class RegisterLegalPersonInput {
  @Code(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 18, {
    says: 'Unified social credit code 统一社会信用代码',
    check: (code) => checkGb32100(code).ok,
    detail: 'a unified social credit code whose check characters agree (GB 32100, GB 11714)',
  })
  uscc: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Uuid({ says: 'Legal representative, a registered person 法定代表人' }) representativeId: string;
  @Part(() => CertificateCheckInput, { says: 'Proof that it exists and whom its certificate names 登记证书核验' })
  proof: CertificateCheckInput;
}

export class GiveAuthorityInput {
  @Uuid({ says: 'Party to be represented: yourself, or a legal person you represent 委托人' }) partyId: string;
  @Uuid({ says: 'Who may act 受托人' }) agentId: string;
  @DayText({ says: 'From this day 起始日' }) validFrom: string;
  @DayText({ optional: true, says: 'Until this day 终止日' }) validTo?: string;
}
