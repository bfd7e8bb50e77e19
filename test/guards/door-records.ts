import type { Records } from './reach';
import { acceptanceRecords } from './records/acceptance';
import { bundlesRecords } from './records/bundles';
import { catalogRecords } from './records/catalog';
import { directoryRecords } from './records/directory';
import { identityRecords } from './records/identity';
import { implementationRecords } from './records/implementation';
import { instrumentRecords } from './records/instruments';
import { licencesRecords } from './records/licences';
import { ratingsRecords } from './records/ratings';
import { supervisionRecords } from './records/supervision';

/**
 * The one table of real records, by operation or by address. A line for `/v1/cases/{id}` serves every door below it that has
 * none of its own. A door with a parameter and no line fails `doors.spec.ts`.
 */
export const records: Records = {
  ...directoryRecords,
  ...identityRecords,
  ...instrumentRecords,
  ...licencesRecords,
  ...catalogRecords,
  ...implementationRecords,
  ...acceptanceRecords,
  ...bundlesRecords,
  ...ratingsRecords,
  ...supervisionRecords,
};
