import { fact } from '../../kernel/events/fact';

export const LicenceTypePublished = fact<{ typeCode: string; number: number }>('licences.licence-type-published');
export const LicenceIssued = fact<{ licenceId: string; typeCode: string; holderId: string }>('licences.licence-issued');
export const LicenceAnnulled = fact<{ licenceId: string; holderId: string }>('licences.licence-annulled');
