import type { Audience, Channel, Level, Material, MaterialForm, Necessity, ResultType, Scope, Source } from './elements.rules';
import { ITEM_TYPES } from './codes.rules';

/*
 * The words of the national exchange tables (up_task_*): codes and their Chinese names, both as real systems send them.
 * Several values in one field are joined with ^ (also 、 and /).
 */
const parts = (text: string): string[] =>
  text
    .split(/[\^、/,，]/)
    .map((part) => part.trim())
    .filter(Boolean);

function word<T extends string>(table: Record<string, T>): (text: string) => T | undefined {
  return (text) => (Object.hasOwn(table, text.trim()) ? table[text.trim()] : undefined);
}

/** Every part read, or undefined where one is unknown. */
function words<T extends string>(table: Record<string, T | readonly T[]>): (text: string) => T[] | undefined {
  return (text) => {
    const read = parts(text).map((part) => (Object.hasOwn(table, part) ? table[part] : undefined));
    if (!read.length || read.some((value) => value === undefined)) return undefined;
    return [...new Set((read as (T | readonly T[])[]).flat() as T[])].sort();
  };
}

const bodies = ['2', '3', '4', '5', '9'] as const;

export const exchangeWords = {
  itemType: (text: string): string | undefined => ITEM_TYPES.find(({ code, name }) => text === code || text === name)?.code,
  yesNo: (text: string): boolean | undefined => ({ 1: true, 是: true, 0: false, 否: false })[text.trim()],
  unit: word<'working-day' | 'calendar-day'>({
    1: 'working-day',
    工作日: 'working-day',
    G: 'working-day',
    2: 'calendar-day',
    自然日: 'calendar-day',
    Z: 'calendar-day',
  }),
  levels: words<Level>({
    ...{ 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6', 7: '7' },
    ...{ 国家: '1', 省: '2', 自治区: '2', 市: '3', 地: '3', 县: '4', 区: '4', 乡: '5', 镇: '5', 街道: '5', 村: '6', 社区: '6' },
  }),
  audiences: words<Audience>({
    ...{ 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6', 9: '9' },
    ...{
      自然人: '1',
      个人: '1',
      企业法人: '2',
      事业法人: '3',
      社会组织法人: '4',
      非法人企业: '5',
      行政机关: '6',
      其他组织: '9',
      法人: bodies,
    },
  }),
  channels: words<Channel>({
    ...{
      1: 'window',
      窗口办理: 'window',
      2: 'online',
      网上办理: 'online',
      3: 'mobile',
      移动端办理: 'mobile',
      4: 'post',
      快递申请: 'post',
    },
  }),
  scope: word<Scope>({
    ...{ 1: 'nation', 全国: 'nation', 2: 'province', 全省: 'province', 全区: 'province', 3: 'prefecture', 全市: 'prefecture' },
    ...{ 4: 'county', 全县: 'county', 5: 'town', 全镇: 'town', 不可通办: 'none' },
  }),
  resultType: word<ResultType>({
    10: 'licence',
    证照: 'licence',
    20: 'document',
    批文: 'document',
    99: 'document',
    其他: 'document',
    无: 'none',
  }),
  necessity: word<Necessity>({
    1: 'required',
    必要: 'required',
    2: 'conditional',
    非必要: 'conditional',
    3: 'deferrable',
    容缺后补: 'deferrable',
  }),
  source: word<Source>({
    10: 'applicant',
    申请人自备: 'applicant',
    20: 'government',
    政府部门核发: 'government',
    99: 'third-party',
    其他: 'third-party',
  }),
  medium: word<MaterialForm['medium']>({
    ...{ 1: 'paper', 纸质: 'paper', 2: 'electronic', 电子: 'electronic', 电子化: 'electronic' },
    ...{ 3: 'either', 纸质或电子: 'either', 纸质和电子: 'either', '纸质/电子化': 'either' },
  }),
  document: word<MaterialForm['document']>({
    ...{ 1: 'original', 原件: 'original', 2: 'copy', 复印件: 'copy', 3: 'original-and-copy', 原件和复印件: 'original-and-copy' },
    ...{ 4: 'original-or-copy', 原件或复印件: 'original-or-copy' },
  }),
};

/** A material as the exchange tables carry it (up_task_*_material). */
export interface ExchangeMaterial {
  material_name: string;
  material_code?: string;
  is_need: string;
  source_type: string;
  material_format?: string;
  original_or_copy?: string;
  page_num?: number;
  free_submission?: string;
  standard_material_code?: string;
  fill_explain?: string;
  by_law?: string;
  no_certificate_reason?: string;
}

export interface ExchangeFault {
  pointer: string;
  detail: string;
}

/** The material in our words, and what could not be read. The code is its place in the list where the source gives none. */
export function readMaterial(row: ExchangeMaterial, index: number): { material: Material; faults: ExchangeFault[] } {
  const faults: ExchangeFault[] = [];
  const read = <T>(field: keyof ExchangeMaterial, value: T | undefined, otherwise: T): T => {
    if (value === undefined)
      faults.push({ pointer: `/materials/${index}/${field}`, detail: `no such value: ${String(row[field])}` });
    return value ?? otherwise;
  };
  const necessity = read('is_need', exchangeWords.necessity(row.is_need), 'required');
  const source = read('source_type', exchangeWords.source(row.source_type), 'applicant');
  const medium =
    row.material_format === undefined ? undefined : read('material_format', exchangeWords.medium(row.material_format), 'either');
  const document =
    row.original_or_copy === undefined
      ? undefined
      : read('original_or_copy', exchangeWords.document(row.original_or_copy), 'original');
  const copies = row.page_num ?? 1;
  const certificate = row.standard_material_code;
  const material: Material = {
    code: row.material_code ?? `M${String(index + 1).padStart(2, '0')}`,
    name: row.material_name,
    necessity,
    ...conditionOf(row),
    source,
    replaceableBy: certificate && /^[0-9A-Z]{21}$/.test(certificate) ? { certificateType: certificate } : {},
    ...(medium &&
      document && {
        form: { medium, document, originals: document === 'copy' ? 0 : copies, copies: document === 'original' ? 0 : copies },
      }),
    ...(row.by_law && { legalBasis: row.by_law }),
    ...(row.no_certificate_reason && { noCertificateReason: row.no_certificate_reason }),
  };
  return { material, faults };
}

/** When it is needed: as the row explains, or as the brackets behind its name say (…时提供, …的提供). */
function conditionOf({ fill_explain, material_name }: ExchangeMaterial): { condition?: string } {
  const condition = fill_explain ?? /[（(]([^（）()]*(?:时|的|情形|情况)[^（）()]*)[）)]/.exec(material_name)?.[1];
  return condition ? { condition } : {};
}
