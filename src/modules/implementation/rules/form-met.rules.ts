import { pointerTo } from '../../../kernel/validation/text';

type Schema = Record<string, unknown>;

/** Subschemas that judge the same value as the schema they stand in. */
const SAME_VALUE = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', 'not'] as const;
const PAIRS = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why nothing that anybody fills in could meet this form, as far as the form itself says so. */
export function neverMet(root: Schema): string | undefined {
  return judge(root, root, '', new Set());
}

function judge(root: Schema, schema: Schema, pointer: string, judged: Set<Schema>): string | undefined {
  if (judged.has(schema)) return undefined;
  judged.add(schema);
  if (circles(root, schema, new Set())) return `${pointer || 'the root'} refers to itself`;
  for (const [least, most] of PAIRS)
    if (typeof schema[least] === 'number' && typeof schema[most] === 'number' && schema[least] > schema[most])
      return `${pointer || 'the root'}: ${least} is greater than ${most}`;
  const lacking = requiredAndClosed(schema);
  if (lacking !== undefined) return `${pointer || 'the root'} demands ${lacking} and has no such field`;
  for (const [at, below] of demanded(schema, pointer)) {
    const fault = judge(root, below, at, judged);
    if (fault) return fault;
  }
}

/** Subschemas that a value which meets this one must meet as well, where it has what they judge. */
function demanded(schema: Schema, pointer: string): [string, Schema][] {
  const { properties, $defs, items, prefixItems, allOf } = schema;
  const named = [
    ['properties', properties],
    ['$defs', $defs],
    ['prefixItems', prefixItems],
    ['allOf', allOf],
  ].flatMap(([key, group]): [string, unknown][] =>
    typeof group === 'object' && group !== null
      ? Object.entries(group).map(([name, below]) => [pointerTo(`${pointer}/${key as string}`, name), below])
      : [],
  );
  return [...named, [`${pointer}/items`, items]].filter((each): each is [string, Schema] => isSchema(each[1]));
}

function requiredAndClosed({
  required,
  properties,
  additionalProperties,
  patternProperties,
  ...schema
}: Schema): string | undefined {
  if (!Array.isArray(required)) return undefined;
  const own = isSchema(properties) ? properties : {};
  const closed = additionalProperties === false && patternProperties === undefined && schema.$ref === undefined;
  return (required as string[]).find((name) => (Object.hasOwn(own, name) ? own[name] === false : closed));
}

/** Whether judging a value by this schema begins with judging the same value by this schema. */
function circles(root: Schema, schema: Schema, above: Set<Schema>): boolean {
  if (above.has(schema)) return true;
  above.add(schema);
  const found = sameValue(root, schema).some((below) => circles(root, below, above));
  above.delete(schema);
  return found;
}

function sameValue(root: Schema, schema: Schema): Schema[] {
  const below = SAME_VALUE.flatMap((key) => each(schema[key])).filter(isSchema);
  const target = typeof schema.$ref === 'string' ? resolve(root, schema.$ref) : undefined;
  return target ? [...below, target] : below;
}

const each = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function resolve(root: Schema, reference: string): Schema | undefined {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let at: unknown = root;
  for (const part of decodeURIComponent(reference.slice(2)).split('/')) {
    const name = part.replace(/~1/g, '/').replace(/~0/g, '~');
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Schema)[name] : undefined;
  }
  return isSchema(at) ? at : undefined;
}
