import { EXERCISE_LEVELS, itemTypeOf } from '../../catalog/catalog.facade';
import { ONLINE_DEPTHS, themeNames } from '../themes.rules';
import type { Guide, Offer } from '../guide.rules';
import type { When } from '../situations/situation.rules';
import { feeText, formText, insteadOf, limitText, says, visitsText } from './guide-words.rules';

/** What people read of a guide: page and print are made of it, so neither says more or less than the other (implementation/I11). */
export interface GuideSheet {
  title: string;
  uyghurTitle?: string;
  organization: string;
  sections: SheetSection[];
  /** By which anybody can prove that this is the published document (implementation/I10). */
  proof: { label: string; value: string }[];
}

export type SheetSection = { heading: string } & (
  | { kind: 'facts'; rows: { label: string; value: string }[] }
  | { kind: 'list'; ordered: boolean; lines: string[] }
  | { kind: 'table'; columns: string[]; rows: string[][] }
);

export function guideSheet({ guide, code, variantCode, versionNumber, digest }: Offer): GuideSheet {
  const { name: title, uyghurName: uyghurTitle, organization } = guide;
  return {
    ...{ title, ...(uyghurTitle && { uyghurTitle }), organization: organization.name },
    sections: [
      facts('基本信息', basics(guide, code, variantCode)),
      list('受理条件', [...lines(guide.acceptanceConditions), ...conditions(guide)]),
      ...some('情形', ['问题', '选项', '何时回答'], situations(guide)),
      materials(guide),
      list('办理流程', steps(guide), true),
      ...some('特别程序', ['程序', '依据', '时限', '是否计入办理期限'], specialProcedures(guide)),
      ...some(
        '审查标准',
        ['要点', '标准'],
        guide.reviewPoints.map(({ name, standard, appliesWhen }) => [name, join(standard, when(guide, appliesWhen))]),
      ),
      fees(guide),
      windows(guide),
      facts('办理结果', results(guide)),
      ...some(
        '常见问题',
        ['问题', '解答'],
        (guide.questions ?? []).map(({ question, answer }) => [question, answer]),
      ),
      list('设定依据', guide.legalBasis),
      facts('救济与监督', remedies(guide)),
    ],
    proof: [
      { label: '版本号', value: String(versionNumber) },
      { label: '文档摘要（SHA-256）', value: digest },
    ],
  };
}

const facts = (heading: string, rows: [label: string, value: string | undefined][]): SheetSection => ({
  ...{ heading, kind: 'facts' },
  rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
});
const list = (heading: string, of: string[], ordered = false): SheetSection => ({ heading, kind: 'list', ordered, lines: of });
const some = (heading: string, columns: string[], rows: string[][]): SheetSection[] =>
  rows.length ? [{ heading, kind: 'table', columns, rows }] : [];

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function basics(guide: Guide, code: string, variantCode: string): [string, string | undefined][] {
  return [
    ['事项类型', itemTypeOf(guide.itemType)?.name],
    ['实施机构', guide.organization.name],
    ['行使层级', EXERCISE_LEVELS[guide.level]],
    ['服务对象', guide.audiences.map((each) => says.audience[each]).join('、')],
    ['主题分类', guide.themes?.map((theme) => themeNames.get(theme)).join('、')],
    ['办件类型', says.handling[guide.handling]],
    ['法定办结时限', limitText(guide.statutoryLimit)],
    ['承诺办结时限', limitText(guide.promisedLimit)],
    ['办理形式', guide.channels.map((each) => says.channel[each]).join('、')],
    ['网上办理深度', guide.onlineDepth === undefined ? undefined : ONLINE_DEPTHS[guide.onlineDepth - 1]],
    ['到办事现场次数', visitsText(guide)],
    ['通办范围', guide.scope && says.scope[guide.scope]],
    ['联合办理', guide.assistingOrganizations.map(({ name }) => name).join('、') || undefined],
    ['告知承诺', guide.commitment && `可选择告知承诺办理：${guide.commitment.text}`],
    ['监管部门', guide.regulatingOrganization.name],
    ['实施编码', code],
    ['业务办理项编码', variantCode],
  ];
}

const join = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('；');

/** 适用情形, as a person reads it. */
function when({ situations: asked = [] }: Guide, clauses: readonly When[] = []): string {
  const said = clauses.map(({ situation: code, anyOf }) => {
    const one = asked.find((situation) => situation.code === code)!;
    const names = one.options.filter((option) => anyOf.includes(option.code)).map(({ name }) => name);
    return `“${one.question}”为“${names.join('”或“')}”`;
  });
  return said.length ? `${said.join('且')}时适用` : '';
}

/** Parts of the conditions of acceptance that do not always apply. */
const conditions = (guide: Guide): string[] =>
  (guide.conditions ?? []).flatMap(({ text, appliesWhen }) => (appliesWhen ? [join(text, when(guide, appliesWhen))] : []));

const situations = (guide: Guide): string[][] =>
  (guide.situations ?? []).map(({ question, choice, options, appliesWhen }) => [
    choice === 'multiple' ? `${question}（可多选）` : question,
    options.map(({ name }) => name).join('、'),
    when(guide, appliesWhen) || '均须回答',
  ]);

function materials(guide: Guide): SheetSection {
  const rows = guide.materials;
  const heading = '申请材料';
  if (!rows.length) return list(heading, ['无需提交申请材料。']);
  return {
    ...{ heading, kind: 'table', columns: ['材料名称', '是否必要', '来源', '形式', '可代替方式', '要求依据'] },
    rows: rows.map((material) => [
      material.name,
      join(says.necessity[material.necessity], material.condition, when(guide, material.appliesWhen)),
      says.source[material.source],
      formText(material),
      insteadOf(material),
      material.legalBasis,
    ]),
  };
}

const steps = ({ steps: rows }: Guide): string[] =>
  rows.map(({ name, days, article }) =>
    [name, days && `（${days} 个工作日）`, article && `（依据：${article}）`].filter(Boolean).join(''),
  );

const specialProcedures = (guide: Guide): string[][] =>
  guide.specialProcedures.map(({ name, article = '', stopsClock, appliesWhen, ...limit }) => [
    join(name, when(guide, appliesWhen)),
    article,
    limitText(limit),
    stopsClock ? '不计入' : '计入',
  ]);

function fees(guide: Guide): SheetSection {
  const { fees: rows, onlinePayment, feesWaived } = guide;
  const heading = '收费情况';
  if (!rows.length) return list(heading, [feesWaived ? `不收费。${feesWaived}` : '不收费。']);
  const online = onlinePayment ? '支持网上支付' : '窗口缴费';
  return {
    ...{ heading, kind: 'table', columns: ['收费项目', '收费标准', '收费依据', '缴费方式'] },
    rows: rows.map(({ name, standard, amountFen, basis, appliesWhen }) => [
      join(name, when(guide, appliesWhen)),
      amountFen === undefined ? standard : `${standard}（${feeText(amountFen)}）`,
      basis,
      online,
    ]),
  };
}

function windows({ windows: rows, noWindowReason }: Guide): SheetSection {
  const heading = '办理地点和时间';
  if (!rows.length) return list(heading, [noWindowReason ?? '无线下窗口。']);
  return {
    ...{ heading, kind: 'table', columns: ['窗口', '地址', '办公时间', '电话'] },
    rows: rows.map(({ name, address, hours, phone }) => [name, address, hours, phone]),
  };
}

const results = ({ result: { name, validityMonths }, resultSample }: Guide): [string, string | undefined][] => [
  ['结果名称', name],
  ['有效期', validityMonths ? `${validityMonths} 个月` : undefined],
  ['结果样本', resultSample],
];

const remedies = ({ remedies: { review, lawsuit }, phones }: Guide): [string, string][] => [
  ['行政复议', review],
  ['行政诉讼', lawsuit],
  ['咨询电话', phones.enquiry],
  ['投诉电话', phones.complaint],
];
