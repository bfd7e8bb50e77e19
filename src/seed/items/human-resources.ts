import { licenceTypes } from '../licence-types';
import { calendarDays, issued, type ItemRow, own, workingDays } from './item-row';

const DISPATCH = '《劳务派遣行政许可实施办法》第八条';
const PENSION = '《国务院关于建立统一的城乡居民基本养老保险制度的意见》（国发〔2014〕8号）';
const BUSINESS = '《中华人民共和国就业促进法》第十五条';

/** 人力资源社会保障 */
export const humanResources: ItemRow[] = [
  {
    ...{ basicCode: '000114008001', name: '劳务派遣经营许可', levels: ['2', '3', '4'], audiences: ['2'] },
    legalBasis: ['《中华人民共和国劳动合同法》第五十七条', '《劳务派遣行政许可实施办法》第六条'],
    acceptanceConditions: '注册资本不少于二百万元，有与业务相适应的固定场所和设施，劳务派遣管理制度合法。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'licence', resultName: licenceTypes.dispatch.name, resultCertificateType: licenceTypes.dispatch.typeCode },
    materials: [
      own('M01', '劳务派遣经营许可申请书', DISPATCH),
      issued('M02', '营业执照', DISPATCH, { replaceableBy: { dataQuery: '企业登记信息查询' } }),
      own('M03', '经营场所使用证明', DISPATCH, { replaceableBy: { commitment: true } }),
      own('M04', '劳务派遣管理制度', DISPATCH),
    ],
    reviewStandard: '材料齐全；注册资本、场所和制度符合劳动合同法第五十七条。',
    form: {
      companyName: { title: '单位名称' },
      premises: { title: '住所' },
      scope: { title: '申请许可经营事项' },
      capital: { title: '注册资本（万元）', type: 'integer' },
    },
  },
  {
    ...{ basicCode: '002014001001', name: '社会保险登记', levels: ['3', '4'], audiences: ['2', '3', '4'] },
    legalBasis: ['《中华人民共和国社会保险法》第五十七条'],
    acceptanceConditions: '用人单位自成立之日起三十日内申请。',
    statutoryLimit: { ...calendarDays(15), basis: '《中华人民共和国社会保险法》第五十七条', basisKind: 'law' },
    ...{ resultType: 'document', resultName: '社会保险登记结果告知书' },
    materials: [own('M01', '社会保险登记表', '《中华人民共和国社会保险法》第五十七条')],
    reviewStandard: '单位信息与登记机关共享的信息一致。',
    form: { companyName: { title: '单位名称' }, employees: { title: '职工人数', type: 'integer' } },
  },
  {
    ...{ basicCode: '002014006007', name: '城乡居民养老保险个人账户一次性待遇申领', levels: ['4'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国社会保险法》第十四条', PENSION],
    acceptanceConditions: '参保人死亡，或者出现依法可以一次性领取个人账户储存额的其他情形。',
    statutoryLimit: workingDays(30),
    ...{ resultType: 'document', resultName: '个人账户一次性待遇核定表' },
    materials: [own('M01', '一次性待遇申领表', PENSION), issued('M02', '死亡证明或者注销户口证明', PENSION)],
    reviewStandard: '参保关系、领取资格和金额核对无误。',
    form: { insured: { title: '参保人姓名' }, account: { title: '收款账户' } },
  },
  {
    ...{ basicCode: '002014105001', name: '创业补贴申领', levels: ['3', '4'], audiences: ['1'] },
    legalBasis: [BUSINESS, '《就业补助资金管理办法》'],
    acceptanceConditions: '首次创办企业或者从事个体经营，所创办的主体正常经营一年以上。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '创业补贴审核结果' },
    materials: [
      own('M01', '创业补贴申请表', BUSINESS),
      own('M02', '经营场所证明', BUSINESS, { replaceableBy: { commitment: true } }),
      own('M03', '吸纳就业人员名单', BUSINESS, { necessity: 'deferrable' }),
    ],
    reviewStandard: '首次创业、经营时间和吸纳就业情况属实。',
    form: { business: { title: '创办主体名称' }, since: { title: '开始经营日期', format: 'date' } },
  },
  {
    ...{ basicCode: '002014208003', name: '监理工程师考试报名', levels: ['2', '3'], audiences: ['1'] },
    legalBasis: ['《建设工程质量管理条例》第三十七条', '《监理工程师职业资格制度规定》'],
    acceptanceConditions: '符合监理工程师职业资格考试报考条件。',
    statutoryLimit: workingDays(1),
    ...{ resultType: 'none', resultName: '无' },
    fees: { charged: true },
    materials: [own('M01', '报考承诺书', '《监理工程师职业资格制度规定》', { replaceableBy: { commitment: true } })],
    reviewStandard: '学历、专业和工作年限符合报考条件。',
    form: { subject: { title: '报考专业' }, years: { title: '工作年限', type: 'integer' } },
  },
];
