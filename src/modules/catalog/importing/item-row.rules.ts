import type { FieldError } from '../../../kernel/http/problem';
import type { ItemElements, Material, ResultType } from '../elements.rules';
import { type ExchangeMaterial, exchangeWords, readMaterial } from '../exchange-words.rules';
import { kindOf, namesProvision } from '../legal-basis.rules';

/** What the national row carries, as `ItemRowInput` has let it in. */
export interface ItemRow {
  catalog_code: string;
  task_name: string;
  task_type: string;
  by_law: string;
  use_level: string;
  server_type: string;
  accept_condition: string;
  anticipate_day: number;
  anticipate_type: string;
  anticipate_explain?: string;
  result_name: string;
  result_type?: string;
  result_cert_code?: string;
  is_fee: string;
  fee_basis?: string;
  fee_stand?: string;
  handle_flow?: string;
  handle_type?: string;
  handle_area?: string;
  review_standard?: string;
  materials: (ExchangeMaterial & { accept_stand?: string })[];
}

/** The row's elements in our words, or every field that cannot be read. */
export function readItemRow(row: ItemRow): { elements?: Omit<ItemElements, 'basicCode' | 'itemType'>; faults: FieldError[] } {
  const faults: FieldError[] = [];
  const need = <T>(field: keyof ItemRow, value: T | undefined, otherwise: T): T => {
    if (value === undefined)
      faults.push({ pointer: `/${field}`, code: 'word', detail: `no such value: ${row[field] as string}` });
    return value ?? otherwise;
  };
  const given = <T>(field: keyof ItemRow, read: (text: string) => T | undefined): T | undefined => {
    const text = row[field] as string | undefined;
    return text === undefined ? undefined : need(field, read(text), undefined);
  };
  if (exchangeWords.itemType(row.task_type) !== row.catalog_code.slice(2, 4))
    faults.push({ pointer: '/task_type', code: 'type', detail: 'the type that the basic code names' });
  const materials = row.materials.map((material, index) => {
    const read = readMaterial(material, index);
    faults.push(...read.faults.map((fault) => ({ ...fault, code: 'word' })));
    return read.material;
  });
  const charged = need('is_fee', exchangeWords.yesNo(row.is_fee), false);
  const channels = given('handle_type', exchangeWords.channels);
  const scope = given('handle_area', exchangeWords.scope);
  const standard = row.review_standard ?? standardOf(row);
  if (!standard)
    faults.push({ pointer: '/review_standard', code: 'missing', detail: 'the review standard, or one for each material' });
  const elements = {
    name: row.task_name,
    legalBasis: citations(row.by_law),
    exerciseLevels: need('use_level', exchangeWords.levels(row.use_level), []),
    audiences: need('server_type', exchangeWords.audiences(row.server_type), []),
    acceptanceConditions: row.accept_condition,
    statutoryLimit: {
      days: row.anticipate_day,
      unit: need('anticipate_type', exchangeWords.unit(row.anticipate_type), 'working-day' as const),
      ...basisOf(row.anticipate_explain),
    },
    resultName: row.result_name,
    resultType: given('result_type', exchangeWords.resultType) ?? resultTypeOf(row.result_name),
    ...(row.result_cert_code && { resultCertificateType: row.result_cert_code }),
    fees: { charged, ...(charged && row.fee_stand && { standard: row.fee_stand }), ...(charged ? basisOf(row.fee_basis) : {}) },
    materials: materials satisfies Material[],
    ...(row.handle_flow && { flow: row.handle_flow }),
    ...(channels && { channels }),
    reviewStandard: standard,
    ...(scope && { scope }),
  };
  return faults.length ? { faults } : { elements, faults };
}

export const citations = (text: string): string[] =>
  text
    .split(/[；;\n]+/)
    .map((part) => part.trim().slice(0, 500))
    .filter(Boolean)
    .slice(0, 30);

/** A provision and its rank, where the text names one. */
export function basisOf(text: string | undefined) {
  if (!text || !namesProvision(text)) return {};
  const basisKind = kindOf(text);
  return { basis: text, ...(basisKind && { basisKind }) };
}

// domain rule 11 of the checkers in use: a result whose name ends in 证 is issued as a certificate.
const resultTypeOf = (name: string): ResultType => (name === '无' ? 'none' : /证(书)?$/.test(name) ? 'licence' : 'document');

const standardOf = ({ materials }: ItemRow): string =>
  materials
    .flatMap(({ material_name, accept_stand }) => (accept_stand ? [`${material_name}：${accept_stand}`] : []))
    .join('\n')
    .slice(0, 4000);
