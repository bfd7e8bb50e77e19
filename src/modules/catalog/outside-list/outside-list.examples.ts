import type { ImportOutsideListInput } from './outside-list.inputs';

/** What the demo region starts with. */
export const firstDocument: ImportOutsideListInput = {
  ...{ kind: 'market-access', documentNumber: '演示清单〔2026〕1号', title: '市场准入清单（演示）', issuedOn: '2026-05-01' },
  rows: [{ code: 'DEMO-01', name: '演示准入事项一' }],
};

/** Its row is on no list of ours; the id follows from both values. */
export const firstDifference = '9279f19141d41d51c9fdb7469c7fe02f';

export const outsideDocument: ImportOutsideListInput = {
  ...{ kind: 'market-access', documentNumber: '演示清单〔2026〕2号', title: '市场准入清单（演示）', issuedOn: '2026-06-01' },
  rows: [{ operation: 'I', code: 'DEMO-02', name: '演示准入事项二', basis: ['《中华人民共和国行政许可法》第十二条'] }],
};
