import { digest } from '../../../kernel/history/history';
import { defined } from '../../../kernel/validation/plain';
import type { DayLimit, Material, PublishedItem } from '../../catalog/catalog.facade';
import type { GuideContent } from '../content/content.inputs';
import { guideOf, inherit } from '../content/guide-of.rules';
import type { Guide } from '../guide.rules';
import type { ListRowInput } from '../importing/list-row.inputs';
import { readListRow } from '../importing/list-row.rules';
import type { GuideDocument } from '../list/guide-version.entity';

const YES = { true: '1', false: '0' };
const UNIT: Record<DayLimit['unit'], string> = { 'working-day': '工作日', 'calendar-day': '自然日' };
const CHANNEL = { window: '1', online: '2', mobile: '3', post: '4' };
const SCOPE = { nation: '1', province: '2', prefecture: '3', county: '4', town: '5', none: '不可通办' };
const NECESSITY = { required: '1', conditional: '2', deferrable: '3' };
const SOURCE = { applicant: '10', government: '20', 'third-party': '99' };
const MEDIUM = { paper: '1', electronic: '2', either: '3' };
const DOCUMENT = { original: '1', copy: '2', 'original-and-copy': '3', 'original-or-copy': '4' };

/**
 * implementation/I12: a published list as a row of up_task_general_basic. What the row would be read back as is compared with what is
 * published, element by element: what the exchange tables do not carry, or not exactly, stands in `extend` in our words. So every row
 * is read as the list it was written from.
 */
export function listRowOf({ code, variantCode, guide }: GuideDocument, item: PublishedItem | undefined): ListRowInput {
  const row = nationalRow(code, variantCode, guide);
  const known: Partial<Guide> = item ? readBack(row, guide, item) : {};
  const different = Object.entries(guide).filter(([key, value]) => !SAID.has(key) && !same(known[key as keyof Guide], value));
  const extend = Object.fromEntries(
    different.map(([key, value]) => (key === 'procedureLaw' ? ['procedureBasis', guide.procedureLaw.basis] : [key, value])),
  ) as GuideContent;
  return Object.keys(extend).length ? { ...row, extend } : row;
}

/** What code and name of the row say; and an approval of more steps, which holds where it was granted (implementation/I4). */
const SAID = new Set(['organization', 'variantName', 'basicCode', 'itemType', 'level', 'name', 'reasonedApproval']);

const same = (one: unknown, other: unknown): boolean => one !== undefined && digest(one) === digest(other);

function readBack(row: ListRowInput, { basicCode, itemType, level, organization }: Guide, item: PublishedItem): Guide {
  const { content, variantName } = readListRow(row, item, level);
  return guideOf({ basicCode, itemType, level, variantName }, inherit(content, item), { ...organization, state: 'active' });
}

function nationalRow(task_code: string, task_handle_item: string, guide: Guide): ListRowInput {
  const {
    statutoryLimit: statutory,
    promisedLimit: promised,
    windows,
    phones,
    procedureLaw,
    scope,
    fees,
    specialProcedures,
  } = guide;
  const [window] = windows;
  const [special] = specialProcedures;
  return defined({
    ...{ task_code, task_handle_item, catalog_code: guide.basicCode, task_name: guide.name, task_type: guide.itemType },
    ...{ dept_code: guide.organization.uscc, dept_name: guide.organization.name, use_level: guide.level },
    by_law: guide.legalBasis.join('；'),
    procedure_by_law: procedureLaw.licensing ? undefined : procedureLaw.basis,
    ...{ server_type: guide.audiences.join('^'), accept_condition: guide.acceptanceConditions },
    ...{ anticipate_day: statutory.days, anticipate_type: UNIT[statutory.unit], anticipate_explain: statutory.basis },
    ...{
      promise_day: promised.days,
      promise_type: UNIT[promised.unit],
      project_type: guide.handling === 'on-the-spot' ? '1' : '2',
    },
    ...{ is_fee: YES[`${fees.length > 0}`], is_pay_online: YES[`${guide.onlinePayment}`] },
    fees: fees.length
      ? fees.map(({ name, standard, basis }) => ({ fee_name: name, fee_stand: standard, by_law: basis }))
      : undefined,
    handle_flow: guide.steps.map(({ name }, index) => `${index + 1}.${name}`).join('；'),
    ...{ handle_type: guide.channels.map((channel) => CHANNEL[channel]).join('^'), handle_area: scope && SCOPE[scope] },
    special_procedure: special && {
      ...{ is_special: '1', special_type: special.name, special_time_limit: special.days },
      ...defined({ by_law: special.article, stops_clock: special.stopsClock }),
    },
    ...{ limit_scene_num: guide.visits, limit_scene_explain: guide.visitReason ?? (guide.visits === 0 ? '无' : undefined) },
    ...{ result_name: guide.result.name, result_guid: guide.resultSample, questions: guide.questions },
    ...{
      transact_addr: window?.address,
      transact_time: window?.hours,
      link_way: phones.enquiry,
      supervise_way: phones.complaint,
    },
    materials: guide.materials.map(materialOf),
  });
}

const materialOf = ({
  name,
  code,
  necessity,
  source,
  form,
  replaceableBy,
  ...rest
}: Material): ListRowInput['materials'][number] =>
  defined({
    ...{ material_name: name, material_code: code, is_need: NECESSITY[necessity], source_type: SOURCE[source] },
    ...{
      material_format: form && MEDIUM[form.medium],
      original_or_copy: form && DOCUMENT[form.document],
      page_num: form?.originals,
    },
    standard_material_code: replaceableBy.certificateType,
    ...{ fill_explain: rest.condition, by_law: rest.legalBasis, no_certificate_reason: rest.noCertificateReason },
  });
