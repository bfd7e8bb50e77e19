import { everyone, policy, within } from '../../../kernel/authz/policy';
import { catalogPermissions } from '../catalog.permissions';
import type { Adoption } from './adoption.entity';
import type { AdoptionAct } from './adoption.lifecycle';

/**
 * catalog/C5: a region adopts (承接) by its administration body (政务服务管理机构), that of a division or of one above it: the same that
 * audits the lists there (implementation/I8). Regions, prefectures and counties answer; lists of townships and villages count under
 * the adoption of their county, which answers for what any of the three exercises.
 */
const administrators = within<Adoption>(catalogPermissions['item.adopt'], { area: 'areaPath' });

export const adoptionPolicy = policy<Adoption, AdoptionAct>({
  see: everyone,
  may: { adopt: administrators, decline: administrators },
});
