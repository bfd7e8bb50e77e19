import type { ChangeLicenceTypeInput, DefineLicenceTypeInput } from './licence-type.inputs';

export const changedType: ChangeLicenceTypeInput = {
  name: '演示许可证',
  metadata: {
    type: 'object',
    properties: {
      companyName: { type: 'string', title: '单位名称', maxLength: 200, 'x-gb36903': 'KZ_DWMC' },
      scope: { type: 'string', title: '许可事项', maxLength: 500, 'x-gb36903': 'KZ_XKSX' },
    },
    required: ['companyName'],
  },
  selectivelyDisclosable: ['scope'],
  oneValidPerHolder: true,
  template: 'standard',
};

/** The social credit code of an organ of the demo region and three digits. */
export const newType: DefineLicenceTypeInput = { typeCode: '1165000099X8000222101', ...changedType };
