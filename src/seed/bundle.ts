import { type BundleContent, BundlesFacade } from '../modules/bundles/bundles.facade';
import { idOf, named, type Section, seeding } from './house';
import { listCode } from './lists';
import { organization } from './organizations';

/** 新生儿出生一件事: the certificate first; what it says then serves the register and the insurance. */
export const BUNDLE_CODE = '654021PCN0009';

const asks = (fields: Record<string, string>) => Object.entries(fields).map(([member, field]) => ({ member, field }));

const content: BundleContent = {
  ...{ theme: '新生儿出生', name: '新生儿出生“一件事”', promisedDays: 5 },
  members: [
    { key: 'birth', code: listCode('county-health', '650723901W01') },
    { key: 'household', code: listCode('county-police', '650709901W01') },
    { key: 'insurance', code: listCode('county-insurance', '652036901W01') },
  ],
  fields: [
    {
      ...{ name: 'childName', title: '新生儿姓名' },
      asks: asks({ birth: 'childName', household: 'newbornName', insurance: 'insuredName' }),
    },
    { name: 'bornOn', title: '出生日期', asks: asks({ birth: 'bornOn', household: 'birthday' }) },
    { name: 'motherName', title: '母亲姓名', asks: asks({ birth: 'motherName' }) },
    { name: 'address', title: '落户地址', asks: asks({ household: 'address' }) },
  ],
  materials: [{ code: 'A01', name: '首次签发登记表', asks: [{ member: 'birth', material: 'M01' }] }],
  edges: [
    { from: 'birth', to: 'household', after: 'granted', certificateFor: ['M01'], numberFor: ['birthCertificateNumber'] },
    { from: 'birth', to: 'insurance', after: 'granted', certificateFor: ['M01'] },
    { from: 'household', to: 'insurance', after: 'completed' },
  ],
};

export const bundleSection: Section = {
  says: 'the one-matter bundle of a birth',
  mark: { kind: 'bundles.bundle', id: idOf('bundle', BUNDLE_CODE) },
  make: async (house) => {
    const bundle = { code: BUNDLE_CODE, leadOrganizationId: organization('county-health').id, ...content };
    await named('bundle', BUNDLE_CODE, () => house.get(BundlesFacade).publish(seeding, bundle));
  },
};
