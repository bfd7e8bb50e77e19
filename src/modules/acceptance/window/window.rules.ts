import { acceptsMatters, type PlaceKind, type WindowCard } from '../../directory/directory.facade';

/** Who handles the case: the organ itself, or the place to which its item came down (directory/D5). */
export interface Handling {
  id: string;
  divisionCode: string;
}

export type WindowFault = 'window-unknown' | 'window-kind' | 'window-of-another-organ' | 'window-elsewhere';

// 县级以上为政务服务中心，乡镇（街道）为便民服务中心，村（社区）为便民服务站; a hall outside the centre stands on directory/D6.
const CENTRES: readonly PlaceKind[] = ['centre', 'convenience-centre', 'convenience-station', 'outside-hall'];

/** acceptance/A25: 不得在政务服务中心之外的其他场所实施受理和送达. Items that are not in the centre have their windows anywhere. */
export function windowFault(window: WindowCard | undefined, by: Handling, inCentre: boolean): WindowFault | undefined {
  if (window?.state !== 'open') return 'window-unknown';
  if (!acceptsMatters(window.kind)) return 'window-kind';
  if (window.organizationId && window.organizationId !== by.id) return 'window-of-another-organ';
  const ofTheirs = CENTRES.includes(window.placeKind) && window.divisionCode === by.divisionCode;
  return inCentre && !ofTheirs ? 'window-elsewhere' : undefined;
}
