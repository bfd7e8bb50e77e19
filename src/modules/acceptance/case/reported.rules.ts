import type { Told } from '../../../kernel/events/fact';
import * as facts from '../acceptance.events';
import type { Case } from './case.entity';

/** How far a case has come that another system runs. */
export type Course = Pick<Case, 'state' | 'acceptedAt' | 'decidedAt' | 'granted' | 'completedAt' | 'dueOn'> &
  Partial<Pick<Case, 'caseNumber' | 'queryCodeHash' | 'submittedAt' | 'receivedAt' | 'receiptSeq' | 'elsewhere'>>;

/** acceptance/A22: each fact is told once, however often and in whatever order the records come. */
export function factsOf(kase: Case, course: Course, about: facts.AboutCase): Told[] {
  return [
    ...(kase.submittedAt ? [] : [facts.CaseSubmitted(about)]),
    ...(kase.acceptedAt ? [] : [facts.CaseAccepted({ ...about, deemed: false })]),
    ...(!kase.decidedAt && course.decidedAt ? [facts.CaseDecided({ ...about, granted: course.granted! })] : []),
    ...(!kase.completedAt && course.completedAt ? [facts.CaseCompleted(about)] : []),
    ...(kase.state !== 'withdrawn' && course.state === 'withdrawn' ? [facts.CaseWithdrawn(about)] : []),
  ];
}
