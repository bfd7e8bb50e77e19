/** What the applicant agreed to, and how it is known. */
export interface Help {
  helperId: string;
  organizationId: string;
  /** The helper may withdraw the application as well. */
  mayWithdraw: boolean;
  consent: 'given' | 'recorded';
}

export const helpEnds = ['revoked', 'recorded-revocation', 'given-up'] as const;
export type HelpEnd = (typeof helpEnds)[number];

export const NO_HELP = { helperId: null, helperOrganizationId: null, helperMayWithdraw: false };
