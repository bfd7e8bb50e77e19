import { Code, Name, OneOf, Part } from '../../../kernel/validation/fields';

export class PresenceInput {
  @OneOf(['card-read', 'code', 'recorded-authority'], {
    says: 'How presence was proven: card read at the window, code sent to the person, recorded authority 到场核验方式',
  })
  how: string;
  @Name(100, { says: 'Reference of the proof, e.g. the card reader’s receipt 核验凭据' }) reference: string;
}

const EMAIL = /^[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,4}$/;

export class ContactInput {
  @Code(EMAIL, 200, { optional: true, says: 'Mail address 电子邮箱', detail: 'a mail address' }) email?: string;
  @Code(/^1\d{10}$/, 11, { optional: true, says: 'Mobile number 手机号' }) phone?: string;
  @OneOf(['zh', 'ug', 'en'], { optional: true, says: 'Language of messages, for delivery only 消息语言' }) language?:
    'zh' | 'ug' | 'en';
}

export class RegisterPersonInput extends ContactInput {
  @Name(50, { says: 'Name 姓名', example: '张三' }) name: string;
  @Code(/^\d{17}[\dXx]$/, 18, { says: 'Citizen identity number 公民身份号码', example: '650102199003071235' }) idNumber: string;
  @Part(() => PresenceInput, { says: 'Proof of presence (P6) 到场核验' }) presence: PresenceInput;
}
