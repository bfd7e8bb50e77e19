import type { Readable } from 'node:stream';

/** Where the bytes of files lie, by random ids. What is put there is sealed already. */
export abstract class ObjectStore {
  /** All of it or nothing: a stream that fails leaves no object. */
  abstract put(id: string, pieces: Readable): Promise<void>;
  abstract get(id: string): Promise<Readable>;
  /** What is not there is removed already. */
  abstract remove(id: string): Promise<void>;
}
