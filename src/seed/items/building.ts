import { calendarDays, issued, type ItemRow, own, thirdParty, workingDays } from './item-row';

const SAFETY = '《安全生产许可证条例》第六条';
const FIRE = '《中华人民共和国消防法》第十三条';
const GAS = '《国务院对确需保留的行政审批项目设定行政许可的决定》（国务院令第412号）';
const LAND = '《中华人民共和国土地管理法》第五十七条';
const REGISTER = '《不动产登记暂行条例》第十六条';

const registered = (basicCode: string, name: string, resultName: string, object: string): ItemRow => ({
  ...{ basicCode, name, levels: ['3', '4'], audiences: ['1', '2'] },
  legalBasis: ['《中华人民共和国民法典》第二百一十条', '《不动产登记暂行条例》第五条'],
  acceptanceConditions: '不动产已经登记，双方共同申请，没有尚未解决的权属争议。',
  statutoryLimit: workingDays(30),
  ...{ resultType: 'document', resultName },
  fees: { charged: true },
  materials: [
    own('M01', '不动产登记申请书', REGISTER),
    own('M02', '转移的合同或者其他材料', REGISTER),
    issued('M03', object, REGISTER),
  ],
  reviewStandard: '申请材料与登记簿一致，权利转移的事实清楚。',
  form: { unitNumber: { title: '不动产单元号' }, transferee: { title: '受让人' } },
});

/** 住房城乡建设、自然资源 */
export const building: ItemRow[] = [
  {
    ...{ basicCode: '000117007000', name: '建筑施工企业安全生产许可', levels: ['2'], audiences: ['2'] },
    legalBasis: ['《安全生产许可证条例》第四条'],
    acceptanceConditions: '取得建筑施工企业资质，安全生产责任制、机构和人员符合规定。',
    statutoryLimit: { ...calendarDays(45), basis: '《安全生产许可证条例》第七条', basisKind: 'administrative-regulation' },
    ...{ resultType: 'document', resultName: '安全生产许可证' },
    materials: [own('M01', '安全生产许可证申请表', SAFETY), own('M02', '安全生产管理人员名单', SAFETY)],
    reviewStandard: '安全生产条件逐项符合条例第六条。',
    form: { companyName: { title: '企业名称' }, qualification: { title: '资质类别' } },
  },
  {
    ...{ basicCode: '000117054002', name: '燃气燃烧器具安装、维修企业资质核准', levels: ['3', '4'], audiences: ['2'] },
    legalBasis: [GAS],
    acceptanceConditions: '有固定场所、检测仪器和经考核的安装维修人员。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '燃气燃烧器具安装维修企业资质证书' },
    materials: [own('M01', '资质申请表', GAS), own('M02', '安装维修人员名单', GAS, { replaceableBy: { commitment: true } })],
    reviewStandard: '人员、场所和仪器与业务范围相适应。',
    form: { companyName: { title: '企业名称' }, scope: { title: '业务范围' } },
  },
  {
    ...{ basicCode: '000717008000', name: '其他建设工程消防验收备案', levels: ['2', '3', '4'], audiences: ['1', '2', '3'] },
    legalBasis: [`${FIRE}第二款`],
    acceptanceConditions: '依法不需要消防验收的其他建设工程竣工验收合格后五个工作日内。',
    statutoryLimit: workingDays(15),
    ...{ resultType: 'document', resultName: '建设工程消防验收备案凭证' },
    materials: [own('M01', '消防验收备案表', FIRE), thirdParty('M02', '工程竣工验收报告', FIRE)],
    reviewStandard: '材料齐全即备案；被确定为检查对象的，按照规定检查。',
    form: { projectName: { title: '工程名称' }, area: { title: '建筑面积（平方米）', type: 'integer' } },
  },
  {
    ...{ basicCode: '000115003000', name: '临时用地审批', levels: ['3', '4'], audiences: ['1', '2', '3'] },
    legalBasis: [LAND],
    acceptanceConditions: '建设项目施工、地质勘查需要临时使用土地，期限一般不超过二年。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '临时用地批准文件' },
    materials: [own('M01', '临时用地申请书', LAND), own('M02', '临时使用土地合同', LAND), own('M03', '土地复垦方案', LAND)],
    reviewStandard: '选址合理，复垦责任明确，不占或者少占耕地。',
    form: { projectName: { title: '项目名称' }, area: { title: '面积（平方米）', type: 'integer' } },
  },
  {
    ...{ basicCode: '000115018000', name: '建设项目压覆重要矿床审批', levels: ['2'], audiences: ['2', '3'] },
    legalBasis: ['《中华人民共和国矿产资源法》'],
    acceptanceConditions: '建设项目确需压覆重要矿产资源，已经完成调查评估。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '压覆重要矿产资源批复' },
    materials: [
      own('M01', '压覆申请函', '《中华人民共和国矿产资源法》'),
      thirdParty('M02', '压覆评估报告', '《中华人民共和国矿产资源法》'),
    ],
    reviewStandard: '评估报告完整，与矿业权人的处理意见明确。',
    form: { projectName: { title: '项目名称' } },
  },
  {
    ...{ basicCode: '000115023000', name: '古生物化石发掘审批', levels: ['2'], audiences: ['2', '3'] },
    legalBasis: ['《古生物化石保护条例》第十一条'],
    acceptanceConditions: '因科学研究、教学、科学普及或者保护的需要，单位具备发掘的技术条件。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '古生物化石发掘批准文件' },
    materials: [
      own('M01', '发掘申请书', '《古生物化石保护条例》第十一条'),
      own('M02', '发掘方案', '《古生物化石保护条例》第十一条'),
    ],
    reviewStandard: '目的正当，方案能够保护化石和产地。',
    form: { unit: { title: '申请单位' }, place: { title: '发掘地点' } },
  },
  registered('000715001006', '宅基地使用权及房屋所有权转移登记', '不动产权证书', '不动产权属证书'),
  registered('000715001013', '地役权转移登记', '不动产登记证明', '地役权登记证明'),
];
