import { problems, type Refusal, type RefusalFacts } from '../../kernel/http/problem';
import './rules/cross-field.errors';
import type { refuse as refuseCrossField } from './rules/cross-field.errors';
import './situations/situation.errors';
import type { refuse as refuseSituated } from './situations/situation.errors';

const refuseListed = problems('implementation', {
  'no-such-item': {
    status: 422,
    rule: 'implementation/I1',
    en: 'The catalogue has no item {code} in force',
    zh: '基本目录中没有现行事项 {code}',
  },
  'nothing-to-follow': {
    status: 409,
    rule: 'implementation/I1',
    en: 'The list rests on the latest version of the catalogue already ({number})',
    zh: '清单所依据的已是目录最新版本（{number}）',
  },
  'level-not-exercised': {
    status: 422,
    rule: 'implementation/I1',
    en: 'The catalogue lets levels {levels} exercise this item, not level {level}',
    zh: '目录规定的行使层级为 {levels}，不含 {level}',
  },
  'level-above-organ': {
    status: 422,
    rule: 'implementation/I1',
    en: 'An organ of level {own} does not exercise at level {level}',
    zh: '{own} 级机构不得行使 {level} 级权限',
  },
  'not-adopted': {
    status: 422,
    rule: 'catalog/C5',
    en: '{division} has not adopted the item {code}',
    zh: '{division} 尚未承接事项 {code}',
  },
  'organization-not-active': {
    status: 422,
    rule: 'implementation/I1',
    en: 'There is no active organization with this id',
    zh: '没有该机构，或机构已撤销',
  },
  'variant-exists': {
    status: 409,
    rule: 'implementation/I1',
    en: 'The organization has this handling variant already ({code})',
    zh: '该机构已有此业务办理项（{code}）',
  },
  'element-locked': {
    status: 422,
    rule: 'implementation/I1',
    basis: '新政发〔2022〕84号 一',
    en: 'Element {element} is laid down by the {owner} catalogue and the same at every level',
    zh: '要素“{element}”由{ownerZh}基本目录统一，不得更改',
  },
  'material-not-in-catalogue': {
    status: 422,
    rule: 'implementation/I1',
    en: 'The {owner} catalogue knows no material {material}; fewer materials may be asked for, not others',
    zh: '{ownerZh}基本目录中没有材料 {material}，只能减少，不得增加',
  },
  'promise-longer': {
    status: 422,
    rule: 'implementation/I3',
    en: 'The promised limit is longer than the statutory one, or not comparable with it',
    zh: '承诺办结时限超过法定办结时限，或两者单位不可比',
  },
  'too-many-steps': {
    status: 422,
    rule: 'implementation/I4',
    basis: '新政发〔2022〕84号 四',
    en: '{count} steps count; at most {most} are allowed without a reasoned approval',
    zh: '计入环节 {count} 个，未经批准不得超过 {most} 个',
  },
  'step-disguised': {
    status: 422,
    rule: 'implementation/I4',
    en: '{name} is no step outside the count: it names no provision that demands it, or is an internal approval',
    zh: '“{name}”不得不计入环节：未注明法定依据，或属内部审批',
  },
  'code-twice': { status: 422, rule: 'implementation/I4', en: 'The code {code} is there twice', zh: '编码 {code} 重复' },
  'procedure-twice': {
    status: 422,
    rule: 'implementation/I4',
    en: '{name}: there is a special procedure of this kind already',
    zh: '“{name}”：已有同一种特别程序',
  },
  'clock-stopped-unlawfully': {
    status: 422,
    rule: 'implementation/I4',
    basis: '《行政许可法》第四十五条',
    en: '{name} may not stop the clock: only the eight procedures of art. 45 may, with the article that demands them',
    zh: '“{name}”不得扣除时限：仅限第四十五条所列八种程序并注明依据',
  },
  'joint-without-assistants': {
    status: 422,
    rule: 'implementation/I4',
    en: 'Joint handling names the assisting organizations',
    zh: '联办事项须注明协办机构',
  },
  'fee-without-basis': {
    status: 422,
    rule: 'implementation/I5',
    basis: '《行政许可法》第五十八条',
    en: 'The fee {name} rests on no provision of the rank it needs; a licence fee needs a law or administrative regulation',
    zh: '收费“{name}”缺少相应层级的依据，行政许可收费须有法律、行政法规依据',
  },
  'form-fee': {
    status: 422,
    rule: 'implementation/I5',
    basis: '《行政许可法》第五十八条',
    en: 'Application forms are free',
    zh: '申请书格式文本不得收费',
  },
  'payment-without-fee': {
    status: 422,
    rule: 'implementation/I5',
    en: 'Without a fee there is no online payment',
    zh: '不收费的事项没有网上支付',
  },
  'material-twice': {
    status: 422,
    rule: 'implementation/I6',
    en: 'Material {name} is asked for twice',
    zh: '材料“{name}”重复',
  },
  'material-without-basis': {
    status: 422,
    rule: 'implementation/I6',
    en: 'Material {name} names no legal basis',
    zh: '材料“{name}”未注明要求提供的依据',
  },
  'material-without-form': {
    status: 422,
    rule: 'implementation/I6',
    en: 'Material {name} does not say in which medium and how many originals and copies',
    zh: '材料“{name}”未注明介质与份数',
  },
  'material-without-condition': {
    status: 422,
    rule: 'implementation/I6',
    en: 'Material {name} is conditional and does not say when it is needed',
    zh: '非必要材料“{name}”未注明适用情形',
  },
  'certificate-unnamed': {
    status: 422,
    rule: 'implementation/I7',
    basis: '新政发〔2022〕84号 十一',
    en: 'Material {name} is issued by a government organ: name its e-certificate type, or why there is none yet',
    zh: '材料“{name}”由政府部门核发，须注明电子证照类型或暂无的原因',
  },
  incomplete: { status: 422, rule: 'implementation/I8', en: 'Element {element} is missing', zh: '缺少要素“{element}”' },
  'standard-uncited': {
    status: 422,
    rule: 'catalog/C10',
    en: 'The list cites version {number} of the splitting standard, which is in force',
    zh: '实施清单应注明现行拆分标准第 {number} 版',
  },
  'standard-unknown': {
    status: 422,
    rule: 'catalog/C10',
    en: 'No splitting standard is in force for item {code}',
    zh: '事项 {code} 没有现行拆分标准',
  },
  'variant-not-in-standard': {
    status: 422,
    rule: 'catalog/C10',
    en: 'The splitting standard knows no variant {variant}; it knows {known}',
    zh: '拆分标准中没有业务办理项 {variant}，仅有 {known}',
  },
  'commitment-not-listed': {
    status: 422,
    rule: 'catalog/C7',
    en: 'The catalogue does not list item {code} for handling on commitment',
    zh: '事项 {code} 未列入告知承诺清单',
  },
  'own-draft': { status: 403, rule: 'implementation/I8', en: 'Nobody audits their own draft', zh: '不得审核本人编制的清单' },
  'importer-edits': {
    status: 403,
    rule: 'implementation/I8',
    en: 'Somebody who edits the lists of this organization does not import them as well',
    zh: '编制该机构清单的人员不得同时导入发布',
  },
  'list-exists': {
    status: 409,
    rule: 'implementation/I12',
    en: 'The list {code} is there already with other elements; a change says U',
    zh: '清单 {code} 已存在且要素不同，修改请用 U',
  },
  'no-such-list': {
    status: 422,
    rule: 'implementation/I12',
    en: 'There is no list {code} to change or to withdraw',
    zh: '没有可修改或取消的清单 {code}',
  },
  'row-repeated': {
    status: 409,
    rule: 'implementation/I12',
    en: 'The same row stands before in this file, and other rows of the list between them',
    zh: '文件中前面已有相同的行，其间该清单另有变更',
  },
  'limit-without-provision': {
    status: 422,
    rule: 'implementation/I14',
    basis: '《行政许可法》第四十二条',
    en: 'A licensing limit over {most} working days names the law or regulation that provides it',
    zh: '行政许可法定办结时限超过 {most} 个工作日，须注明法律、法规的规定',
  },
  'procedure-basis-missing': {
    status: 422,
    rule: 'implementation/I14',
    en: 'An item that is not a licence names the basis of its procedure',
    zh: '非行政许可事项须注明其办理程序的依据',
  },
  'regulator-missing': {
    status: 422,
    rule: 'implementation/I15',
    en: 'The regulating organization is missing',
    zh: '未注明监管机构',
  },
  'regulator-is-bureau': {
    status: 422,
    rule: 'implementation/I15',
    basis: '新政发〔2022〕84号 五',
    en: 'Where an approval bureau decides, the sector department regulates',
    zh: '由行政审批局审批的，监管机构应为行业主管部门',
  },
  'no-window': {
    status: 422,
    rule: 'implementation/I16',
    basis: '新政发〔2022〕84号 八',
    en: 'An item that is handled online has a window as well, or says why not',
    zh: '网上办理的事项须同时提供线下窗口，或说明原因',
  },
  'not-uyghur': {
    status: 422,
    rule: 'implementation/I11',
    en: 'The Uyghur name is written in Arabic script',
    zh: '维吾尔文名称须用阿拉伯字母书写',
  },
  'coverage-without-reason': {
    status: 422,
    rule: 'catalog/C6',
    basis: '新政发〔2022〕84号 五、六、七',
    en: 'What is not fully online, not in the centre or not on the platform says why',
    zh: '不能全程网办、未进驻中心或未纳入平台的，须说明原因',
  },
  'intermediary-unfounded': {
    status: 422,
    rule: 'catalog/C6',
    basis: '新政发〔2022〕84号 五、六、七',
    en: 'The intermediary service {name} rests on no provision, or serves no material of the list',
    zh: '中介服务“{name}”未注明依据，或没有对应的申请材料',
  },
  'theme-and-audience': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Themes for persons need an audience of natural persons, themes for legal persons one of legal persons, and each audience its theme',
    zh: '主题分类须与服务对象一致：自然人事项填自然人主题，法人事项填法人主题',
  },
  'depth-without-online': {
    status: 422,
    rule: 'implementation/I2',
    en: 'An online depth is for what is handled online',
    zh: '网上办理深度只适用于网上或移动端办理的事项',
  },
});

type Key = Parameters<typeof refuseListed>[0] | Parameters<typeof refuseSituated>[0] | Parameters<typeof refuseCrossField>[0];

/** Whichever of the tables it stands in. */
export const refuse = refuseListed as (key: Key, facts?: RefusalFacts) => Refusal;
