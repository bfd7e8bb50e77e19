import { fieldCoverage, fieldMeaning } from './fields.rules';
import type { BundleDraft, BundleRule, Finding } from './finding.rules';
import { flows } from './flows.rules';
import { materialCoverage, materialMeaning } from './materials.rules';
import { members, togetherness } from './members.rules';
import { order, promise } from './order.rules';

const RULES: readonly BundleRule[] = [
  ...[members, togetherness, order],
  ...[fieldMeaning, fieldCoverage, materialMeaning, materialCoverage],
  ...[flows, promise],
];

/** bundles/B1, B2: everything that stands against publication, all at once. */
export const checkBundle = (bundle: BundleDraft): Finding[] => RULES.flatMap((rule) => rule(bundle));
