import { allOf, type Rule, when } from '../../../kernel/authz/policy';
import type { Case } from '../case/case.entity';
import { unended } from '../case/case.lifecycle';

const named: Rule<Case> = {
  test: (kase, by) => by.kind === 'staff' && kase.helperId === by.id,
  where: (by, bind) => (by.kind === 'staff' ? `t.helper_id = ${bind(by.id)}::text` : 'false'),
};

/** acceptance/A27: consent is scoped to one case and closed at its end. */
export const helps = allOf<Case>(named, when<Case>({ state: unended }));
export const helpsToWithdraw = allOf<Case>(helps, when<Case>({ helperMayWithdraw: [true] }));

/** Whoever does the applicant's acts on a case does none of the organ's on it. */
export const isNoHelper: Rule<Case> = {
  test: (kase, by) => !named.test(kase, by),
  where: (by, bind) => (by.kind === 'staff' ? `t.helper_id is distinct from ${bind(by.id)}::text` : 'true'),
};
