import { anyOf, noOne, policy, type Rule, when, within } from '../../../kernel/authz/policy';
import { grantsFor } from '../../../kernel/authz/permissions';
import { catalogPermissions } from '../catalog.permissions';
import type { SplittingStandard } from './splitting-standard.entity';
import type { SplittingStandardAct } from './splitting-standard.lifecycle';

const drafters = within<SplittingStandard>(catalogPermissions['standard.draft'], { unit: 'organizationId' });
const reporters = within<SplittingStandard>(catalogPermissions['standard.report'], { area: 'pilotAreas' });
const publishers = within<SplittingStandard>(catalogPermissions['standard.publish'], { area: 'areaPath' });

const heads = catalogPermissions['standard.countersign'];
/** The head of an organ that the standard names as counterpart. */
const counterparts: Rule<SplittingStandard> = {
  test: (standard, by) =>
    by.kind === 'platform' || grantsFor(by, heads).some(({ unit }) => unit !== undefined && standard.counterparts.includes(unit)),
  where: (by, bind) => {
    if (by.kind === 'platform') return 'true';
    const units = grantsFor(by, heads).flatMap(({ unit }) => unit ?? []);
    return units.length ? `t.counterparts && ${bind(units)}::text[]` : 'false';
  },
};

export const splittingStandardPolicy = policy<SplittingStandard, SplittingStandardAct>({
  see: anyOf(when<SplittingStandard>({ state: ['published'] }), drafters, counterparts, reporters, publishers),
  may: {
    edit: drafters,
    'open-pilot': drafters,
    report: reporters,
    countersign: counterparts,
    // Follow from the last report and the last countersignature.
    conclude: noOne,
    agree: noOne,
    return: noOne,
    publish: publishers,
    discard: drafters,
  },
});
