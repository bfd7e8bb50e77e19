import type { Section } from '../house';
import { directoryRecords } from './directory';
import { identityRecords } from './identity';

/** A record of its own for each documented act that uses its record up, so that they can be tried in any order. */
export const recordsToTry: Section[] = [directoryRecords, identityRecords];
