import { pageOf } from '../../../kernel/http/page';
import { InstantText, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import type { ChangeOfLawOrder } from './order.entity';
import { OrderInput } from './order.inputs';
import { type OrderAct, orderStates } from './order.lifecycle';

export class OrderView extends OrderInput {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version, also the ETag 版本' }) version: number;
  @OneOf(orderStates, { says: 'State 状态' }) state: string;
  @InstantText({ optional: true, says: 'Takes effect 生效时间' }) effectAt?: string;
  @Whole(0, 2_147_483_647, { says: 'Cases moved so far 已调整办件数' }) moved: number;
  @Uuid({ list: { max: 200 }, says: 'Versions that were not in force when the day came: no case went there 未生效的版本' })
  lapsedIds: string[];
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(order: ChangeOfLawOrder, acts: OrderAct[]): OrderView {
    const { id, version, state, statute, article, transitionClause, effectiveOn, basicCode, divisionCode } = order;
    const { versionIds, effectAt, moved, lapsedIds } = order;
    return {
      ...{ id, version, state, statute, article, transitionClause, effectiveOn, basicCode, divisionCode, versionIds },
      ...{ moved, lapsedIds, acts },
      ...(effectAt && { effectAt }),
    };
  }
}

export const OrderPage = pageOf(OrderView);
