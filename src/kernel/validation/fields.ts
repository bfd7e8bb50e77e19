import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { registerDecorator, ValidateIf, ValidateNested } from 'class-validator';
import { hasControls, isBlank, isDay, isInstant, isUuid, lengthOf } from './text';

/*
 * One word for a field: what is accepted and what OpenAPI says are the same sentence. Nothing is converted in bodies;
 * in queries, where all is text, the input pipe reads whole numbers and flags strictly by these same words.
 */
export interface FieldOptions {
  /** English and Chinese in one line: `Name of the item 事项名称`. */
  says?: string;
  optional?: boolean;
  /** A list of such values, with the most items allowed. */
  list?: { max: number; min?: number };
  example?: unknown;
}

export type FieldKind = 'text' | 'whole' | 'flag' | 'other';
const kinds = new WeakMap<object, Map<string, { kind: FieldKind; list: boolean }>>();

/** How a query parameter of this input is to be read. */
export function fieldKinds(input: object): Map<string, { kind: FieldKind; list: boolean }> {
  const found = new Map<string, { kind: FieldKind; list: boolean }>();
  for (let type: object | null = input; type && type !== Object.prototype; type = Object.getPrototypeOf(type) as object | null) {
    kinds.get(type)?.forEach((value, key) => found.has(key) || found.set(key, value));
  }
  return found;
}

interface Check {
  code: string;
  detail: string;
  accepts: (value: unknown) => boolean;
}

type Word = (options?: FieldOptions) => PropertyDecorator;

function field(
  kind: FieldKind,
  schema: ApiPropertyOptions,
  check: Check,
  options: FieldOptions = {},
  extra: PropertyDecorator[] = [],
): PropertyDecorator {
  const { says, optional = false, list, example } = options;
  const shape = list ? listOf(schema, list) : schema;
  const described = {
    ...shape,
    required: !optional,
    ...(says ? { description: says } : {}),
    ...(example === undefined ? {} : { example }),
  };
  return applyDecorators(
    remember(kind, list !== undefined),
    // A field that is left out is fine when optional; null never is.
    ValidateIf((_, value) => !(optional && value === undefined)),
    refuseUnless(list ? each(check, list) : check),
    ...extra,
    ApiProperty(described),
  );
}

function listOf(schema: ApiPropertyOptions, { max, min }: { max: number; min?: number }): object {
  const bounds = { maxItems: max, ...(min ? { minItems: min } : {}) };
  // A class is named to Swagger as such, or its schema would be referred to and never written.
  const isClass = typeof (schema as { type?: unknown }).type === 'function';
  return isClass ? { ...schema, isArray: true, ...bounds } : { type: 'array', items: schema, ...bounds };
}

function remember(kind: FieldKind, list: boolean): PropertyDecorator {
  return (target, key) => {
    if (!kinds.has(target)) kinds.set(target, new Map());
    kinds.get(target)!.set(String(key), { kind, list });
  };
}

function each(check: Check, { max, min = 0 }: { max: number; min?: number }): Check {
  return {
    code: check.code,
    detail: `a list of ${min} to ${max} items, each ${check.detail}`,
    accepts: (value) =>
      Array.isArray(value) && value.length >= min && value.length <= max && value.every((item) => check.accepts(item)),
  };
}

function refuseUnless({ code, detail, accepts }: Check): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: code,
      target: target.constructor,
      propertyName: String(propertyName),
      validator: { validate: accepts, defaultMessage: () => detail },
    });
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** A name or short text: no line breaks, no control, zero-width or bidi characters, not blank. */
export function Name(max: number, options?: FieldOptions): PropertyDecorator {
  const accepts = (value: unknown) =>
    isText(value) && !isBlank(value) && lengthOf(value) <= max && !hasControls(value) && !/[\n\r\t]/.test(value);
  return field(
    'text',
    { type: 'string', minLength: 1, maxLength: max },
    { code: 'name', detail: `text of 1 to ${max} characters without control characters`, accepts },
    options,
  );
}

/** A longer text: line breaks and tabs allowed. */
export function LongText(max: number, options?: FieldOptions): PropertyDecorator {
  const accepts = (value: unknown) => isText(value) && !isBlank(value) && lengthOf(value) <= max && !hasControls(value);
  return field(
    'text',
    { type: 'string', minLength: 1, maxLength: max },
    { code: 'text', detail: `text of 1 to ${max} characters`, accepts },
    options,
  );
}

/** A code with a pattern, and perhaps a further check (check digit, dictionary). */
export function Code(
  pattern: RegExp,
  max: number,
  options?: FieldOptions & { check?: (value: string) => boolean; detail?: string },
): PropertyDecorator {
  const accepts = (value: unknown) =>
    isText(value) && value.length <= max && pattern.test(value) && (options?.check?.(value) ?? true);
  const detail = options?.detail ?? `text that matches ${pattern.source}`;
  return field('text', { type: 'string', pattern: pattern.source, maxLength: max }, { code: 'code', detail, accepts }, options);
}

export function OneOf<T extends string>(values: readonly T[], options?: FieldOptions): PropertyDecorator {
  const accepts = (value: unknown) => isText(value) && (values as readonly string[]).includes(value);
  return field(
    'text',
    { type: 'string', enum: [...values] },
    { code: 'one-of', detail: `one of ${values.join(', ')}`, accepts },
    options,
  );
}

export const Uuid: Word = (options) =>
  field(
    'text',
    { type: 'string', format: 'uuid', maxLength: 36 },
    { code: 'uuid', detail: 'a UUID in lower case', accepts: (value) => isText(value) && isUuid(value) },
    options,
  );

export const DayText: Word = (options) =>
  field(
    'text',
    { type: 'string', format: 'date', maxLength: 10 },
    { code: 'day', detail: 'an existing day as YYYY-MM-DD', accepts: (value) => isText(value) && isDay(value) },
    options,
  );

export const InstantText: Word = (options) =>
  field(
    'text',
    { type: 'string', format: 'date-time', maxLength: 40 },
    {
      code: 'instant',
      detail: 'an existing instant as RFC 3339 with offset',
      accepts: (value) => isText(value) && isInstant(value),
    },
    options,
  );

export function Whole(min: number, max: number, options?: FieldOptions): PropertyDecorator {
  const accepts = (value: unknown) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  const format = max > 2_147_483_647 ? 'int64' : 'int32';
  return field(
    'whole',
    { type: 'integer', format, minimum: min, maximum: max },
    { code: 'whole', detail: `a whole number from ${min} to ${max}`, accepts },
    options,
  );
}

export const Flag: Word = (options) =>
  field(
    'flag',
    { type: 'boolean' },
    { code: 'flag', detail: 'true or false', accepts: (value) => typeof value === 'boolean' },
    options,
  );

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part with fields of its own. */
export function Part(type: () => new () => object, options?: FieldOptions): PropertyDecorator {
  const check = { code: 'object', detail: 'an object', accepts: isObject };
  const extra = [Type(type), ValidateNested()];
  // Swagger knows a class that is named later by a function called `type`.
  const schema = { type: () => type() } as ApiPropertyOptions;
  return field('other', schema, check, options, extra);
}

/** Free JSON whose shape something else decides (a form's schema); bounded by the kernel's depth and size limits. */
export function JsonObject(options?: FieldOptions & { check?: (value: object) => boolean; detail?: string }): PropertyDecorator {
  const accepts = (value: unknown) => isObject(value) && (options?.check?.(value as object) ?? true);
  return field(
    'other',
    { type: 'object', additionalProperties: true },
    { code: 'object', detail: options?.detail ?? 'an object', accepts },
    options,
  );
}
