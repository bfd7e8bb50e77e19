import type { MaterialInput } from '../../acceptance/acceptance.facade';
import type { FieldError } from '../../../kernel/http/problem';
import { pointerTo } from '../../../kernel/validation/text';
import { type Answer, appliedOffer } from '../../implementation/implementation.facade';
import { type BundleDraft, fieldOf, materialOf } from '../rules/finding.rules';
import type { PublishedBundle } from '../rules/published.rules';

/** What an applicant hands in for one member. */
export interface Application {
  form: Record<string, unknown>;
  materials: MaterialInput[];
  answers: Answer[];
}

/** What an applicant hands in for the bundle as a whole. */
export type Applied = Omit<Application, 'answers'> & { answers?: (Answer & { member: string })[] };

type Offers = BundleDraft['offers'];

const answersFor = (member: string, { answers = [] }: Applied): Answer[] =>
  answers.filter((answer) => answer.member === member).map(({ situation, options }) => ({ situation, options }));

/** What each member offers, as it stands for the answers given to it. */
export const appliedOffers = (offers: Offers, applied: Applied): Offers =>
  new Map([...offers].map(([member, offer]) => [member, appliedOffer(offer, answersFor(member, applied))]));

/** What the merged form and the merged set know nothing of, or no member asks for after these answers. */
export function beyond({ fields, materials, members }: PublishedBundle, offers: Offers, applied: Applied): FieldError[] {
  const unknown = (pointer: string): FieldError => ({ pointer, code: 'unknown', detail: 'the bundle asks for no such thing' });
  const names = fields
    .filter(({ asks }) => asks.some(({ member, field }) => fieldOf(offers.get(member), field)))
    .map(({ name }) => name);
  const codes = materials
    .filter(({ asks }) => asks.some(({ member, material }) => materialOf(offers.get(member), material)))
    .map(({ code }) => code);
  const keys = members.map(({ key }) => key);
  return [
    ...Object.keys(applied.form)
      .filter((name) => !names.includes(name))
      .map((name) => unknown(pointerTo('/form', name))),
    ...applied.materials.flatMap(({ code }, index) => (codes.includes(code) ? [] : [unknown(`/materials/${index}`)])),
    ...(applied.answers ?? []).flatMap(({ member }, index) =>
      keys.includes(member) ? [] : [unknown(`/answers/${index}/member`)],
    ),
  ];
}

/** bundles/B3: a member's part: its fields by its own names, its materials by its own codes; only what it asks for after its answers. */
export function partOf(bundle: PublishedBundle, offers: Offers, member: string, applied: Applied): Application {
  const form = bundle.fields.flatMap(({ name, asks }) =>
    Object.hasOwn(applied.form, name)
      ? asks
          .filter((ask) => ask.member === member && fieldOf(offers.get(member), ask.field))
          .map(({ field }) => [field, applied.form[name]] as const)
      : [],
  );
  const materials = materialsFor(bundle, offers, member, applied).map(({ given, code }) => ({ ...given, code }));
  return { form: Object.fromEntries(form), materials, answers: answersFor(member, applied) };
}

/** A fault that a member's own rules found, said of the merged form and the merged set. */
export function saidOfTheWhole(
  { bundle, offers }: { bundle: PublishedBundle; offers: Offers },
  member: string,
  applied: Applied,
  fault: FieldError,
): FieldError {
  const [, part, first = '', ...rest] = fault.pointer.split('/') as [string, string?, string?, ...string[]];
  const at = (place: string) => ({ ...fault, pointer: ['', part, place, ...rest].join('/') });
  if (part === 'form') {
    const named = ({ asks }: PublishedBundle['fields'][number]) =>
      asks.some((ask) => ask.member === member && pointerTo('', ask.field) === `/${first}`);
    const field = bundle.fields.find(named);
    return field ? at(field.name) : fault;
  }
  if (part === 'answers') {
    const places = (applied.answers ?? []).flatMap((answer, index) => (answer.member === member ? [index] : []));
    const index = places[Number(first)];
    return first === '' || index === undefined ? fault : at(String(index));
  }
  if (part !== 'materials') return fault;
  const material = materialsFor(bundle, offers, member, applied)[Number(first)];
  return material ? at(String(material.index)) : fault;
}

function materialsFor({ materials }: PublishedBundle, offers: Offers, member: string, applied: Applied) {
  return applied.materials.flatMap((given, index) => {
    const asks = materials.find(({ code }) => code === given.code)?.asks ?? [];
    const wanted = asks.filter((ask) => ask.member === member && materialOf(offers.get(member), ask.material));
    return wanted.map(({ material }) => ({ given, index, code: material }));
  });
}
