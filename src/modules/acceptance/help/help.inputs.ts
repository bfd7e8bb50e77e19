import { Flag, Name, Uuid } from '../../../kernel/validation/fields';

export class NameHelperInput {
  @Uuid({ says: 'Member of staff who helps 帮办代办人员' }) helperId: string;
  @Flag({ optional: true, says: 'May also withdraw the application 同意其代为撤件' }) mayWithdraw?: boolean;
  @Flag({ optional: true, says: 'The applicant is present and agrees; for staff who record it 申请人当面同意' })
  applicantPresent?: boolean;
}

/** Who helps an applicant with a case, or did. */
export class HelpView {
  @Name(100, { says: 'Helper 帮办代办人员' }) helperId: string;
  @Uuid({ says: 'Where the helper works 所在单位' }) organizationId: string;
  @Flag({ says: 'May also withdraw the application 可代为撤件' }) mayWithdraw: boolean;
}
