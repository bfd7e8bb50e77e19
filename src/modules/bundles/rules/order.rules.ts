import type { DayLimit } from '../../catalog/catalog.facade';
import type { BundleContent, BundleEdge } from '../content/content.inputs';
import type { BundleRule, Finding } from './finding.rules';

/** bundles/B2: the order has no circle, and every member is reached in the end. */
export const order: BundleRule = ({ content: { members, edges } }) => {
  const keys = members.map(({ key }) => key);
  const isMember = (key: string) => keys.includes(key);
  const unknown = edges.flatMap(({ from, to }, index): Finding[] =>
    isMember(from) && isMember(to) ? [] : [{ code: 'edge-unknown', pointer: `/edges/${index}`, values: { from, to } }],
  );
  const never = neverReached(
    keys,
    edges.filter(({ from, to }) => isMember(from) && isMember(to)),
  );
  const circling = never.filter((key) => leadsTo(key, key, edges));
  const circle: Finding[] = circling.length
    ? [{ code: 'circle', pointer: '/edges', values: { members: circling.join(', ') } }]
    : [];
  const behind = never
    .filter((key) => !circling.includes(key))
    .map((member): Finding => ({ code: 'unreachable', pointer: `/members/${keys.indexOf(member)}`, values: { member } }));
  return [...unknown, ...circle, ...behind];
};

/** bundles/B2: nobody is promised less time than the members need one after the other. */
export const promise: BundleRule = ({ content, offers }) => {
  const longest = longestPath(content, (key) => workingDays(offers.get(key)?.guide.promisedLimit));
  const { promisedDays: days } = content;
  if (longest === undefined || days >= longest) return [];
  return [{ code: 'promise-too-short', pointer: '/promisedDays', values: { days, longest } }];
};

/** The most days along any way through the order; none where it has a circle. */
export function longestPath(
  { members, edges }: Pick<BundleContent, 'members' | 'edges'>,
  daysOf: (key: string) => number,
): number | undefined {
  const keys = members.map(({ key }) => key);
  if (neverReached(keys, edges).length) return undefined;
  const done = new Map<string, number>();
  const untilDone = (key: string): number => {
    const known = done.get(key);
    if (known !== undefined) return known;
    const days = daysOf(key) + Math.max(0, ...edges.filter(({ to }) => to === key).map(({ from }) => untilDone(from)));
    done.set(key, days);
    return days;
  };
  return Math.max(0, ...keys.map(untilDone));
}

/** A promise in calendar days, in working days of weeks without holidays. */
export function workingDays({ days, unit }: DayLimit = { days: 0, unit: 'working-day' }): number {
  return unit === 'working-day' ? days : Math.floor(days / 7) * 5 + Math.min(days % 7, 5);
}

/** Those left over when whoever waits for nobody that is left is taken away, again and again. */
function neverReached(keys: readonly string[], edges: readonly BundleEdge[]): string[] {
  const waits = (key: string, left: readonly string[]) => edges.some(({ from, to }) => to === key && left.includes(from));
  const left = keys.filter((key) => waits(key, keys));
  return left.length === keys.length || !left.length ? left : neverReached(left, edges);
}

function leadsTo(start: string, goal: string, edges: readonly BundleEdge[]): boolean {
  const reached = new Set<string>();
  const next = [start];
  for (const key of next) {
    for (const { to } of edges.filter(({ from }) => from === key)) {
      if (!reached.has(to)) next.push(to);
      reached.add(to);
    }
  }
  return reached.has(goal);
}
