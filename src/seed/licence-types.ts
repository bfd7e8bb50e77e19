import { type LicenceTypeToPublish, LicencesFacade } from '../modules/licences/licences.facade';
import { idOf, named, type Section, seeding } from './house';
import { organization, type OrganizationKey } from './organizations';

const text = (title: string, alias: string) => ({ type: 'string', title, maxLength: 500, 'x-gb36903': alias });

/** 证照类型代码: the social credit code of the defining organ and three digits (GB/T 36904-2018). */
const type = (
  definedBy: OrganizationKey,
  number: string,
  name: string,
  fields: object,
  kept: string[] = [],
): LicenceTypeToPublish => ({
  ...{ typeCode: organization(definedBy).uscc + number, name, selectivelyDisclosable: kept, template: 'standard' },
  ...{ metadata: { type: 'object', properties: fields, additionalProperties: false }, oneValidPerHolder: true },
});

/** What the demo region issues as e-licences. */
export const licenceTypes = {
  dispatch: type('region-hr', '001', '劳务派遣经营许可证', {
    companyName: text('单位名称', 'KZ_DWMC'),
    premises: text('住所', 'KZ_ZS'),
    scope: text('许可经营事项', 'KZ_JYSX'),
  }),
  /** One for each place. */
  hygiene: {
    ...type(
      'region-health',
      '001',
      '公共场所卫生许可证',
      {
        placeName: text('单位名称', 'KZ_DWMC'),
        address: text('经营地址', 'KZ_JYDZ'),
        scope: text('许可项目', 'KZ_XKXM'),
      },
      ['address'],
    ),
    oneValidPerHolder: false,
  },
  transport: type('region-transport', '001', '道路运输经营许可证', {
    companyName: text('业户名称', 'KZ_YHMC'),
    address: text('地址', 'KZ_DZ'),
    scope: text('经营范围', 'KZ_JYFW'),
  }),
  /** Parents hold one for each child. */
  birth: {
    ...type('region-health', '002', '出生医学证明', {
      childName: text('新生儿姓名', 'KZ_XSEXM'),
      bornOn: text('出生日期', 'KZ_CSRQ'),
    }),
    oneValidPerHolder: false,
  },
};

export const licenceTypeSection: Section = {
  says: 'types of e-licences',
  mark: { kind: 'licences.licence-type', id: idOf('licence-type', 'dispatch') },
  make: async (house) => {
    for (const [name, type] of Object.entries(licenceTypes))
      await named('licence-type', name, () => house.get(LicencesFacade).publishType(seeding, type));
  },
};
