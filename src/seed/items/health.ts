import { licenceTypes } from '../licence-types';
import { issued, type ItemRow, own, thirdParty, workingDays } from './item-row';

const HYGIENE = '《公共场所卫生管理条例实施细则》第二十三条';
const DEVICES = '《大型医用设备配置与使用管理办法（试行）》';
const BIRTH = '《中华人民共和国母婴保健法》第二十三条';

/** 卫生健康 */
export const health: ItemRow[] = [
  {
    ...{ basicCode: '000123020000', name: '公共场所卫生许可', levels: ['3', '4'], audiences: ['1', '2'] },
    legalBasis: ['《公共场所卫生管理条例》第四条', '《公共场所卫生管理条例实施细则》第二十二条'],
    acceptanceConditions: '场所已经建成，选址、布局和设施符合卫生标准。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'licence', resultName: licenceTypes.hygiene.name, resultCertificateType: licenceTypes.hygiene.typeCode },
    materials: [
      own('M01', '卫生许可申请表', HYGIENE),
      issued('M02', '营业执照', HYGIENE, { replaceableBy: { dataQuery: '企业登记信息查询' } }),
      own('M03', '公共场所地址方位示意图、平面图', HYGIENE),
      thirdParty('M04', '卫生检测或者评价报告', HYGIENE, { replaceableBy: { commitment: true } }),
    ],
    reviewStandard: '材料齐全，检测结果合格，或者已经作出告知承诺。',
    form: {
      placeName: { title: '场所名称' },
      address: { title: '经营地址' },
      scope: { title: '经营项目' },
      area: { title: '面积（平方米）', type: 'integer', required: false },
    },
  },
  {
    ...{ basicCode: '000123035000', name: '乙类大型医用设备配置许可', levels: ['2'], audiences: ['2', '3'] },
    legalBasis: ['《医疗器械监督管理条例》第四十八条'],
    acceptanceConditions: '符合大型医用设备配置规划，具备相应的技术条件、配套设施和专业人员。',
    statutoryLimit: workingDays(20),
    ...{ resultType: 'document', resultName: '乙类大型医用设备配置许可证' },
    materials: [
      own('M01', '配置申请表', DEVICES),
      issued('M02', '医疗机构执业许可证', DEVICES),
      own('M03', '技术人员说明', DEVICES),
    ],
    reviewStandard: '数量不超过规划，技术条件和人员经评审合格。',
    form: { institution: { title: '医疗机构名称' }, device: { title: '设备名称' } },
  },
];

/** The region's own items (地方自设) of the one-matter bundle, brought out through its joint review. */
export const newborn: ItemRow[] = [
  {
    ...{ basicCode: '650723901W01', name: '出生医学证明首次签发', levels: ['4'], audiences: ['1'] },
    legalBasis: [BIRTH],
    acceptanceConditions: '新生儿在本地助产机构内出生。',
    statutoryLimit: workingDays(5),
    ...{ resultType: 'licence', resultName: licenceTypes.birth.name, resultCertificateType: licenceTypes.birth.typeCode },
    materials: [own('M01', '首次签发登记表', BIRTH)],
    reviewStandard: '登记表与助产机构的出生记录一致。',
    form: {
      childName: { title: '姓名' },
      bornOn: { title: '出生日期', format: 'date' },
      motherName: { title: '母亲姓名' },
    },
  },
  {
    ...{ basicCode: '650709901W01', name: '出生登记', levels: ['4'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国户口登记条例》第七条'],
    acceptanceConditions: '婴儿出生后一个月以内，由户主、亲属、抚养人或者邻居申报。',
    statutoryLimit: workingDays(10),
    ...{ resultType: 'document', resultName: '居民户口簿' },
    materials: [
      issued('M01', '出生医学证明', '《中华人民共和国户口登记条例》第七条', {
        replaceableBy: { certificateType: licenceTypes.birth.typeCode },
        noCertificateReason: undefined,
      }),
    ],
    reviewStandard: '出生医学证明真实有效，落户地址属实。',
    form: {
      newbornName: { title: '新生儿姓名' },
      birthday: { title: '出生日期', format: 'date' },
      address: { title: '落户地址' },
      birthCertificateNumber: { title: '出生医学证明编号' },
    },
  },
  {
    ...{ basicCode: '652036901W01', name: '城乡居民基本医疗保险参保登记', levels: ['4'], audiences: ['1'] },
    legalBasis: ['《中华人民共和国社会保险法》第二十五条'],
    acceptanceConditions: '参加城乡居民基本医疗保险的本地居民。',
    statutoryLimit: workingDays(5),
    ...{ resultType: 'document', resultName: '参保登记结果' },
    materials: [
      issued('M01', '出生医学证明', '《中华人民共和国社会保险法》第二十五条', {
        replaceableBy: { certificateType: licenceTypes.birth.typeCode },
        noCertificateReason: undefined,
      }),
    ],
    reviewStandard: '身份信息核对无误，没有重复参保。',
    form: { insuredName: { title: '参保人姓名' } },
  },
];
