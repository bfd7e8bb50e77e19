import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, Flag, InstantText, LongText, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import { DELEGATED_STEPS } from './delegated-steps.rules';
import type { Delegation } from './delegation.entity';
import { BASIC_CODE } from './delegation.inputs';
import { type DelegationAct, delegationStates } from './delegation.lifecycle';

export class DelegationView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version 版本' }) version: number;
  @OneOf(delegationStates, { says: 'State 状态' }) state: string;
  @Uuid({ says: 'Organ that grants it 授权单位' }) organizationId: string;
  @Uuid({ says: 'Chief affairs representative 首席事务代表' }) staffId: string;
  @Flag({ says: 'All items of the organ 全部事项' }) allItems: boolean;
  @Code(BASIC_CODE, 12, { list: { max: 500 }, says: 'Basic codes of the items 事项基本编码' }) basicCodes: string[];
  @OneOf(DELEGATED_STEPS, { list: { max: 4 }, says: 'Steps 授权环节' }) steps: string[];
  @DayText({ says: 'First day 起始日' }) fromOn: string;
  @DayText({ says: 'Last day 截止日' }) toOn: string;
  @InstantText({ optional: true, says: 'Revoked 撤回时间' }) revokedAt?: string;
  @LongText(500, { optional: true, says: 'Why it was revoked 撤回原因' }) revocationReason?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(delegation: Delegation, acts: DelegationAct[]): DelegationView {
    const { id, version, state, organizationId, staffId, allItems, basicCodes, steps, fromOn, toOn } = delegation;
    const { revokedAt, revocationReason } = delegation;
    return {
      ...{ id, version, state, organizationId, staffId, allItems, basicCodes, steps, fromOn, toOn, acts },
      ...(revokedAt && { revokedAt }),
      ...(revocationReason && { revocationReason }),
    };
  }
}

export const DelegationPage = pageOf(DelegationView);
