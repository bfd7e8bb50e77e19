import type { SchemaValidateFunction } from 'ajv';
import type Ajv2020 from 'ajv/dist/2020';
import { lengthOf } from '../../../kernel/validation/text';

/** A required field that is left empty has not been filled in. */
const required: SchemaValidateFunction = (names: string[], form: Record<string, unknown>) => {
  const missing = names.filter((name) => !Object.hasOwn(form, name) || form[name] === '');
  required.errors = missing.map((missingProperty) => ({
    ...{ keyword: 'required', params: { missingProperty } },
    message: `must have required property '${missingProperty}'`,
  }));
  return missing.length === 0;
};

/** Blanks around a text make it no longer. */
const minLength = (least: number, text: string): boolean => lengthOf(text.trim()) >= least;

/** Two words of JSON Schema as a form means them: stricter than the standard, so that what passes here passes everywhere. */
export function withFormWords(ajv: Ajv2020): Ajv2020 {
  const error = { message: ({ schema }: { schema: unknown }) => `must NOT have fewer than ${String(schema)} characters` };
  return ajv
    .removeKeyword('required')
    .addKeyword({ keyword: 'required', type: 'object', schemaType: 'array', validate: required })
    .removeKeyword('minLength')
    .addKeyword({ keyword: 'minLength', type: 'string', schemaType: 'number', validate: minLength, error });
}
