import { pointerTo } from '../../../kernel/validation/text';
import { refuse } from '../acceptance.errors';
import type { SupplementRequest } from '../intake/supplement-request.entity';
import type { Material } from '../material/material.entity';
import type { Case } from './case.entity';

/** What the guide asks for now, which may be less than when the notice was given. */
export type Asked = readonly { code: string }[];

const isOpen = ({ suppliedAt }: SupplementRequest): boolean => suppliedAt === null;

/** The one notice of the organ (acceptance/A3). */
export const openNotice = ({ requests }: Case): SupplementRequest => requests.find((one) => isOpen(one) && one.orderId === null)!;

/** What change-of-law orders ask for and nobody has supplied yet (implementation/I9). */
export const openOrders = ({ requests }: Pick<Case, 'requests'>): SupplementRequest[] =>
  requests.filter((one) => isOpen(one) && one.orderId !== null);

/** Open orders all of whose points are there. */
export function answeredOrders(kase: Case, form: boolean): SupplementRequest[] {
  const given = new Set(kase.materials.map(({ code }) => code));
  return openOrders(kase).filter(
    ({ materialCodes, formFields }) => materialCodes.every((code) => given.has(code)) && (form || !formFields.length),
  );
}

/** implementation/I9: a grant waits for what the new law asks for; but for what is asked no more. */
export function mustBeAnswered(orders: readonly SupplementRequest[], asked: Asked): void {
  const stillAsked = new Set(asked.map(({ code }) => code));
  const wanting = orders.flatMap(({ materialCodes, formFields }) => [
    ...materialCodes.filter((code) => stillAsked.has(code)),
    ...formFields.map((field) => `form.${field}`),
  ]);
  if (wanting.length) throw refuse('change-of-law-unanswered', { values: { what: wanting.join(', ') } });
}

/** acceptance/A3: everything that a notice named is supplied; but for what is no longer asked for (implementation/I9). */
export function mustBeSupplied(
  request: SupplementRequest,
  materials: readonly Material[],
  form: boolean,
  asked: Asked,
): SupplementRequest {
  const given = new Set(materials.map(({ code }) => code));
  const stillAsked = new Set(asked.map(({ code }) => code));
  const missing = (pointer: string, what: string) => ({ what, error: { pointer, code: 'missing', detail: what } });
  const wanting = [
    ...request.materialCodes
      .filter((code) => stillAsked.has(code) && !given.has(code))
      .map((code) => missing('/materials', code)),
    ...(form ? [] : request.formFields.map((field) => missing(pointerTo('/form', field), `form.${field}`))),
  ];
  if (wanting.length) {
    const errors = wanting.map(({ error }) => error);
    throw refuse('supplement-incomplete', { values: { what: wanting.map(({ what }) => what).join(', ') }, errors });
  }
  return request;
}
