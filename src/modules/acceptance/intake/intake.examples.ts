import { demoId } from '../../../kernel/persistence/uuid';
import { DEFERRAL_TEXT } from '../deferral/deferral.rules';
import type { EditCaseInput, OpenCaseInput, SuppliedInput } from './intake.inputs';
import type { OnTheSpotInput } from './on-the-spot.inputs';

/** 创业补贴申领 at the human-resources bureau of the county. */
const SUBSIDY = '1165402199X800225M400201410500101';
/** 社会保险登记, handled on the spot by the same bureau. */
const REGISTRATION = '1165402199X800225M400201400100101';

const signedForm = { code: 'M01', kind: 'statement' as const, text: '申请创业补贴，申请表已经签名。' };

export const editedCase: EditCaseInput = {
  channel: 'online',
  form: { business: '演示小店', since: '2025-03-01' },
  materials: [
    signedForm,
    {
      ...{ code: 'M02', kind: 'commitment', textVersion: '演示版 1' },
      text: '已经知晓告知事项，承诺所填内容属实，愿意承担不实承诺的责任。',
    },
    { code: 'M03', kind: 'deferred', textVersion: DEFERRAL_TEXT.version },
  ],
};

export const newCase: OpenCaseInput = { code: SUBSIDY, ...editedCase, submit: true };

export const supplied: SuppliedInput = { materials: [signedForm] };

export const onTheSpot: OnTheSpotInput = {
  ...{ code: REGISTRATION, applicantId: demoId('enterprise', 'enterprise'), channel: 'window' },
  form: { companyName: '伊宁县演示劳务有限公司', employees: 12 },
  materials: [{ code: 'M01', kind: 'statement', text: '办理社会保险登记。' }],
  decision: { granted: true },
  delivery: { method: 'window' },
};
