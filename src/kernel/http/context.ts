import { AsyncLocalStorage } from 'node:async_hooks';
import { type Actor, nobody } from '../authz/actor';

export type Language = 'zh' | 'en';

/** What is known about the request, or the job, that is running. */
export interface Context {
  requestId: string;
  traceId: string;
  language: Language;
  by: Actor;
  purpose?: string;
}

const storage = new AsyncLocalStorage<Context>();

export const runIn = <T>(context: Context, work: () => T): T => storage.run(context, work);

export function context(): Context {
  return storage.getStore() ?? { requestId: 'none', traceId: 'none', language: 'zh', by: nobody };
}
