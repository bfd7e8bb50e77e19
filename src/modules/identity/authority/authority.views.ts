import { DayText, Name, OneOf, Part, Uuid } from '../../../kernel/validation/fields';
import type { Authority } from './authority.entity';

export class LegalPersonView {
  @Uuid() id: string;
  @Name(18, { says: 'Unified social credit code 统一社会信用代码' }) uscc: string;
  @Name(200, { says: 'Name 名称' }) name: string;
}

export class AuthorityView {
  @Uuid() id: string;
  @OneOf(['active', 'revoked', 'lapsed'], { says: 'State 状态' }) state: string;
  @Uuid({ says: 'Party 委托人' }) partyId: string;
  @Uuid({ says: 'Who may act 受托人' }) agentId: string;
  @OneOf(['legal-representative', 'agent'], { says: 'Ground 依据' }) ground: string;
  @DayText({ says: 'From 起始日' }) validFrom: string;
  @DayText({ optional: true, says: 'Until 终止日' }) validTo?: string;

  static of({ id, state, partyId, agentId, ground, validFrom, validTo }: Authority): AuthorityView {
    return { id, state, partyId, agentId, ground, validFrom, ...(validTo && { validTo }) };
  }
}

export class AuthorityListView {
  @Part(() => AuthorityView, { list: { max: 100 } }) items: AuthorityView[];
}
