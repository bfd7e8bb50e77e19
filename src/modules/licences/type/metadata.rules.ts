import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { LicenceTypeContent } from './licence-type.entity';

type Schema = Record<string, unknown>;

/** Short name of a data element in GB/T 36903-2018, e.g. ZZBH; extensions begin with KZ_. */
export const ALIAS = 'x-gb36903';
const ALIAS_FORM = /^[A-Z][A-Z0-9]{0,30}(_[A-Z0-9]{1,30}){0,4}$/;
const MOST_BYTES = 32 * 1024;
const MOST_PATTERN = 200;
/** RFC 9901 section 4.1: these names carry the disclosures of a credential. */
const RESERVED = ['_sd', '_sd_alg', '...'];

/** licences/L1: why a type's metadata cannot be used; nothing when it can. */
export function metadataFault({ metadata, selectivelyDisclosable }: LicenceTypeContent): string | undefined {
  if (Buffer.byteLength(JSON.stringify(metadata)) > MOST_BYTES) return `larger than ${MOST_BYTES} bytes`;
  if (metadata.type !== 'object' || !isSchema(metadata.properties)) return 'the root is no object with properties';
  const fields = Object.keys(metadata.properties);
  const kept = selectivelyDisclosable.find((name) => !fields.includes(name));
  if (kept) return `selectivelyDisclosable names ${kept}, which is no field`;
  const fault = partFault(metadata, new Set());
  if (fault) return fault;
  try {
    compileMetadata(metadata);
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
}

/** Fields that the metadata do not name are no part of the licence. */
export function compileMetadata(metadata: Schema): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addKeyword(ALIAS);
  return ajv.compile(closed(metadata));
}

/** Whether a value has a member that a credential cannot carry, at any depth. */
export function reservedName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const own = Array.isArray(value) ? undefined : Object.keys(value).find((name) => RESERVED.includes(name));
  if (own) return own;
  for (const below of Object.values(value)) {
    const found = reservedName(below);
    if (found) return found;
  }
}

function partFault(value: unknown, aliases: Set<unknown>): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, below] of Object.entries(value)) {
    if (RESERVED.includes(key)) return `no field may be called ${key}`;
    if (key === '$async' || key === '$id') return `${key} has no place here`;
    if (key === '$ref' && !String(below).startsWith('#')) return 'a reference outside the schema';
    if (key === 'pattern' && isCostly(String(below))) return 'a pattern that is too long or repeats a repetition';
    if (key === ALIAS) {
      if (typeof below !== 'string' || !ALIAS_FORM.test(below)) return `${String(below)} is no short name of GB/T 36903`;
      if (aliases.has(below)) return `two fields are ${below}`;
      aliases.add(below);
    }
    const fault = partFault(below, aliases);
    if (fault) return fault;
  }
}

/** A repetition inside a repeated group can take exponential time on hostile text. */
const isCostly = (pattern: string): boolean => pattern.length > MOST_PATTERN || /[*+}][^()]*\)[*+{]/.test(pattern);

function closed(schema: Schema): Schema {
  const says = 'additionalProperties' in schema || 'unevaluatedProperties' in schema;
  const copy: Schema = { ...schema, ...(!says && isSchema(schema.properties) && { unevaluatedProperties: false }) };
  for (const part of ['properties', '$defs']) {
    const parts = copy[part];
    if (isSchema(parts))
      copy[part] = Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, isSchema(one) ? closed(one) : one]));
  }
  if (isSchema(copy.items)) copy.items = closed(copy.items);
  return copy;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
