import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import type { Guide } from '../../implementation/implementation.facade';
import { type Telling, TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { Course } from '../case/reported.rules';
import { extendedKinds } from '../case/case-limits.rules';
import { limitsOf, subjectOf } from '../case/clocks.service';
import type { CaseFile } from './case-file';

/** How far a case has come, and its file. */
export interface Reported {
  file: CaseFile;
  course: Omit<Course, 'dueOn'>;
}

/**
 * acceptance/A22, time-limits/T1: the statutory and the promised limit run from the acceptance by the calendars of the organ's place;
 * procedures, extensions and the end count from when they happened, whenever they are told.
 */
@Injectable()
export class ReportedClocks {
  constructor(private readonly limits: TimeLimitsFacade) {}

  /** The nearest open day of each case, by its id. */
  async follow(by: Actor, reported: Reported[]): Promise<Map<string, string>> {
    const begun = reported.filter(({ file }) => !file.kase);
    const starting = begun.flatMap(({ file, course }) => {
      const guide = file.guide!;
      const common = { subject: subjectOf(file.id!), area: guide.organization.divisionCode, from: course.acceptedAt! };
      return limitsOf(guide).map((limit) => ({ ...common, ...limit }));
    });
    if (starting.length) await this.limits.startAll(by, starting);
    const cards = await this.limits.recall(by, reported.map(tellingOf));
    const days = new Map<string, string>();
    for (const { subject, dueOn, endedAt } of cards) {
      const known = days.get(subject.id);
      if (endedAt === null && (known === undefined || dueOn < known)) days.set(subject.id, dueOn);
    }
    return days;
  }
}

function tellingOf({ file, course }: Reported): Telling {
  const news = file.news.filter(({ state }) => state === 'placed');
  const pauses = news.flatMap((entry) => {
    const procedure = file.stopping(entry);
    if (entry.kind !== 'up_pro_special_procedure' || !procedure) return [];
    const basis = `《行政许可法》第四十五条；${procedure.article}`;
    return [{ from: entry.at!, to: entry.until!, reason: procedure.name, basis }];
  });
  const days = news.find(({ extensionDays }) => extensionDays)?.extensionDays;
  return {
    subject: subjectOf(file.id!),
    pauses,
    ...(days && { extension: { days, basis: basisOf(file.guide!), kinds: extendedKinds(file.guide!) } }),
    ...endOf(course, news.find(({ code }) => code === 2)?.at),
  };
}

const basisOf = ({ procedureLaw }: Guide): string => (procedureLaw.licensing ? '《行政许可法》第四十二条' : procedureLaw.basis);

function endOf({ state, completedAt }: Reported['course'], withdrawnAt: string | null | undefined): Pick<Telling, 'ended'> {
  if (state === 'completed') return { ended: { how: 'met', at: completedAt! } };
  return state === 'withdrawn' && withdrawnAt ? { ended: { how: 'cancelled', at: withdrawnAt } } : {};
}
