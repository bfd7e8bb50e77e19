import { LicencesFacade } from '../../modules/licences/licences.facade';
import { idOf, named, type Section } from '../house';
import { licenceTypes } from '../licence-types';
import { organization } from '../organizations';
import { asStaff } from '../people';
import { says } from './says';

/** Types of e-licences that have been defined and not been published. */
export const licenceRecords: Section = {
  ...{ says, mark: { kind: 'licences.licence-type', id: idOf('licence-type', 'to-change') } },
  make: async (house) => {
    const { uscc } = organization('region-hr');
    for (const [name, number] of [
      ['to-change', '901'],
      ['to-publish', '902'],
    ] as const) {
      const type = { ...licenceTypes.dispatch, typeCode: uscc + number, name: '演示许可证（草稿）' };
      await named('licence-type', name, () => house.get(LicencesFacade).defineType(asStaff('catalogue-editor'), type));
    }
  },
};
