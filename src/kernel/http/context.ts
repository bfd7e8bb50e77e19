import { AsyncLocalStorage } from 'node:async_hooks';
import { type Actor, nobody } from '../authz/actor';
import type { Refusal } from './problem';

export type Language = 'zh' | 'en';

/** What is known about the request, or the job, that is running. */
export interface Context {
  requestId: string;
  traceId: string;
  language: Language;
  by: Actor;
  purpose?: string;
  /** Why the body cannot be taken; told after 401 and 403. */
  bodyFault?: Refusal;
}

const storage = new AsyncLocalStorage<Context>();

export const runIn = <T>(context: Context, work: () => T): T => storage.run(context, work);

export function context(): Context {
  return storage.getStore() ?? { requestId: 'none', traceId: 'none', language: 'zh', by: nobody };
}
