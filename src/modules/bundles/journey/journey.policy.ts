import type { Actor } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import { anyOf, noOne, own, policy, type Rule, within } from '../../../kernel/authz/policy';
import { bundlesPermissions } from '../bundles.permissions';
import type { JourneyMember } from './journey-member.entity';
import type { Journey } from './journey.entity';
import type { JourneyAct } from './journey.lifecycle';

const watch = bundlesPermissions['journey.watch'];

// acceptance/A15: an agent has the applicant among their parties as long as the authority lasts; being named gives nothing.
const applicant = own<Journey>('applicantId');
/** 牵头部门 answers for the whole; so do those who supervise its area. */
const lead = within<Journey>(watch, { unit: 'leadOrganizationId', area: 'areaPath' });
const whole = anyOf<Journey>(applicant, lead);

/** An organization that handles a member, or a supervisor of an area where one is handled. */
const takesPart: Rule<Journey> = {
  test: ({ organizationIds, memberAreas }, by) => {
    const { units, areas } = placesOf(by);
    return units.some((unit) => organizationIds.includes(unit)) || areas.some((area) => memberAreas.includes(area));
  },
  where: (by, bind) => {
    const { units, areas } = placesOf(by);
    return `(t.organization_ids && ${bind(units)}::text[] or t.member_areas && ${bind(areas)}::text[])`;
  },
};

function placesOf(by: Actor): { units: string[]; areas: string[] } {
  const grants = grantsFor(by, watch);
  return {
    units: grants.flatMap(({ unit }) => unit ?? []),
    areas: grants.flatMap(({ unit, area }) => (unit ? [] : (area ?? []))),
  };
}

export const journeyPolicy = policy<Journey, JourneyAct>({
  see: anyOf<Journey>(whole, takesPart),
  may: {
    stop: applicant,
    // Follow from the members' cases.
    advance: noOne,
    complete: noOne,
    end: noOne,
  },
});

const ownPart = within<JourneyMember>(watch, { unit: 'organizationId', area: 'areaPath' });

/** bundles/B5: whoever only takes part sees that part. */
export const membersSeenBy = (by: Actor, journey: Journey): JourneyMember[] =>
  whole.test(journey, by) ? journey.members : journey.members.filter((member) => ownPart.test(member, by));
