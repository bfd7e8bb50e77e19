import { fact } from '../../kernel/events/fact';

export const OrganizationRegistered = fact<{ organizationId: string; divisionCode: string }>('directory.organization-registered');
export const OrganizationClosed = fact<{ organizationId: string }>('directory.organization-closed');

export const PlaceRegistered = fact<{ placeId: string; kind: string; divisionCode: string }>('directory.place-registered');
export const PlaceClosed = fact<{ placeId: string }>('directory.place-closed');
export const WindowOpened = fact<{ placeId: string; windowId: string; kind: string }>('directory.window-opened');
export const WindowClosed = fact<{ placeId: string; windowId: string }>('directory.window-closed');

export const ArrangementGranted = fact<{ arrangementId: string; grantorId: string; receiverId: string; mode: string }>(
  'directory.arrangement-granted',
);
export const ArrangementRevoked = fact<{ arrangementId: string; grantorId: string; receiverId: string; mode: string }>(
  'directory.arrangement-revoked',
);

export const ProviderRegistered = fact<{ providerId: string; kind: string; divisionCode: string }>(
  'directory.provider-registered',
);
export const ProviderClosed = fact<{ providerId: string }>('directory.provider-closed');

export const DelegationGranted = fact<{ delegationId: string; organizationId: string; staffId: string }>(
  'directory.delegation-granted',
);
export const DelegationRevoked = fact<{ delegationId: string; organizationId: string; staffId: string }>(
  'directory.delegation-revoked',
);
