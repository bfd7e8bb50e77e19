import type { Section } from '../house';
import { bundleRecords } from './bundles';
import { cardRecords } from './cards';
import { caseRecords } from './cases';
import { catalogueRecords, standardRecords, standingRecords } from './catalogue';
import { directoryRecords } from './directory';
import { identityRecords } from './identity';
import { listRecords, managedListRecords } from './lists';
import { licenceRecords } from './licences';
import { messageRecords } from './messages';
import { orderRecords } from './orders';

/** A record of its own for each documented act that uses its record up, so that they can be tried in any order. */
export const recordsToTry: Section[] = [
  directoryRecords,
  identityRecords,
  licenceRecords,
  catalogueRecords,
  standingRecords,
  standardRecords,
  listRecords,
  managedListRecords,
  bundleRecords,
  ...caseRecords,
  orderRecords,
  cardRecords,
  messageRecords,
];
