import { platform } from '../kernel/authz/actor';
import { demoId, withFixedIds } from '../kernel/persistence/uuid';

/** The running platform, as far as the seed needs it: something that hands out facades. */
export interface House {
  get<T>(type: abstract new (...args: never[]) => T): T;
}

/**
 * A part of the demo region. It is made in one transaction, so it is there as a whole or not at all: a seed that was broken off
 * goes on with the first part that is missing.
 */
export interface Section {
  /** Told while it is made. */
  says: string;
  /** A record that is made with it. Whoever has a history is there, whatever has become of it since. */
  mark: { kind: string; id: string };
  make: (house: House) => Promise<void>;
}

/** Who has registered what nobody of the region registers. */
export const seeding = platform('demo-region');

type Kind =
  | 'organization'
  | 'person'
  | 'enterprise'
  | 'staff'
  | 'partner'
  | 'account'
  | 'place'
  | 'window'
  | 'delegation'
  | 'arrangement'
  | 'provider'
  | 'licence-type'
  | 'item'
  | 'adoption'
  | 'review-board'
  | 'outside-list'
  | 'commitment'
  | 'standard'
  | 'managed-list'
  | 'list'
  | 'job'
  | 'bundle'
  | 'upload'
  | 'case'
  | 'licence'
  | 'journey'
  | 'rating'
  | 'authority'
  | 'message'
  | 'procedure'
  | 'change-of-law-order'
  | 'card';

/** The id that a record of the demo region has in every installation. */
export const idOf = (kind: Kind, name: string): string => demoId(kind, name);

/** Makes a record, and what belongs to it, with the ids that follow from its name. */
export const named = <T>(kind: Kind, name: string, work: () => Promise<T>): Promise<T> => withFixedIds(kind, name, work);
