import type { Actor } from './actor';
import { grantsFor, mayKnock, type Permission } from './permissions';

/** One sentence about a record, said twice: as a test on the loaded record and as SQL on alias `t` for lists. */
export interface Rule<T> {
  test(record: T, by: Actor): boolean;
  where(by: Actor, bind: (value: unknown) => string): string;
}

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

/** The party named in the field is oneself or somebody one may speak for. */
export function own<T>(field: Key<T>): Rule<T> {
  return {
    test: (record, by) => by.kind === 'platform' || by.parties.includes(record[field] as string),
    where: (by, bind) => (by.kind === 'platform' ? 'true' : `t.${column(field)}::text = any(${bind(by.parties)}::text[])`),
  };
}

/** A grant of a role that holds the permission covers the record's unit, or its area (`area` holds the area and all above it). */
export function within<T>(permission: Permission, place: { unit?: Key<T>; area?: Key<T> } = {}): Rule<T> {
  return {
    test: (record, by) =>
      by.kind === 'platform' ||
      permission.kinds.includes(by.kind) ||
      grantsFor(by, permission).some((grant) => {
        if (grant.unit) return place.unit !== undefined && record[place.unit] === grant.unit;
        if (grant.area) return place.area !== undefined && (record[place.area] as readonly string[]).includes(grant.area);
        return true;
      }),
    where: (by, bind) => {
      if (by.kind === 'platform' || permission.kinds.includes(by.kind)) return 'true';
      const grants = grantsFor(by, permission);
      if (grants.some((grant) => !grant.unit && !grant.area)) return 'true';
      const units = grants.flatMap((grant) => grant.unit ?? []);
      const areas = grants.flatMap((grant) => (grant.unit ? [] : (grant.area ?? [])));
      const parts: string[] = [];
      if (place.unit && units.length) parts.push(`t.${column(place.unit)}::text = any(${bind(units)}::text[])`);
      if (place.area && areas.length) parts.push(`t.${column(place.area)} && ${bind(areas)}::text[]`);
      return parts.length ? `(${parts.join(' or ')})` : 'false';
    },
  };
}

/** Holds the permission, wherever: for records that belong to no unit or area. */
export function holds(permission: Permission): Rule<unknown> {
  return { test: (_, by) => mayKnock(by, permission), where: (by) => String(mayKnock(by, permission)) };
}

/** A condition on the record itself, e.g. `when<Guide>({ state: ['published'] })`. */
export function when<T>(allowed: { [K in Key<T>]?: readonly T[K][] }): Rule<T> {
  const fields = Object.entries(allowed) as [Key<T>, readonly unknown[]][];
  return {
    test: (record) => fields.every(([field, values]) => values.includes(record[field])),
    where: (_, bind) => fields.map(([field, values]) => `t.${column(field)}::text = any(${bind(values)}::text[])`).join(' and '),
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
