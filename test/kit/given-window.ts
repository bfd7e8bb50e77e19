import { platform } from '../../src/kernel/authz/actor';
import { DirectoryFacade } from '../../src/modules/directory/directory.facade';
import type { World } from './world';

const hours = [{ weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '18:00' }];
const by = platform('test');

type Window = Partial<Parameters<DirectoryFacade['openWindow']>[2]>;
type Place = Pick<Parameters<DirectoryFacade['registerPlace']>[1], 'hostId' | 'divisionCode'> &
  Partial<Parameters<DirectoryFacade['registerPlace']>[1]>;

/** A window in a new place (a centre unless told). Answers both ids. */
export async function givenWindow(
  w: Pick<World, 'get'>,
  { kind = 'centre', ...place }: Place,
  window: Window = {},
): Promise<{ id: string; placeId: string }> {
  const directory = w.get(DirectoryFacade);
  const facts = { kind, name: '示例政务服务场所', address: '示例路 1 号', hours, responsibleId: place.hostId, ...place };
  const { id: placeId } = await directory.registerPlace(by, facts);
  const { id } = await directory.openWindow(by, placeId, { label: 'A01', name: '综合窗口', kind: 'comprehensive', ...window });
  return { id, placeId };
}
