import { DirectoryFacade } from '../../modules/directory/directory.facade';
import { type House, idOf, named, type Section, seeding } from '../house';
import { COUNTY, organization } from '../organizations';
import { asStaff, staffId } from '../people';
import { says } from './says';

const point = (name: string) => ({
  ...{ kind: 'self-service' as const, divisionCode: COUNTY, name, address: '伊宁县演示路 31 号' },
  ...{ hostId: organization('county-services').id, responsibleId: organization('county-services').id },
  hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '08:00', closes: '24:00' }],
});

/** Organs, places, a window and a delegation that are there to be changed, closed and revoked. */
export const directoryRecords: Section = {
  ...{ says, mark: { kind: 'directory.organization', id: idOf('organization', 'to-close') } },
  make: async (house) => {
    const directory = house.get(DirectoryFacade);
    const organ = (key: string, uscc: string, name: string) =>
      named('organization', key, () => directory.registerOrganization(seeding, { uscc, name, divisionCode: COUNTY }));
    await organ('to-change', '1165402199X8009110', '伊宁县待更名机构（演示）');
    await organ('to-close', '1165402199X800946J', '伊宁县待撤销机构（演示）');
    await named('place', 'to-change', () => directory.registerPlace(seeding, point('伊宁县一号自助服务点（演示）')));
    await named('place', 'to-close', () => directory.registerPlace(seeding, point('伊宁县二号自助服务点（演示）')));
    const window = { label: 'Z01', name: '待撤窗口（演示）', kind: 'comprehensive' as const };
    await named('window', 'to-close', () => directory.openWindow(seeding, idOf('place', 'county-centre'), window));
    await delegate(house);
    await arrange(house);
    await provide(house);
  },
};

async function delegate(house: House): Promise<void> {
  const [fromOn, toOn] = ['2026-01-01', '2035-12-31'];
  const facts = { staffId: staffId('county-officer'), basicCodes: ['002014105001'], fromOn, toOn };
  await named('delegation', 'to-revoke', () =>
    house
      .get(DirectoryFacade)
      .grantDelegation(asStaff('county-head'), organization('county-hr').id, { ...facts, steps: ['acceptance'] }),
  );
}

async function arrange(house: House): Promise<void> {
  const sides = { decides: 'receiver' as const, liable: 'receiver' as const };
  await named('arrangement', 'to-revoke', () =>
    house.get(DirectoryFacade).arrange(asStaff('county-head'), {
      ...{ grantorId: organization('county-hr').id, receiverId: organization('township-government').id, ...sides },
      ...{ mode: 'authorized-handling', itemCodes: ['002014006007'], documentNumber: '伊县人社发〔2026〕示例2号' },
      fromOn: '2026-01-01',
    }),
  );
}

async function provide(house: House): Promise<void> {
  const supervisorId = organization('county-housing').id;
  const complaint = { phone: '0999-0000001', organizationId: supervisorId };
  const facts = { kind: 'gas' as const, divisionCode: COUNTY, supervisorId, phone: '0999-0000000', complaint };
  for (const [key, name] of [
    ['water', '伊宁县供水单位（演示）'],
    ['to-change', '伊宁县供气单位（演示）'],
    ['to-close', '伊宁县待注销供气单位（演示）'],
  ] as const)
    await named('provider', key, () =>
      house.get(DirectoryFacade).registerProvider(seeding, { ...facts, ...(key === 'water' && { kind: key }), name }),
    );
}
