import { type BundleRule, type Finding, repeated } from './finding.rules';

/** bundles/B1: items of two or more departments, each offered now, each named once. */
export const members: BundleRule = ({ content, offers }) => {
  const twice = [repeated(content.members.map(({ key }) => key)), repeated(content.members.map(({ code }) => code))].flat();
  const missing = content.members.flatMap(({ key: member, code }, index): Finding[] =>
    offers.has(member) ? [] : [{ code: 'no-such-member', pointer: `/members/${index}/code`, values: { member, code } }],
  );
  const organizations = new Set([...offers.values()].map(({ guide }) => guide.organization.id));
  return [
    ...twice.map((member): Finding => ({ code: 'member-twice', pointer: '/members', values: { member } })),
    ...missing,
    ...(organizations.size < 2 && !missing.length ? [{ code: 'one-department' as const, pointer: '/members' }] : []),
  ];
};

/** bundles/B2: somebody can apply for all of them at once. */
export const togetherness: BundleRule = ({ offers }) => {
  const guides = [...offers.values()].map(({ guide }) => guide);
  const apart = (what: string, whatZh: string): Finding => ({
    ...{ code: 'nothing-in-common', pointer: '/members', values: { what, whatZh } },
  });
  return [
    ...(inAll(guides.map(({ channels }) => channels)).length ? [] : [apart('channel', '办理渠道')]),
    ...(inAll(guides.map(({ audiences }) => audiences)).length ? [] : [apart('kind of applicant', '服务对象')]),
  ];
};

/** What every list has, in the order of the first. */
export function inAll<T>(lists: readonly (readonly T[])[]): T[] {
  const [first = [], ...others] = lists;
  return first.filter((value) => others.every((list) => list.includes(value)));
}
