import { calendarDays, issued, type ItemRow, own, thirdParty, workingDays } from './item-row';

const ORPHANS = '《国务院办公厅关于加强孤儿保障工作的意见》（国办发〔2010〕54号）';
const AID = '《中华人民共和国法律援助法》第四十一条';
const TAX = '《税务登记管理办法》';
const INSURED = '《社会保险经办条例》';

/** 民政、司法、税务、医疗保障、残联、侨务 */
export const welfareAndTax: ItemRow[] = [
  {
    ...{ basicCode: '000511004000', name: '对孤儿基本生活保障金的给付', levels: ['4'], audiences: ['1'] },
    legalBasis: [ORPHANS],
    acceptanceConditions: '失去父母或者查找不到生父母的未成年人，由监护人申请。',
    statutoryLimit: workingDays(15),
    ...{ resultType: 'document', resultName: '孤儿基本生活保障金审批结果' },
    materials: [own('M01', '基本生活保障金申请表', ORPHANS), issued('M02', '父母死亡或者失踪的证明', ORPHANS)],
    reviewStandard: '身份和监护情况属实，没有重复享受。',
    form: { guardian: { title: '监护人' } },
  },
  {
    ...{ basicCode: '000512001000', name: '对公民法律援助申请的审批', levels: ['2', '3', '4'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国法律援助法》第四十三条'],
    acceptanceConditions: '事项属于法律援助范围，申请人符合经济困难标准或者依法不受其限制。',
    statutoryLimit: { ...calendarDays(7), basis: '《中华人民共和国法律援助法》第四十三条', basisKind: 'law' },
    ...{ resultType: 'document', resultName: '法律援助决定书' },
    materials: [own('M01', '法律援助申请表', AID), own('M02', '经济困难状况说明', AID, { replaceableBy: { commitment: true } })],
    reviewStandard: '事项范围和经济困难状况符合法律援助法。',
    form: { matter: { title: '申请事项' } },
  },
  {
    ...{ basicCode: '001030031000', name: '一照一码户登记信息确认', levels: ['4'], audiences: ['2'] },
    legalBasis: ['《中华人民共和国税收征收管理法》第十五条', TAX],
    acceptanceConditions: '已经领取加载统一社会信用代码的营业执照，首次办理涉税事宜。',
    statutoryLimit: workingDays(1),
    ...{ resultType: 'none', resultName: '无' },
    materials: [own('M01', '登记信息确认表', TAX)],
    reviewStandard: '登记信息与共享信息一致。',
    form: { companyName: { title: '纳税人名称' } },
  },
  {
    ...{ basicCode: '001030051000', name: '注销扣缴税款登记', levels: ['4'], audiences: ['1', '2'] },
    legalBasis: ['《中华人民共和国税收征收管理法》第十六条', TAX],
    acceptanceConditions: '扣缴义务终止，应扣缴的税款已经结清。',
    statutoryLimit: workingDays(5),
    ...{ resultType: 'document', resultName: '税务事项通知书' },
    materials: [own('M01', '注销扣缴税款登记申请表', TAX)],
    reviewStandard: '没有未结清的税款、滞纳金和罚款。',
    form: { agentName: { title: '扣缴义务人名称' } },
  },
  {
    ...{ basicCode: '002030035000', name: '开具税收完税证明', levels: ['4'], audiences: ['1', '2'] },
    legalBasis: ['《中华人民共和国税收征收管理法》第三十四条', '《税收票证管理办法》第十七条'],
    acceptanceConditions: '纳税人已经缴纳税款。',
    statutoryLimit: workingDays(1),
    ...{ resultType: 'document', resultName: '税收完税证明' },
    materials: [own('M01', '开具申请', '《税收票证管理办法》第十七条')],
    reviewStandard: '税款已经入库。',
    form: { period: { title: '税款所属期' } },
  },
  {
    ...{ basicCode: '002014007013', name: '异地就医备案', levels: ['3', '4'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国社会保险法》第二十九条'],
    acceptanceConditions: '参加基本医疗保险，需要在参保地以外就医。',
    statutoryLimit: workingDays(2),
    ...{ resultType: 'document', resultName: '异地就医备案结果' },
    materials: [own('M01', '异地就医备案表', INSURED, { replaceableBy: { commitment: true } })],
    reviewStandard: '参保状态正常，就医地明确。',
    form: { destination: { title: '就医地' }, from: { title: '开始日期', format: 'date' } },
  },
  {
    ...{ basicCode: '000788001001', name: '残疾人证新办', levels: ['4'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国残疾人保障法》第二条', '《中华人民共和国残疾人证管理办法》'],
    acceptanceConditions: '本地户籍，自愿申请并经指定机构评定残疾类别和等级。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '中华人民共和国残疾人证' },
    materials: [
      own('M01', '残疾人证申请表', '《中华人民共和国残疾人证管理办法》'),
      thirdParty('M02', '残疾评定表', '《中华人民共和国残疾人证管理办法》'),
    ],
    reviewStandard: '评定结果明确，公示没有异议。',
    form: { kind: { title: '残疾类别' } },
  },
  {
    ...{ basicCode: '000744001000', name: '侨眷身份认定', levels: ['2', '3', '4'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国归侨侨眷权益保护法实施办法》第二条'],
    acceptanceConditions: '与华侨、归侨有法定的亲属关系。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '侨眷身份认定结果' },
    materials: [own('M01', '身份认定申请表', '《中华人民共和国归侨侨眷权益保护法实施办法》第二条')],
    reviewStandard: '亲属关系证明充分。',
    form: { relation: { title: '亲属关系' } },
  },
];
