import { type BundleDraft, fieldOf, type Schema } from './finding.rules';

/**
 * bundles/B1: the one form that an applicant fills in. It follows from the members' forms, so it can say nothing that they do not: a
 * field must please every member that asks for it, and is required where one of them requires it.
 */
export function mergedForm({ content: { fields }, offers }: BundleDraft): Schema {
  const asked = fields.map(({ name, title, asks }) => {
    const schemas = asks.map(({ member, field }) => moved(fieldOf(offers.get(member), field)!, member) as Schema);
    const required = asks.some(({ member, field }) => requires(offers.get(member)!.guide.form, field));
    return { name, required, schema: { ...joined(schemas), title } };
  });
  const properties = Object.fromEntries(asked.map(({ name, schema }) => [name, schema]));
  const referring = [...offers].filter(([, { guide }]) => JSON.stringify(guide.form).includes('"$ref"'));
  return {
    type: 'object',
    properties,
    required: asked.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
    ...(referring.length > 0 && {
      $defs: Object.fromEntries(referring.map(([key, { guide }]) => [key, moved(guide.form, key)])),
    }),
  };
}

function joined(schemas: Schema[]): Schema {
  const distinct = [...new Map(schemas.map((schema) => [JSON.stringify({ ...schema, title: undefined }), schema])).values()];
  return distinct.length === 1 ? distinct[0]! : { type: distinct[0]!.type, allOf: distinct };
}

const requires = (form: Schema, field: string): boolean => ((form.required ?? []) as string[]).includes(field);

/** References within a member's form lead to its place below `$defs` of the merged one. */
function moved(value: unknown, member: string): unknown {
  if (Array.isArray(value)) return value.map((each) => moved(each, member));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => [
      key,
      key === '$ref' && typeof below === 'string' ? `#/$defs/${member}${below.slice(1)}` : moved(below, member),
    ]),
  );
}
