import type { FieldError } from '../../../kernel/http/problem';
import {
  basisOf,
  citations,
  exchangeWords,
  type ItemElements,
  kindOf,
  type Material,
  type PublishedItem,
  readMaterial,
  type StatutoryLimit,
} from '../../catalog/catalog.facade';
import type { GuideContent } from '../content/content.inputs';
import type { GuideFee, SpecialProcedure, SpecialProcedureKind } from '../guide.rules';
import { readFlow } from './flow.rules';
import type { ListRowInput } from './list-row.inputs';

export interface ReadRow {
  content: GuideContent;
  variantName?: string;
  faults: FieldError[];
}

/** What the exchange tables have no name for. */
const WINDOW = '办理窗口';

/** implementation/I12: a national row in our words over the catalogue's elements; every field that cannot be read is named. */
export function readListRow(row: ListRowInput, { elements }: PublishedItem, level: string): ReadRow {
  const faults: FieldError[] = [];
  const given = <T>(field: keyof ListRowInput, read: (text: string) => T | undefined): T | undefined => {
    const text = row[field] as string | undefined;
    if (text === undefined) return undefined;
    const value = read(text);
    if (value === undefined) faults.push({ pointer: `/${field}`, code: 'word', detail: `no such value: ${text}` });
    return value;
  };
  const levels = given('use_level', exchangeWords.levels);
  if (levels && !levels.some((each) => each === level))
    faults.push({ pointer: '/use_level', code: 'level', detail: `the level in the implementation code (${level})` });
  if (given('task_type', exchangeWords.itemType) !== elements.itemType)
    faults.push({ pointer: '/task_type', code: 'type', detail: `the type of the catalogue item (${elements.itemType})` });
  const [name, variantName] = named(row.task_name, elements.name);
  const unit = given('promise_type', exchangeWords.unit);
  const project = given(
    'project_type',
    (text) => ({ 1: 'on-the-spot', 即办件: 'on-the-spot', 2: 'promised', 承诺件: 'promised' })[text],
  );
  const steps = row.handle_flow === undefined ? [] : readFlow(row.handle_flow);
  const content: GuideContent = {
    name,
    legalBasis: row.by_law === undefined ? undefined : citations(row.by_law),
    audiences: given('server_type', exchangeWords.audiences),
    procedureBasis: row.procedure_by_law,
    acceptanceConditions: row.accept_condition,
    statutoryLimit: statutoryOf(row, given('anticipate_type', exchangeWords.unit), elements.statutoryLimit),
    promisedLimit: unit && { days: row.promise_day, unit },
    handling: (project as GuideContent['handling']) ?? (row.promise_day === 0 ? 'on-the-spot' : 'promised'),
    channels: given('handle_type', exchangeWords.channels),
    scope: given('handle_area', exchangeWords.scope),
    result: row.result_name === undefined ? undefined : resultOf(elements, row.result_name),
    ...(steps.length && { steps }),
    specialProcedures: specialsOf(row, faults),
    fees: feesOf(row, given('is_fee', exchangeWords.yesNo), faults),
    onlinePayment: given('is_pay_online', exchangeWords.yesNo),
    visits: row.limit_scene_num,
    visitReason: row.limit_scene_explain?.trim() === '无' ? undefined : row.limit_scene_explain,
    questions: row.questions,
    resultSample: row.result_guid,
    materials: row.materials.map((material, index) => {
      const read = readMaterial(material, index);
      faults.push(...read.faults.map((fault) => ({ ...fault, code: 'word' })));
      return overStandard(read.material, elements.materials);
    }),
    ...placeOf(row),
  };
  return { content, ...(variantName && { variantName }), faults };
}

/** 公共场所卫生许可（变更） is the variant 变更 of 公共场所卫生许可; any other name is not the catalogue's. */
function named(taskName: string, itemName: string): [string, string?] {
  if (taskName === itemName) return [itemName];
  const variant = taskName.startsWith(itemName) ? /^[（(](.{1,50})[）)]$/.exec(taskName.slice(itemName.length))?.[1] : undefined;
  return variant ? [itemName, variant] : [taskName];
}

/** The same limit as the catalogue's keeps the catalogue's words about its basis. */
function statutoryOf(
  row: ListRowInput,
  unit: StatutoryLimit['unit'] | undefined,
  standard: StatutoryLimit,
): StatutoryLimit | undefined {
  if (row.anticipate_day === undefined || !unit) return undefined;
  if (row.anticipate_day === standard.days && unit === standard.unit) return standard;
  return { days: row.anticipate_day, unit, ...basisOf(row.anticipate_explain) };
}

const resultOf = ({ resultType: kind, resultCertificateType: certificateType }: ItemElements, name: string) => ({
  ...{ kind, name },
  ...(certificateType && { certificateType }),
});

const SPECIALS: Record<string, SpecialProcedureKind> = {
  ...{
    听证: 'hearing',
    招标: 'bidding',
    拍卖: 'auction',
    检验: 'inspection',
    检测: 'testing',
    检疫: 'quarantine',
    鉴定: 'appraisal',
  },
  ...{
    专家评审: 'expert-review',
    公示: 'publication',
    现场勘查: 'on-site-inspection',
    现场勘验: 'on-site-inspection',
    核实: 'verification',
  },
};
const OUTSIDE_ART_45: readonly SpecialProcedureKind[] = ['publication', 'on-site-inspection', 'verification', 'other'];

function specialsOf({ special_procedure: special }: ListRowInput, faults: FieldError[]): SpecialProcedure[] {
  if (!special || exchangeWords.yesNo(special.is_special) === false) return [];
  const days = special.special_time_limit;
  if (!special.special_type)
    faults.push({ pointer: '/special_procedure/special_type', code: 'missing', detail: 'the kind of procedure' });
  if (!days) faults.push({ pointer: '/special_procedure/special_time_limit', code: 'missing', detail: 'its own limit' });
  return (special.special_type ?? '').split('^').flatMap((name) => {
    const kind = SPECIALS[name.trim()] ?? 'other';
    const article = special.by_law && { article: special.by_law };
    const stopsClock = special.stops_clock ?? !OUTSIDE_ART_45.includes(kind);
    return days ? [{ kind, name: name.trim(), stopsClock, ...article, days, unit: 'working-day' as const }] : [];
  });
}

function feesOf({ fees = [], fee_basis }: ListRowInput, charged: boolean | undefined, faults: FieldError[]): GuideFee[] {
  if (charged === true && !fees.length)
    faults.push({ pointer: '/fees', code: 'missing', detail: 'the fees, where is_fee says yes' });
  if (charged === false && fees.length)
    faults.push({ pointer: '/fees', code: 'unexpected', detail: 'no fees, where is_fee says no' });
  return fees.map(({ fee_name, fee_stand, by_law }, index) => {
    const basis = by_law ?? fee_basis ?? '';
    return {
      code: `F${index + 1}`,
      name: fee_name,
      standard: fee_stand,
      basis,
      basisKind: kindOf(basis) ?? 'normative-document',
    };
  });
}

/** Where and when, and whom to ask or to complain to. */
function placeOf({ transact_addr: address, transact_time: hours, link_way, supervise_way }: ListRowInput): GuideContent {
  const window = address && hours && link_way && { name: WINDOW, address, hours, phone: link_way };
  return {
    ...(window && { windows: [window] }),
    ...(link_way && supervise_way && { phones: { enquiry: link_way, complaint: supervise_way } }),
  };
}

/** What the row does not say about a material of the catalogue stays as the catalogue says it. */
function overStandard(material: Material, standards: readonly Material[]): Material {
  const standard = standards.find(({ name }) => name === material.name) ?? standards.find(({ code }) => code === material.code);
  if (!standard) return material;
  const replaceableBy = { ...standard.replaceableBy, ...material.replaceableBy };
  return { ...standard, ...material, code: standard.code, replaceableBy };
}

const FIELDS: Record<string, string> = {
  level: 'use_level',
  ...{ name: 'task_name', legalBasis: 'by_law', audiences: 'server_type', acceptanceConditions: 'accept_condition' },
  ...{ statutoryLimit: 'anticipate_day', promisedLimit: 'promise_day', handling: 'project_type', steps: 'handle_flow' },
  procedureBasis: 'procedure_by_law',
  ...{ specialProcedures: 'special_procedure', onlinePayment: 'is_pay_online', channels: 'handle_type', scope: 'handle_area' },
  ...{ result: 'result_name', condition: 'fill_explain', form: 'material_format', replaceableBy: 'standard_material_code' },
  ...{ windows: 'transact_addr', phones: 'link_way', visits: 'limit_scene_num', visitReason: 'limit_scene_explain' },
  ...{ questions: 'questions', resultSample: 'result_guid' },
  ...{ source: 'source_type', necessity: 'is_need', fees: 'fees', materials: 'materials' },
};

/** Where in the row a finding about the content lies; what the exchange tables do not carry lies in `extend`. */
export function rowPointer(pointer: string): string {
  const [, first = '', ...rest] = pointer.split('/');
  if (pointer === '/phones/complaint') return '/supervise_way';
  if (!FIELDS[first]) return `/extend${pointer}`;
  const within = ['materials', 'fees', 'questions'].includes(first) ? rest : [];
  return [
    '',
    FIELDS[first],
    ...within.map((part) => (part === 'name' ? 'material_name' : (FIELDS[part] ?? part)).replace(/^legalBasis$/, 'by_law')),
  ].join('/');
}
