import { pointerTo } from '../../../kernel/validation/text';
import { appliedForm } from '../situations/applied-guide.rules';
import type { Finding, ListRule } from './finding.rules';
import { formFault } from './form.rules';

type Schema = Record<string, unknown>;

/** implementation/I2: fields that situations decide on are fields of the form, each under one situation, and nothing else demands them. */
export const formParts: ListRule = ({ content: { form, formParts: parts = [] } }) => {
  if (!parts.length || !form) return [];
  const properties = form.properties ?? {};
  const seen = new Set<string>();
  const fields = parts.flatMap(({ fields: named, required = [] }, index): Finding[] => {
    const at = `/formParts/${index}`;
    const faults = named.flatMap((field, place): Finding[] => {
      const pointer = `${at}/fields/${place}`;
      if (!Object.hasOwn(properties, field)) return [{ code: 'form-part-unknown', pointer, values: { field } }];
      if (seen.has(field)) return [{ code: 'form-part-twice', pointer, values: { field } }];
      seen.add(field);
      return [];
    });
    const beyond = required.flatMap((field, place): Finding[] =>
      named.includes(field) ? [] : [{ code: 'form-part-unknown', pointer: `${at}/required/${place}`, values: { field } }],
    );
    return [...faults, ...beyond];
  });
  const demanded = demands(form, '/form').filter(({ field }) => seen.has(field));
  return [
    ...fields,
    ...demanded.map(({ field, pointer }): Finding => ({ code: 'field-demanded', pointer, values: { field } })),
    ...(fields.length || demanded.length ? [] : whole({ form, formParts: parts })),
  ];
};

/** Without the fields that do not apply it is still a form, and takes nothing that it does not name. */
function whole(content: Parameters<typeof appliedForm>[0]): Finding[] {
  const { form } = content;
  const closed = form.additionalProperties === false && !('patternProperties' in form);
  const reason = closed
    ? formFault(appliedForm(content, () => 'no'))
    : 'it does not say additionalProperties: false, or has patternProperties';
  return reason ? [{ code: 'form-part-unsound', pointer: '/form', values: { reason } }] : [];
}

/** Where a schema demands a field of the object itself, whatever it branches into. */
function demands(schema: unknown, pointer: string): { field: string; pointer: string }[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [];
  const { required, dependentRequired, ...rest } = schema as Schema;
  const named = (fields: unknown, at: string) =>
    Array.isArray(fields) ? fields.map((field, index) => ({ field: String(field), pointer: `${at}/${index}` })) : [];
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((word) =>
    Array.isArray(rest[word]) ? rest[word].map((below: unknown, index) => [below, `${pointer}/${word}/${index}`] as const) : [],
  );
  const branches = ['then', 'else'].map((word) => [rest[word], `${pointer}/${word}`] as const);
  const within = (word: string) =>
    Object.entries(rest[word] ?? {}).map(([name, below]) => [below as unknown, pointerTo(`${pointer}/${word}`, name)] as const);
  return [
    ...named(required, `${pointer}/required`),
    ...Object.entries(dependentRequired ?? {}).flatMap(([name, fields]) =>
      named(fields, pointerTo(`${pointer}/dependentRequired`, name)),
    ),
    ...[...lists, ...branches, ...within('dependentSchemas'), ...within('$defs')].flatMap(([below, at]) => demands(below, at)),
  ];
}
