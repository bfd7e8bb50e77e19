import type { GuideContent } from './content.inputs';

/** 创业补贴申领 as a county bureau offers it; what the catalogue lays down is inherited. */
export const guideContent: GuideContent = {
  procedureBasis: '《就业补助资金管理办法》',
  regulatingOrganization: { uscc: '1165402199X800225M', name: '伊宁县人力资源和社会保障局（演示）' },
  ...{ handling: 'promised', promisedLimit: { days: 10, unit: 'working-day' } },
  steps: [
    { code: 'S1', name: '受理', countsAsStep: true },
    { code: 'S2', name: '审查', countsAsStep: true },
    { code: 'S3', name: '决定', countsAsStep: true },
  ],
  specialProcedures: [],
  form: {
    type: 'object',
    properties: {
      business: { title: '创办主体名称', type: 'string', minLength: 1, maxLength: 200 },
      since: { title: '开始经营日期', type: 'string', format: 'date' },
    },
    required: ['business', 'since'],
    additionalProperties: false,
  },
  ...{ fees: [], channels: ['window', 'online'] },
  windows: [
    { name: '综合受理窗口', address: '政务服务中心一楼', hours: '工作日 10:00-13:30，15:30-19:00', phone: '0999-0000000' },
  ],
  result: { kind: 'document', name: '创业补贴审核结果' },
  ...{ visits: 0, resultSample: 'urn:demo:result-sample:002014105001' },
  remedies: { review: '收到决定之日起六十日内向本级人民政府申请行政复议', lawsuit: '六个月内向有管辖权的人民法院提起行政诉讼' },
  phones: { enquiry: '0999-0000000', complaint: '0999-0000001' },
};
