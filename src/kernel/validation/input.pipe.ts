import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import { refuse } from '../http/kernel.errors';
import type { FieldError } from '../http/problem';
import { fieldKinds } from './fields';
import { pointerTo, textFault } from './text';

type Input = new () => object;

/** Bodies and queries become their input class, or a problem that names every wrong field. Unknown fields are refused. */
@Injectable()
export class InputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' && type !== 'query') return value;
    if (!metatype || metatype === Object || metatype === String) return value;
    return type === 'query'
      ? readQuery(metatype as Input, value as Record<string, unknown>)
      : readBody(metatype as Input, value ?? {});
  }
}

/** What a class lays down never changes, and class-validator looks through all classes for it at every value. */
const storage = getMetadataStorage();
storage.getTargetValidationMetadatas = remembered(storage.getTargetValidationMetadatas.bind(storage));
storage.groupByPropertyName = remembered(storage.groupByPropertyName.bind(storage));

/** By the first argument alone: the others are the same at every call of `faults`. */
function remembered<A extends object, B extends unknown[], R>(work: (first: A, ...rest: B) => R): (first: A, ...rest: B) => R {
  const known = new WeakMap<A, R>();
  return (first, ...rest) => {
    if (!known.has(first)) known.set(first, work(first, ...rest));
    return known.get(first)!;
  };
}

/** Checks a value as this input; also used by imports, row by row. */
export function faults(input: Input, value: unknown): { instance: object; errors: FieldError[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { instance: {}, errors: [{ pointer: '', code: 'object', detail: 'an object' }] };
  }
  const instance = plainToInstance(input, value, { enableImplicitConversion: false });
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  return { instance, errors: errors.flatMap((error) => flatten(error, '')) };
}

function readBody(input: Input, value: unknown): object {
  const { instance, errors } = faults(input, value);
  if (errors.length) throw refuse('invalid', { errors });
  return instance;
}

function readQuery(input: Input, value: Record<string, unknown>): object {
  const kinds = fieldKinds(input.prototype as object);
  const unknown = Object.keys(value).filter((key) => !kinds.has(key));
  if (unknown.length) throw refuse('bad-query', { errors: unknown.map(noSuchParameter) });
  const read = Object.fromEntries(Object.entries(value).map(([key, text]) => [key, readParameter(text, kinds.get(key))]));
  const { instance, errors } = faults(input, read);
  if (errors.length)
    throw refuse('bad-query', { errors: errors.map((error) => ({ ...error, pointer: error.pointer.slice(1) })) });
  return instance;
}

export const noSuchParameter = (name: string): FieldError => ({
  pointer: name,
  code: 'unknown',
  detail: 'no such query parameter',
});

export const noSuchField = (name: string, above = ''): FieldError => ({
  pointer: pointerTo(above, name),
  code: 'unknown',
  detail: 'no such field',
});

/** Strictly: `5` is a whole number, `true` a flag; a parameter given twice, or NUL in it, stays what it is and is refused. */
function readParameter(text: unknown, field?: { kind: string; list: boolean }): unknown {
  if (typeof text !== 'string' || textFault(text)) return undefined === text ? text : null;
  if (field?.list) return text.split(',').map((part) => readParameter(part, { ...field, list: false }));
  if (field?.kind === 'whole' && /^-?(0|[1-9]\d{0,15})$/.test(text)) return Number(text);
  if (field?.kind === 'flag' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function flatten(error: ValidationError, above: string): FieldError[] {
  const unknown = noSuchField(error.property, above);
  const { pointer } = unknown;
  const own = Object.entries(error.constraints ?? {})
    .filter(([code]) => code !== 'nestedValidation')
    .map(([code, detail]) => (code === 'whitelistValidation' ? unknown : { pointer, code, detail }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}
