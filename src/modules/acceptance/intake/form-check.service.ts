import { Injectable } from '@nestjs/common';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { FieldError } from '../../../kernel/http/problem';
import { bounded } from '../../../kernel/validation/bounded';
import { pointerTo } from '../../../kernel/validation/text';
import type { Offer } from '../../implementation/implementation.facade';
import { refuse } from '../acceptance.errors';
import { withFormWords } from './form-keywords';
import { textFaults } from './form-text.rules';
import { closed, fieldsOf } from './form.rules';

const KEPT = 500;
const TOLD = 100;
const TOO_COSTLY: FieldError = { pointer: '/form', code: 'too-costly', detail: 'a form that can be judged in time' };

/** acceptance/A11: the form against the published version's schema, compiled once per version and, where situations decide, per set of fields. A field it does not know is refused. */
@Injectable()
export class FormCheck {
  private readonly compiled = new Map<string, ValidateFunction>();

  mustFit({ versionId, guide }: Pick<Offer, 'versionId' | 'guide'>, form: Record<string, unknown>): void {
    const fits = this.validator(keyOf(versionId, guide), guide.form);
    const verdict = bounded(() => fits(form));
    if (verdict === undefined) throw refuse('form-invalid', { errors: [TOO_COSTLY] });
    const errors = [...(fits.errors ?? []).map(told), ...textFaults(form, '/form')];
    if (errors.length) throw refuse('form-invalid', { errors: errors.slice(0, TOLD) });
  }

  private validator(key: string, schema: Record<string, unknown>): ValidateFunction {
    let validator = this.compiled.get(key);
    if (!validator) {
      // One instance per schema: ids of two versions would clash in a common one.
      const ajv = withFormWords(addFormats(new Ajv2020({ strict: false, allErrors: true })));
      validator = ajv.compile(closed(schema));
      if (this.compiled.size >= KEPT) this.compiled.delete(this.compiled.keys().next().value!);
      this.compiled.set(key, validator);
    }
    return validator;
  }
}

/** What situations decide of a form are its fields and which of them are required. */
const keyOf = (versionId: string, { form, formParts }: Offer['guide']): string =>
  formParts ? `${versionId} ${JSON.stringify([fieldsOf(form), form.required])}` : versionId;

function told({ instancePath, keyword, params, message }: ErrorObject): FieldError {
  const extra = params as { missingProperty?: string; unevaluatedProperty?: string; additionalProperty?: string };
  const field = extra.missingProperty ?? extra.unevaluatedProperty ?? extra.additionalProperty;
  const at = `/form${instancePath}`;
  const pointer = field === undefined ? at : pointerTo(at, field);
  const unknown = keyword === 'unevaluatedProperties' || keyword === 'additionalProperties';
  return { pointer, code: unknown ? 'unknown' : keyword, detail: unknown ? 'no such field' : (message ?? keyword) };
}
