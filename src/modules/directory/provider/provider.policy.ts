import { everyone, policy, within } from '../../../kernel/authz/policy';
import { directoryPermissions } from '../directory.permissions';
import type { Provider } from './provider.entity';
import type { ProviderAct } from './provider.lifecycle';

export const providerEditors = within<Pick<Provider, 'areaPath'>>(directoryPermissions['provider.edit'], { area: 'areaPath' });

export const providerPolicy = policy<Provider, ProviderAct>({
  see: everyone,
  may: { change: providerEditors, close: providerEditors },
});
