import type { MaterialInput } from '../../acceptance/acceptance.facade';
import type { FieldError } from '../../../kernel/http/problem';
import { pointerTo } from '../../../kernel/validation/text';
import type { PublishedBundle } from '../rules/published.rules';

/** What an applicant hands in: for the bundle as a whole, or for one member of it. */
export interface Application {
  form: Record<string, unknown>;
  materials: MaterialInput[];
}

/** What the merged form and the merged set know nothing of. */
export function beyond({ fields, materials }: PublishedBundle, applied: Application): FieldError[] {
  const unknown = (pointer: string): FieldError => ({ pointer, code: 'unknown', detail: 'the bundle asks for no such thing' });
  const names = fields.map(({ name }) => name);
  const codes = materials.map(({ code }) => code);
  return [
    ...Object.keys(applied.form)
      .filter((name) => !names.includes(name))
      .map((name) => unknown(pointerTo('/form', name))),
    ...applied.materials.flatMap(({ code }, index) => (codes.includes(code) ? [] : [unknown(`/materials/${index}`)])),
  ];
}

/** bundles/B3: a member's part: its fields by its own names, its materials by its own codes. */
export function partOf(bundle: PublishedBundle, member: string, applied: Application): Application {
  const form = bundle.fields.flatMap(({ name, asks }) =>
    Object.hasOwn(applied.form, name)
      ? asks.filter((ask) => ask.member === member).map(({ field }) => [field, applied.form[name]] as const)
      : [],
  );
  const materials = materialsFor(bundle, member, applied).map(({ given, code }) => ({ ...given, code }));
  return { form: Object.fromEntries(form), materials };
}

/** A fault that a member's own rules found, said of the merged form and the merged set. */
export function saidOfTheWhole(bundle: PublishedBundle, member: string, applied: Application, fault: FieldError): FieldError {
  const [, part, first = '', ...rest] = fault.pointer.split('/') as [string, string?, string?, ...string[]];
  const at = (place: string) => ({ ...fault, pointer: ['', part, place, ...rest].join('/') });
  if (part === 'form') {
    const named = ({ asks }: PublishedBundle['fields'][number]) =>
      asks.some((ask) => ask.member === member && pointerTo('', ask.field) === `/${first}`);
    const field = bundle.fields.find(named);
    return field ? at(field.name) : fault;
  }
  if (part !== 'materials') return fault;
  const material = materialsFor(bundle, member, applied)[Number(first)];
  return material ? at(String(material.index)) : fault;
}

function materialsFor({ materials }: PublishedBundle, member: string, applied: Application) {
  return applied.materials.flatMap((given, index) => {
    const asks = materials.find(({ code }) => code === given.code)?.asks ?? [];
    return asks.filter((ask) => ask.member === member).map(({ material }) => ({ given, index, code: material }));
  });
}
