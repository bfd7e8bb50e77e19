import { DirectoryFacade } from '../modules/directory/directory.facade';
import { type House, idOf, named, type Section, seeding } from './house';
import { COUNTY, organization, type OrganizationKey, PREFECTURE, TOWNSHIP } from './organizations';

type Facts = Parameters<DirectoryFacade['registerPlace']>[1];
type Window = Parameters<DirectoryFacade['openWindow']>[2];

/** Working hours of Xinjiang, two hours behind Beijing time by the sun. */
const hours = [
  { weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '13:30' },
  { weekdays: [1, 2, 3, 4, 5], opens: '15:30', closes: '19:00' },
];

const hall = (kind: Facts['kind'], divisionCode: string, name: string, host: OrganizationKey, address: string): Facts => ({
  ...{ kind, divisionCode, name: `${name}（演示）`, hostId: organization(host).id, address, phone: '0999-0000000', hours },
});

const places: Record<string, { facts: Facts; windows: Window[] }> = {
  'prefecture-centre': {
    facts: hall('centre', PREFECTURE, '伊犁哈萨克自治州政务服务中心', 'prefecture-services', '演示路 1 号'),
    windows: [
      { label: 'A01', name: '综合受理窗口', kind: 'comprehensive' },
      { label: 'B01', name: '跨省通办窗口', kind: 'inter-province' },
    ],
  },
  'county-centre': {
    facts: hall('centre', COUNTY, '伊宁县政务服务中心', 'county-services', '演示路 2 号'),
    windows: [
      { label: 'A01', name: '综合受理窗口', kind: 'comprehensive' },
      { label: 'A02', name: '人社专窗', kind: 'comprehensive', organizationId: organization('county-hr').id },
      { label: 'C01', name: '“高效办成一件事”窗口', kind: 'one-matter' },
      { label: 'D01', name: '帮办代办窗口', kind: 'assisted' },
      { label: 'E01', name: '“办不成事”反映窗口', kind: 'could-not-get-it-done' },
      { label: 'F01', name: '绿色通道', kind: 'green-channel' },
    ],
  },
  'township-centre': {
    facts: hall('convenience-centre', TOWNSHIP, '吉里于孜镇便民服务中心', 'township-government', '演示路 3 号'),
    windows: [{ label: 'A01', name: '综合服务窗口', kind: 'comprehensive' }],
  },
};

export const placeSection: Section = {
  says: 'service centres and windows',
  mark: { kind: 'directory.service-place', id: idOf('place', 'county-centre') },
  make: async (house) => {
    for (const name of Object.keys(places)) await open(house, name);
  },
};

export const windowId = (place: string, label: string): string => idOf('window', `${place} ${label}`);

async function open(house: House, name: string): Promise<void> {
  const directory = house.get(DirectoryFacade);
  const { facts, windows } = places[name]!;
  const { id } = await named('place', name, () => directory.registerPlace(seeding, facts));
  for (const window of windows) await named('window', `${name} ${window.label}`, () => directory.openWindow(seeding, id, window));
}
