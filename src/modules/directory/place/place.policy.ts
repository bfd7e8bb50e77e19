import { everyone, policy, within } from '../../../kernel/authz/policy';
import { directoryPermissions } from '../directory.permissions';
import type { ServicePlace } from './place.entity';
import type { PlaceAct } from './place.lifecycle';

export const placeEditors = within<Pick<ServicePlace, 'areaPath'>>(directoryPermissions['place.edit'], { area: 'areaPath' });

export const placePolicy = policy<ServicePlace, PlaceAct>({
  see: everyone,
  may: { change: placeEditors, 'open-window': placeEditors, 'close-window': placeEditors, close: placeEditors },
});
