import { isUuid } from '../validation/text';
import { type Actor, inPerson } from './actor';
import { grantsFor, mayKnock, type Permission } from './permissions';

/** One sentence about a record, said twice: as a test on the loaded record and as SQL on alias `t` for lists. */
export interface Rule<T> {
  test(record: T, by: Actor): boolean;
  where(by: Actor, bind: Bind): string;
}

type Bind = (value: unknown) => string;

export interface Policy<T, A extends string> {
  see: Rule<T>;
  may: Record<A, Rule<T>>;
}

/** Every act needs a rule, or this does not compile. */
export function policy<T, A extends string>(rules: Policy<T, A>): Policy<T, A> {
  return rules;
}

export const column = (property: string) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
type Key<T> = Extract<keyof T, string>;

export const everyone: Rule<unknown> = { test: () => true, where: () => 'true' };
export const noOne: Rule<unknown> = { test: (_, by) => by.kind === 'platform', where: (by) => String(by.kind === 'platform') };

/** The party named in the field, a uuid, is oneself or somebody one may speak for. */
export function own<T>(field: Key<T>): Rule<T> {
  return {
    test: (record, by) => by.kind === 'platform' || by.parties.includes(record[field] as string),
    where: (by, bind) => (by.kind === 'platform' ? 'true' : isOneOf(field, by.parties, bind)),
  };
}

/** The party named in the field, a uuid, is oneself or a legal person whose representative one is: an agent is neither. */
export function ownInPerson<T>(field: Key<T>): Rule<T> {
  return {
    test: (record, by) => by.kind === 'platform' || inPerson(by).includes(record[field] as string),
    where: (by, bind) => (by.kind === 'platform' ? 'true' : isOneOf(field, inPerson(by), bind)),
  };
}

/**
 * In the type of the column, which else no index would serve; one id for itself, so that an index keeps its order. What is no uuid
 * is the id of nothing here.
 */
function isOneOf(field: string, ids: readonly string[], bind: Bind): string {
  const sound = [...new Set(ids.filter(isUuid))];
  if (sound.length === 0) return 'false';
  return sound.length === 1 ? `t.${column(field)} = ${bind(sound[0])}::uuid` : `t.${column(field)} = any(${bind(sound)}::uuid[])`;
}

const AREA = /^\w{1,40}$/;
const quoted = (areas: string[]) =>
  [...new Set(areas)]
    .sort()
    .map((area) => `'${area}'::text`)
    .join(', ');

/**
 * A grant of a role that holds the permission covers the record's unit, a uuid, or its area (`area` holds the code of the area and
 * of all above it). Codes of areas stand in the statement itself: how many records an area has decides the plan, and a parameter
 * would hide it.
 */
export function within<T>(permission: Permission, place: { unit?: Key<T>; area?: Key<T> } = {}): Rule<T> {
  return {
    test: (record, by) =>
      by.kind === 'platform' ||
      permission.kinds.includes(by.kind) ||
      grantsFor(by, permission).some((grant) => {
        if (grant.unit) return place.unit !== undefined && record[place.unit] === grant.unit;
        if (grant.area)
          return (
            place.area !== undefined && AREA.test(grant.area) && (record[place.area] as readonly string[]).includes(grant.area)
          );
        return true;
      }),
    where: (by, bind) => {
      if (by.kind === 'platform' || permission.kinds.includes(by.kind)) return 'true';
      const grants = grantsFor(by, permission);
      if (grants.some((grant) => !grant.unit && !grant.area)) return 'true';
      const units = grants.flatMap((grant) => grant.unit ?? []);
      const areas = grants.flatMap(({ unit, area }) => (!unit && area && AREA.test(area) ? [area] : []));
      const parts: string[] = [];
      if (place.unit && units.length) parts.push(isOneOf(place.unit, units, bind));
      if (place.area && areas.length) parts.push(`t.${column(place.area)} && array[${quoted(areas)}]`);
      return parts.length ? `(${parts.join(' or ')})` : 'false';
    },
  };
}

/** A grant of a role that holds the permission is for the very area that the field names: neither one above it nor one below. */
export function forArea<T>(permission: Permission, field: Key<T>): Rule<T> {
  const areas = (by: Actor) => grantsFor(by, permission).flatMap(({ unit, area }) => (!unit && area ? [area] : []));
  return {
    test: (record, by) => by.kind === 'platform' || areas(by).some((area) => area === record[field]),
    where: (by, bind) =>
      by.kind === 'platform' ? 'true' : `coalesce(t.${column(field)} = any(${bind(areas(by))}::text[]), false)`,
  };
}

/** Holds the permission, wherever: for records that belong to no unit or area. */
export function holds(permission: Permission): Rule<unknown> {
  return { test: (_, by) => mayKnock(by, permission), where: (by) => String(mayKnock(by, permission)) };
}

/** A condition on texts or flags of the record itself, e.g. `when<Guide>({ state: ['published'] })`. */
export function when<T>(allowed: { [K in Key<T> as T[K] extends string | boolean ? K : never]?: readonly T[K][] }): Rule<T> {
  const fields = Object.entries(allowed) as [Key<T>, readonly unknown[]][];
  const type = (values: readonly unknown[]) => (typeof values[0] === 'boolean' ? 'boolean' : 'text');
  return {
    test: (record) => fields.every(([field, values]) => values.includes(record[field])),
    where: (_, bind) =>
      fields.map(([field, values]) => `t.${column(field)} = any(${bind(values)}::${type(values)}[])`).join(' and '),
  };
}

export function anyOf<T>(...rules: Rule<T>[]): Rule<T> {
  return {
    test: (record, by) => rules.some((rule) => rule.test(record, by)),
    where: (by, bind) => `(${rules.map((rule) => rule.where(by, bind)).join(' or ')})`,
  };
}

export function allOf<T>(...rules: Rule<T>[]): Rule<T> {
  return {
    test: (record, by) => rules.every((rule) => rule.test(record, by)),
    where: (by, bind) => `(${rules.map((rule) => rule.where(by, bind)).join(' and ')})`,
  };
}
