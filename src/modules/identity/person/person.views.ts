import { Name, OneOf, Uuid } from '../../../kernel/validation/fields';

export class PersonRefView {
  @Uuid({ says: 'The same person has the same id 自然人标识' }) id: string;
}

export class PersonView extends PersonRefView {
  @Name(50, { says: 'Masked name 姓名（脱敏）' }) maskedName: string;
  @Name(18, { says: 'Masked identity number 身份号码（脱敏）' }) maskedIdentifier: string;
  @OneOf(['active', 'closed'], { says: 'State 状态' }) state: string;
}
