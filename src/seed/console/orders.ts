import { Clock } from '../../kernel/clock/clock';
import { shanghaiDay } from '../../kernel/clock/day';
import { AcceptanceFacade, demoOrder } from '../../modules/acceptance/acceptance.facade';
import { ImplementationFacade } from '../../modules/implementation/implementation.facade';
import { itemRow } from '../catalogue';
import { idOf, named, type Section, seeding } from '../house';
import { contentOf } from '../list-content';
import { organization } from '../organizations';
import { asStaff } from '../people';
import { says } from './says';

const YEAR = 365 * 86_400_000;

/** Change-of-law orders about a list of their own, under which nobody has applied. */
export const orderRecords: Section = {
  ...{ says, mark: { kind: 'acceptance.change-of-law-order', id: idOf('change-of-law-order', 'issued') } },
  make: async (house) => {
    const organ = organization('county-hr');
    const { basicCode } = demoOrder;
    const list = {
      ...{ organizationId: organ.id, basicCode, level: '4' as const, variantNumber: 24, variantName: '演示适用新法' },
      ...{ content: contentOf(organ, itemRow(basicCode), 10, {}), approvedUnder: '演示数据' },
    };
    await named('list', 'under-new-law', () => house.get(ImplementationFacade).publish(seeding, list));
    const hands = { drafter: seeding, issuer: asStaff('service-administrator') };
    const effectiveOn = shanghaiDay(new Date(Date.parse(await house.get(Clock).now()) + YEAR).toISOString());
    for (const [name, state] of [
      ['to-edit', 'draft'],
      ['to-issue', 'draft'],
      ['to-withdraw', 'issued'],
      ['issued', 'issued'],
    ] as const) {
      const order = { ...demoOrder, effectiveOn };
      await named('change-of-law-order', name, () => house.get(AcceptanceFacade).bringOrderTo(state, hands, order));
    }
  },
};
