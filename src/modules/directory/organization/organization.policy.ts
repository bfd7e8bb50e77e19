import { everyone, policy, within } from '../../../kernel/authz/policy';
import { directoryPermissions } from '../directory.permissions';
import type { Organization } from './organization.entity';
import type { OrganizationAct } from './organization.lifecycle';

export const organizationEditors = within<Pick<Organization, 'areaPath'>>(directoryPermissions['organization.edit'], {
  area: 'areaPath',
});

export const organizationPolicy = policy<Organization, OrganizationAct>({
  see: everyone,
  may: { change: organizationEditors, close: organizationEditors },
});
