import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { DivisionService } from '../division/division.service';
import { Organizations } from '../organization/organization.store';
import { Halls } from './halls.service';
import { ServicePlace } from './place.entity';
import type { ChangePlaceInput, ClosePlaceInput, OpenWindowInput, RegisterPlaceInput } from './place.inputs';
import { placeEditors } from './place.policy';
import { ServicePlaces } from './place.store';
import type { ServiceWindow } from './service-window.entity';

@Injectable()
export class PlaceService {
  constructor(
    private readonly tx: Tx,
    private readonly places: ServicePlaces,
    private readonly divisions: DivisionService,
    private readonly organizations: Organizations,
    private readonly halls: Halls,
  ) {}

  register(by: Actor, { kind, divisionCode, ...facts }: RegisterPlaceInput): Promise<ServicePlace> {
    return this.tx.run(async () => {
      const site = await this.divisions.siteIn(divisionCode);
      if (!placeEditors.test(site, by)) throw refuseKernel('not-allowed');
      const place = ServicePlace.register({ kind, divisionCode, ...site }, facts);
      await this.organizations.mustBeActive(facts.hostId, facts.responsibleId);
      await this.halls.mustStand(place);
      await this.places.save(by, place);
      return place;
    });
  }

  change(by: Actor, id: string, version: number, input: ChangePlaceInput): Promise<ServicePlace> {
    return this.tx.run(async () => {
      const place = await this.places.lookupFor(by, 'change', id, version);
      await this.organizations.mustBeActive(input.hostId, input.responsibleId);
      place.change(input);
      await this.halls.mustStand(place);
      await this.places.save(by, place);
      return place;
    });
  }

  close(by: Actor, id: string, { reason }: ClosePlaceInput): Promise<ServicePlace> {
    return this.tx.run(async () => {
      const place = await this.places.lookupFor(by, 'close', id);
      await this.halls.mustNotNeed(place.windows);
      place.close(reason);
      await this.places.save(by, place);
      return place;
    });
  }

  openWindow(by: Actor, id: string, input: OpenWindowInput): Promise<ServiceWindow> {
    return this.tx.run(async () => {
      const place = await this.places.lookupFor(by, 'open-window', id);
      await this.organizations.mustBeActive(input.organizationId);
      const window = place.openWindow(input);
      await this.places.save(by, place);
      return window;
    });
  }

  closeWindow(by: Actor, id: string, windowId: string, { reason }: ClosePlaceInput): Promise<ServiceWindow> {
    return this.tx.run(async () => {
      const place = await this.places.lookupFor(by, 'close-window', id);
      const window = place.windows.find((one) => one.id === windowId);
      if (!window) throw refuseKernel('not-found');
      await this.halls.mustNotNeed([window]);
      place.closeWindow(window, reason);
      await this.places.save(by, place);
      return window;
    });
  }
}
