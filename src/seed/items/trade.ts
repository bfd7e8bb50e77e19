import { licenceTypes } from '../licence-types';
import { calendarDays, issued, type ItemRow, own, thirdParty, workingDays } from './item-row';

const ROAD = '《中华人民共和国道路运输条例》第二十四条';
const GUIDES = '《导游人员管理条例》第四条';
const LABORATORY = '《检验检测机构资质认定管理办法》第九条';
const OIL = '《国务院对确需保留的行政审批项目设定行政许可的决定》（国务院令第412号）';
const ISOTOPES = '《放射性同位素与射线装置安全和防护条例》第二十五条';

/** 交通运输、文化和旅游、商务、市场监管、生态环境 */
export const trade: ItemRow[] = [
  {
    ...{ basicCode: '000118017000', name: '道路货物运输经营许可', levels: ['3', '4'], audiences: ['1', '2'] },
    legalBasis: ['《中华人民共和国道路运输条例》第二十四条'],
    acceptanceConditions: '有与业务相适应并经检测合格的车辆、符合条件的驾驶人员和健全的安全生产管理制度。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'licence', resultName: licenceTypes.transport.name, resultCertificateType: licenceTypes.transport.typeCode },
    materials: [
      own('M01', '道路货物运输经营申请表', ROAD),
      own('M02', '车辆承诺书或者车辆检测合格证明', ROAD, { replaceableBy: { commitment: true } }),
      issued('M03', '驾驶员从业资格证', ROAD),
    ],
    reviewStandard: '车辆、人员和制度符合条例第二十一条。',
    form: { companyName: { title: '业户名称' }, address: { title: '地址' }, scope: { title: '经营范围' } },
  },
  {
    ...{ basicCode: '000118040000', name: '船员适任证书核发', levels: ['2', '3', '4'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国船员条例》第五条'],
    acceptanceConditions: '年龄、健康、培训和资历符合任职要求，考试合格。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '内河船舶船员适任证书' },
    materials: [own('M01', '适任证书申请表', '《中华人民共和国船员条例》第六条')],
    reviewStandard: '培训、考试和资历记录核对无误。',
    form: { position: { title: '申请职务' } },
  },
  {
    ...{ basicCode: '000122007000', name: '导游证核发', levels: ['3'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国旅游法》第三十七条', GUIDES],
    acceptanceConditions: '取得导游人员资格证书，并与旅行社订立劳动合同或者在旅游行业组织注册。',
    statutoryLimit: calendarDays(15),
    ...{ resultType: 'document', resultName: '导游证' },
    materials: [own('M01', '导游证申请表', GUIDES), issued('M02', '导游人员资格证书', GUIDES)],
    reviewStandard: '资格证书有效，合同或者注册信息属实。',
    form: { agency: { title: '旅行社或者行业组织' } },
  },
  {
    ...{ basicCode: '000121008000', name: '成品油零售经营资格审批', levels: ['3'], audiences: ['2'] },
    legalBasis: [OIL],
    acceptanceConditions: '符合当地加油站行业发展规划，有稳定的成品油供应渠道。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '成品油零售经营批准文件' },
    materials: [own('M01', '申请文件和申报表', OIL), own('M02', '加油站分布示意图', OIL)],
    reviewStandard: '符合规划和间距要求，供油协议有效。',
    form: { stationName: { title: '加油站名称' }, place: { title: '建设地点' } },
  },
  {
    ...{ basicCode: '000131018000', name: '检验检测机构资质认定', levels: ['2'], audiences: ['2', '3'] },
    legalBasis: ['《中华人民共和国计量法》第二十二条', '《中华人民共和国认证认可条例》第十五条'],
    acceptanceConditions: '依法成立，人员、场所、设备和管理体系符合资质认定的条件。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '检验检测机构资质认定证书' },
    materials: [own('M01', '资质认定申请书', LABORATORY), own('M02', '管理体系文件', LABORATORY)],
    reviewStandard: '技术评审合格，能力范围与设备、人员相符。',
    form: { institution: { title: '机构名称' }, field: { title: '检验检测领域' } },
  },
  {
    ...{ basicCode: '000131009000', name: '特种设备检验、检测人员资格认定', levels: ['2'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国特种设备安全法》第十四条', '《中华人民共和国特种设备安全法》第五十一条'],
    acceptanceConditions: '学历、工作经历和身体条件符合要求，考试合格。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '特种设备检验检测人员证' },
    materials: [own('M01', '资格申请表', '《中华人民共和国特种设备安全法》第五十一条')],
    reviewStandard: '报考条件和考试成绩核对无误。',
    form: { project: { title: '申请项目' } },
  },
  {
    ...{ basicCode: '002016003000', name: '放射性同位素异地使用备案', levels: ['2'], audiences: ['2', '3'] },
    legalBasis: [ISOTOPES],
    acceptanceConditions: '持有辐射安全许可证，拟将放射性同位素转移到外省、自治区、直辖市使用。',
    statutoryLimit: workingDays(5),
    ...{ resultType: 'document', resultName: '放射性同位素异地使用备案表' },
    materials: [own('M01', '异地使用备案表', ISOTOPES), thirdParty('M02', '使用计划', ISOTOPES, { source: 'applicant' })],
    reviewStandard: '许可证在有效期内，使用地点和期限明确。',
    form: { unit: { title: '使用单位' }, place: { title: '使用地点' } },
  },
];
