import type { Section } from '../house';
import { caseRecords } from './cases';
import { directoryRecords } from './directory';
import { identityRecords } from './identity';
import { licenceRecords } from './licences';
import { messageRecords } from './messages';

/** A record of its own for each documented act that uses its record up, so that they can be tried in any order. */
export const recordsToTry: Section[] = [directoryRecords, identityRecords, licenceRecords, ...caseRecords, messageRecords];
