import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { DirectoryFacade, type WindowCard } from '../../directory/directory.facade';
import type { Guide } from '../../implementation/implementation.facade';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { refuseWindow } from './window.errors';
import { type Handling, windowFault } from './window.rules';

/** The window that an act names, if it names one. */
export interface AtWindow {
  windowId?: string;
  /** It is done over the counter, and neither online nor by post. */
  overTheCounter: boolean;
}

/** acceptance/A25: what is in the service centre is accepted and delivered at its registered windows. */
@Injectable()
export class Windows {
  constructor(
    private readonly directory: DirectoryFacade,
    private readonly cases: Cases,
  ) {}

  async named(by: Actor, kase: Case, guide: Guide, { windowId, overTheCounter }: AtWindow): Promise<WindowCard | undefined> {
    const inCentre = guide.coverage?.inCentre === true;
    if (!windowId) {
      if (inCentre && overTheCounter) throw refuseWindow('window-missing', { errors: [wrong('missing', 'a registered window')] });
      return undefined;
    }
    const window = await this.directory.window(windowId);
    const fault =
      windowFault(window, guide.organization, inCentre) && windowFault(window, await this.handling(by, kase, guide), inCentre);
    if (!fault) return window;
    const values = { kind: window?.kind ?? '', place: window?.placeName ?? '' };
    throw refuseWindow(fault, { values, errors: [wrong(fault, 'an open window of the centre where the case is handled')] });
  }

  /** directory/D5: what came down to a township or village is accepted and delivered there. */
  private async handling(by: Actor, { id }: Case, guide: Guide): Promise<Handling> {
    const { arrangement } = await this.cases.received(by, id);
    const [receiver] = arrangement ? await this.directory.organizationsById([arrangement.receiverId]) : [];
    return receiver ?? guide.organization;
  }
}

const wrong = (code: string, detail: string) => ({ pointer: '/windowId', code, detail });

/** As a document tells it. */
export const windowShown = ({ id, label, name, placeName }: WindowCard) => ({ window: { id, label, name, place: placeName } });
