import { BundlesFacade } from '../modules/bundles/bundles.facade';
import { DirectoryFacade } from '../modules/directory/directory.facade';
import { RatingsFacade } from '../modules/ratings/ratings.facade';
import { shanghaiDay } from '../kernel/clock/day';
import { Tx } from '../kernel/persistence/tx';
import { birth } from './applications';
import { BUNDLE_CODE } from './bundle';
import { caseId } from './cases';
import { idOf, named, type Section } from './house';
import { organization } from './organizations';
import { asPerson, asStaff, staffId } from './people';

/** 首席事务代表: the clerk at the window decides about subsidies in the bureau's name for two years. */
export const delegationSection: Section = {
  ...{ says: 'a delegation', mark: { kind: 'directory.delegation', id: idOf('delegation', 'county-clerk') } },
  make: async (house) => {
    const fromOn = shanghaiDay(house.get(Tx).now);
    const toOn = `${Number(fromOn.slice(0, 4)) + 2}-01-01`;
    const facts = { staffId: staffId('county-clerk'), basicCodes: ['002014105001'], fromOn, toOn };
    await named('delegation', 'county-clerk', () =>
      house.get(DirectoryFacade).grantDelegation(asStaff('county-head'), organization('county-hr').id, {
        ...facts,
        steps: ['acceptance', 'decision'],
      }),
    );
  },
};

/** The township takes in applications for the county's bureau (委托受理). */
export const arrangementSection: Section = {
  ...{
    says: 'items that came down to a township',
    mark: { kind: 'directory.arrangement', id: idOf('arrangement', 'township-acceptance') },
  },
  make: async (house) => {
    const facts = { itemCodes: ['002014105001'], decides: 'grantor' as const, liable: 'grantor' as const };
    await named('arrangement', 'township-acceptance', () =>
      house.get(DirectoryFacade).arrange(asStaff('county-head'), {
        ...{ grantorId: organization('county-hr').id, receiverId: organization('township-government').id },
        ...{ ...facts, mode: 'entrusted-acceptance', documentNumber: '伊县人社发〔2026〕示例1号' },
        ...{ fromOn: shanghaiDay(house.get(Tx).now), toOn: '2035-12-31' },
      }),
    );
  },
};

/** One that is satisfied and one that is not. */
export const ratingSection: Section = {
  ...{ says: 'ratings', mark: { kind: 'ratings.rating', id: idOf('rating', 'good') } },
  make: async (house) => {
    const ratings = house.get(RatingsFacade);
    const good = { caseId: caseId('completed'), grade: 5 as const, details: ['513', '517'] };
    const bad = { caseId: caseId('denied'), grade: 2 as const, details: ['207'], text: '申请前没有说明经营时间的要求。' };
    await named('rating', 'good', () => ratings.rate(asPerson('citizen'), good));
    await named('rating', 'bad', () => ratings.rate(asPerson('second-citizen'), bad));
  },
};

/** The birth certificate is applied for; the other two members wait for it. */
export const journeySection: Section = {
  ...{ says: 'a journey', mark: { kind: 'bundles.journey', id: idOf('journey', 'birth') } },
  make: async (house) => {
    const application = { code: BUNDLE_CODE, ...birth };
    await named('journey', 'birth', () => house.get(BundlesFacade).begin(asPerson('second-citizen'), application));
  },
};
