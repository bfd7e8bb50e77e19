import { Injectable } from '@nestjs/common';
import { refuse } from '../directory.errors';
import { Organizations } from '../organization/organization.store';
import type { ServicePlace } from './place.entity';
import { ServicePlaces } from './place.store';
import { accepts } from './place-kind.rules';
import type { ServiceWindow } from './service-window.entity';

/** directory/D6: halls outside the centre and the windows that they need inside it. */
@Injectable()
export class Halls {
  constructor(
    private readonly places: ServicePlaces,
    private readonly organizations: Organizations,
  ) {}

  /** Under two supervisors that work, with an open window in the centre of its own division; no other place needs any. */
  async mustStand({ kind, divisionCode, hostId, ...hall }: ServicePlace): Promise<void> {
    if (kind !== 'outside-hall') return;
    const { competentDepartmentId, administrationId } = hall;
    await this.organizations.mustBeActive(competentDepartmentId!, administrationId!);
    const [administration] = await this.organizations.byIds([administrationId!]);
    if (administration!.divisionCode !== divisionCode) throw refuse('hall-supervisors');
    const centre = await this.places.centreOfWindow(hall.centreWindowId!, divisionCode);
    const window = centre?.windows.find(({ id }) => id === hall.centreWindowId);
    const theirs = [null, hostId, competentDepartmentId];
    if (window?.state !== 'open' || !accepts(window.kind) || !theirs.includes(window.organizationId)) throw refuse('hall-window');
  }

  /** The organization is locked: nobody names it as a supervisor meanwhile. */
  async mustNotSupervise(organizationId: string): Promise<void> {
    const [hall] = await this.places.hallsUnder(organizationId);
    if (hall) throw refuse('supervises-hall', { values: { name: hall.name } });
  }

  /** The place of these windows is locked: no hall comes to need them meanwhile. */
  async mustNotNeed(windows: ServiceWindow[]): Promise<void> {
    const [hall] = await this.places.hallsAt(windows.map(({ id }) => id));
    if (hall) throw refuse('hall-needs-window', { values: { name: hall.name } });
  }
}
