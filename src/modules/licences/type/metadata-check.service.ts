import { Injectable } from '@nestjs/common';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import type { FieldError } from '../../../kernel/http/problem';
import { bounded } from '../../../kernel/validation/bounded';
import { pointerTo } from '../../../kernel/validation/text';
import { refuse } from '../licences.errors';
import type { LicenceType } from './licence-type.entity';
import { compileMetadata, reservedName } from './metadata.rules';

const KEPT = 500;
const TOLD = 100;
const TOO_COSTLY: FieldError = { pointer: '/fields', code: 'too-costly', detail: 'fields that can be judged in time' };

/** licences/L1: the fields of a licence against the metadata of the type's version in force, compiled once per version. */
@Injectable()
export class MetadataCheck {
  private readonly compiled = new Map<string, ValidateFunction>();

  mustFit({ id, number, inForce }: LicenceType, fields: Record<string, unknown>): void {
    const reserved = reservedName(fields);
    if (reserved)
      throw refuse('fields-invalid', {
        errors: [{ pointer: '/fields', code: 'reserved', detail: `no field is called ${reserved}` }],
      });
    const fits = this.validator(`${id} ${number}`, inForce!.metadata);
    const verdict = bounded(() => fits(fields));
    if (verdict === true) return;
    throw refuse('fields-invalid', { errors: verdict === undefined ? [TOO_COSTLY] : fits.errors!.slice(0, TOLD).map(told) });
  }

  private validator(key: string, metadata: Record<string, unknown>): ValidateFunction {
    let validator = this.compiled.get(key);
    if (!validator) {
      validator = compileMetadata(metadata);
      if (this.compiled.size >= KEPT) this.compiled.delete(this.compiled.keys().next().value!);
      this.compiled.set(key, validator);
    }
    return validator;
  }
}

function told({ instancePath, keyword, params, message }: ErrorObject): FieldError {
  const { missingProperty, unevaluatedProperty, additionalProperty } = params as Record<string, string | undefined>;
  const field = missingProperty ?? unevaluatedProperty ?? additionalProperty;
  const at = `/fields${instancePath}`;
  const pointer = field === undefined ? at : pointerTo(at, field);
  const unknown = unevaluatedProperty !== undefined || additionalProperty !== undefined;
  return { pointer, code: unknown ? 'unknown' : keyword, detail: unknown ? 'no such field' : (message ?? keyword) };
}
