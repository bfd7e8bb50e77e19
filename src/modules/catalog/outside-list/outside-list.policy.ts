import { policy, within } from '../../../kernel/authz/policy';
import { catalogPermissions } from '../catalog.permissions';
import type { OutsideList } from './outside-list.entity';
import type { OutsideListAct } from './outside-list.lifecycle';

const area = { area: 'areaPath' } as const;
const importers = within<OutsideList>(catalogPermissions['outside-list.import'], area);

export const outsideListPolicy = policy<OutsideList, OutsideListAct>({
  see: within<OutsideList>(catalogPermissions['outside-list.compare'], area),
  may: { import: importers, resolve: importers },
});
