import type { Actor } from '../../../kernel/authz/actor';
import { masked } from '../intake/form.rules';

export const isHandler = (by: Actor): boolean => by.kind === 'staff' || by.kind === 'partner';

/** P3: handlers see numbers of persons masked; the applicant sees what was written. */
export const forReader = (by: Actor, content: Record<string, unknown>): Record<string, unknown> =>
  isHandler(by) ? (masked(content) as Record<string, unknown>) : content;
