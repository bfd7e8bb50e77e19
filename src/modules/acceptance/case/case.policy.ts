import { allOf, anyOf, noOne, own, ownInPerson, policy, type Rule, when, within } from '../../../kernel/authz/policy';
import { acceptancePermissions as may } from '../acceptance.permissions';
import type { Case } from './case.entity';
import { helps, helpsToWithdraw, isNoHelper } from '../help/help.policy';
import { type CaseAct, caseStates } from './case.lifecycle';

const place = { unit: 'organizationId', area: 'areaPath' } as const;
const draft = when<Case>({ state: ['draft'] });
const received = when<Case>({ state: caseStates.filter((state) => state !== 'draft' && state !== 'discarded') });
// A15: an agent has the applicant among their parties as long as the authority lasts; being named in the case gives nothing.
export const applicant = own<Case>('applicantId');

/** Whoever of the staff, or which system, entered it: as long as it is a draft they write it together with the applicant. */
const enteredIt: Rule<Case> = {
  test: (kase, by) => by.kind !== 'nobody' && kase.enteredById === by.id,
  where: (by, bind) => (by.kind === 'nobody' ? 'false' : `t.entered_by_id = ${bind(by.id)}::text`),
};

/** 查看办件 */
export const watching = within<Case>(may['case.watch'], place);

/** Of the organization that handles it; what was never submitted has not reached it. */
const handling = (permission: (typeof may)[keyof typeof may]) =>
  allOf<Case>(within<Case>(permission, place), received, isNoHelper);

// acceptance/A22: what another system runs is not acted on here.
const here = when<Case>({ elsewhere: [false] });
const actsOn = (rule: Rule<Case>): Rule<Case> => allOf<Case>(here, rule);

const writes = anyOf<Case>(applicant, allOf<Case>(enteredIt, draft));
const takesIn = actsOn(handling(may['case.take-in']));
const reviews = actsOn(handling(may['case.review']));
const decides = actsOn(handling(may['case.decide']));

export const casePolicy = policy<Case, CaseAct>({
  see: anyOf<Case>(writes, allOf<Case>(watching, received), helps),
  may: {
    edit: anyOf<Case>(writes, helps),
    submit: anyOf<Case>(writes, helps),
    discard: writes,
    assign: takesIn,
    correct: takesIn,
    'request-supplement': takesIn,
    // A16: what is brought to the window is entered there.
    supplement: actsOn(anyOf<Case>(applicant, takesIn, helps)),
    'change-law': noOne,
    'supply-by-order': actsOn(anyOf<Case>(applicant, takesIn, helps)),
    accept: takesIn,
    'turn-away': takesIn,
    refuse: takesIn,
    opine: reviews,
    'begin-procedure': reviews,
    suspend: reviews,
    'end-procedure': reviews,
    extend: actsOn(handling(may['case.extend'])),
    decide: decides,
    deliver: actsOn(handling(may['case.deliver'])),
    // A16: the window enters the withdrawal that an applicant brings on paper; the history names the clerk.
    withdraw: actsOn(anyOf<Case>(applicant, takesIn, helpsToWithdraw)),
    terminate: decides,
    // A27: consent is the applicant's own, and an agent passes nothing on; whoever takes it back does so at once.
    'name-helper': actsOn(anyOf<Case>(ownInPerson('applicantId'), allOf<Case>(enteredIt, draft), takesIn)),
    'end-help': anyOf<Case>(applicant, allOf<Case>(enteredIt, draft), takesIn, helps),
    report: allOf<Case>(within<Case>(may['partner-case.send'], place), when<Case>({ elsewhere: [true] })),
  },
});
