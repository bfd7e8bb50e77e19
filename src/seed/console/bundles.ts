import { BundlesFacade, newBundle } from '../../modules/bundles/bundles.facade';
import { birth } from '../applications';
import { BUNDLE_CODE } from '../bundle';
import { idOf, named, type Section, seeding } from '../house';
import { asPerson, asStaff } from '../people';
import { says } from './says';

/** Bundles to edit, to publish and to withdraw, and a journey to stop. */
export const bundleRecords: Section = {
  ...{ says, mark: { kind: 'bundles.bundle', id: idOf('bundle', 'to-edit') } },
  make: async (house) => {
    const bundles = house.get(BundlesFacade);
    const editor = asStaff('county-editor');
    await named('bundle', 'to-edit', () => bundles.draft(editor, { ...newBundle, code: '654021PCN0102' }));
    await named('bundle', 'to-publish', () => bundles.draft(editor, { ...newBundle, code: '654021PCN0103' }));
    await named('bundle', 'to-withdraw', () => bundles.publish(seeding, { ...newBundle, code: '654021PCN0104' }));
    await named('journey', 'to-stop', () => bundles.begin(asPerson('second-citizen'), { code: BUNDLE_CODE, ...birth }));
  },
};
