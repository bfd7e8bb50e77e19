import type { ProposeCommitmentInput } from './commitment-listing.inputs';

export const assessed = (document: string) => ({
  ...{ assessor: '自治区有关部门（演示）', assessedOn: '2026-05-20', document },
  conclusion: '可通过事中事后核查防范，发现不实承诺可及时纠正。',
});

export const proposal: ProposeCommitmentInput = {
  ...{ basicCode: '000717008000', excludedFields: [], risk: assessed('演示评估〔2026〕1号') },
  correctionCost: assessed('演示评估〔2026〕2号'),
};
