import { checkGb32100 } from '../../../kernel/validation/check-digits';
import { Code, DayText, Name, Uuid } from '../../../kernel/validation/fields';

export class RegisterLegalPersonInput {
  @Code(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 18, {
    says: 'Unified social credit code 统一社会信用代码',
    check: (code) => checkGb32100(code).ok,
    detail: 'a unified social credit code whose check characters agree (GB 32100, GB 11714)',
  })
  uscc: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Uuid({ says: 'Legal representative, a registered person 法定代表人' }) representativeId: string;
}

export class GiveAuthorityInput {
  @Uuid({ says: 'Party to be represented: yourself, or a legal person you represent 委托人' }) partyId: string;
  @Uuid({ says: 'Who may act 受托人' }) agentId: string;
  @DayText({ says: 'From this day 起始日' }) validFrom: string;
  @DayText({ optional: true, says: 'Until this day 终止日' }) validTo?: string;
}
