import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { type ListRule, repeated } from './finding.rules';
import { neverMet } from './form-met.rules';

const MOST = { bytes: 64 * 1024, depth: 12, parts: 1_000, pattern: 200 };

/** A form is a JSON Schema that compiles and stays small enough to be judged at every submission. */
export const form: ListRule = ({ content }) => {
  const reason = content.form && formFault(content.form);
  return reason ? [{ code: 'form-unsound', pointer: '/form', values: { reason } }] : [];
};

/** acceptance/A19 fills the certificate from the form, or from the decision where the form does not ask for a field: each once, by a name of its own. */
export const resultFields: ListRule = ({ content: { result } }) => {
  const names = result?.fields ?? [];
  const twice = repeated(names);
  return names.flatMap((name, index) =>
    name in Object.prototype || twice.has(index)
      ? [{ code: 'result-field-unsound' as const, pointer: `/result/fields/${index}`, values: { name } }]
      : [],
  );
};

/** Many lists share a form, and compiling one takes longer than all other rules together. */
const judged = new Map<string, string | undefined>();
const MOST_JUDGED = 500;

export function formFault(schema: Record<string, unknown>): string | undefined {
  const text = JSON.stringify(schema);
  if (Buffer.byteLength(text) > MOST.bytes) return `larger than ${MOST.bytes} bytes`;
  const key = createHash('sha256').update(text).digest('base64');
  if (!judged.has(key)) {
    if (judged.size >= MOST_JUDGED) judged.clear();
    judged.set(key, faultOf(schema));
  }
  return judged.get(key);
}

function faultOf(schema: Record<string, unknown>): string | undefined {
  const fault = boundFault(schema, 1, { parts: 0 });
  if (fault) return fault;
  if (schema.type !== 'object') return 'the root is not of type object';
  try {
    compiler().compile(withoutNotes(schema) as object);
  } catch (error) {
    return (error as Error).message.slice(0, 200);
  }
  return neverMet(withoutNotes(schema) as Record<string, unknown>);
}

function compiler(): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false, allowUnionTypes: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  return ajv;
}

function boundFault(value: unknown, depth: number, seen: { parts: number }): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > MOST.depth) return `nested deeper than ${MOST.depth}`;
  if (++seen.parts > MOST.parts) return `more than ${MOST.parts} parts`;
  for (const [key, below] of Object.entries(value)) {
    // A judgement that comes later is no judgement of a submission.
    if (key === '$async') return '$async has no place here';
    if (key === '$ref' && typeof below === 'string' && !below.startsWith('#')) return 'a reference outside the form';
    if (key === 'pattern' && typeof below === 'string' && isCostly(below))
      return 'a pattern that is too long or repeats a repetition';
    const fault = boundFault(below, depth + 1, seen);
    if (fault) return fault;
  }
}

/** A repetition inside a repeated group can take exponential time on hostile text. */
const isCostly = (pattern: string): boolean => pattern.length > MOST.pattern || /[*+}][^()]*\)[*+{]/.test(pattern);

/** `x-...` members are notes for those who show the form; they judge nothing. */
export function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, below]) => (key.startsWith('x-') ? [] : [[key, withoutNotes(below)]])),
  );
}
