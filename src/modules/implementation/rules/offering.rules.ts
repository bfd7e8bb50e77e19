import type { ListRule } from './finding.rules';

/** implementation/I15: somebody regulates afterwards; where an approval bureau decides, it is the sector department. */
export const regulator: ListRule = ({ organization, content: { regulatingOrganization, decidedByApprovalBureau } }) => {
  if (!regulatingOrganization) return [{ code: 'regulator-missing', pointer: '/regulatingOrganization' }];
  const bureau = decidedByApprovalBureau || /行政审批.*局$/.test(organization.name);
  return bureau && regulatingOrganization.uscc === organization.uscc
    ? [{ code: 'regulator-is-bureau', pointer: '/regulatingOrganization/uscc' }]
    : [];
};

/** implementation/I16: nobody is left with the online way alone, unless the list says why. */
export const offlineWay: ListRule = ({ content: { channels = [], windows = [], noWindowReason } }) =>
  channels.some((channel) => channel !== 'window') && !(channels.includes('window') && windows.length) && !noWindowReason
    ? [{ code: 'no-window', pointer: '/windows' }]
    : [];
