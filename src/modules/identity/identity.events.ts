import { fact } from '../../kernel/events/fact';

export const PersonRegistered = fact<{ personId: string }>('identity.person-registered');
export const StaffChanged = fact<{ staffId: string }>('identity.staff-changed');
export const PartnerChanged = fact<{ partnerId: string }>('identity.partner-changed');
export const AuthorityGiven = fact<{ authorityId: string; partyId: string; agentId: string }>('identity.authority-given');
export const AuthorityRevoked = fact<{ authorityId: string; partyId: string; agentId: string }>('identity.authority-revoked');
