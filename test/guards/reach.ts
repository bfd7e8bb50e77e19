import type { Somebody } from '../kit/actors';
import type { World } from '../kit/world';

/** How a door is reached: by whom, with which record behind each parameter of its address, sending what. */
export interface Reach {
  by: Somebody;
  at?: Record<string, string>;
  query?: string;
  /** Instead of the document's example. */
  body?: object | string;
  headers?: Record<string, string>;
  /** The same role in another unit or area, or another person: gets 403 or 404 unless `outside` says otherwise. */
  outsider?: Somebody;
  outside?: number[];
}

export type Given = (w: World) => Promise<Reach>;
export type Records = Record<string, Given>;

/** A record as it was before anybody changed it. */
export const untouched = { 'if-match': '"1"' };
/** Where none of the records stands: 喀什地区. */
export const ELSEWHERE = '653100000000';
export const HERE = '650102000000';

/** The body of an answer that went well. */
export async function made<T>(answer: PromiseLike<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer;
  if (status > 299) throw new Error(`the record cannot be made: ${JSON.stringify(body)}`);
  return body as T;
}
