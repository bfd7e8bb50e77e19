import { fact } from '../../kernel/events/fact';

export const OrganizationRegistered = fact<{ organizationId: string; divisionCode: string }>('directory.organization-registered');
export const OrganizationClosed = fact<{ organizationId: string }>('directory.organization-closed');
