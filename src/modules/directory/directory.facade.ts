import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { Arrangement } from './arrangement/arrangement.entity';
import type { ArrangeInput } from './arrangement/arrangement.inputs';
import { ArrangementService } from './arrangement/arrangement.service';
import { Arrangements } from './arrangement/arrangement.store';
import { ArrangementView } from './arrangement/arrangement.views';
import type { Delegation } from './delegation/delegation.entity';
import type { GrantDelegationInput } from './delegation/delegation.inputs';
import type { DelegatedStep } from './delegation/delegated-steps.rules';
import { DelegationService } from './delegation/delegation.service';
import { type DelegatedItem, Delegations } from './delegation/delegation.store';
import { DelegationView } from './delegation/delegation.views';
import { DivisionService } from './division/division.service';
import type { Organization } from './organization/organization.entity';
import type { RegisterOrganizationInput } from './organization/organization.inputs';
import { OrganizationService } from './organization/organization.service';
import { Organizations } from './organization/organization.store';
import type { ServicePlace } from './place/place.entity';
import type { OpenWindowInput, RegisterPlaceInput } from './place/place.inputs';
import { PlaceService } from './place/place.service';
import { ServicePlaces, type WindowCard } from './place/place.store';
import type { RegisterProviderInput } from './provider/provider.inputs';
import { ProviderService } from './provider/provider.service';

export { ArrangeInput, ITEM_OR_MAIN_ITEM } from './arrangement/arrangement.inputs';
export { ArrangementView } from './arrangement/arrangement.views';
export { MODES, SIDES } from './arrangement/modes.rules';
export { BASIC_CODE, GrantDelegationInput } from './delegation/delegation.inputs';
export { DelegationView } from './delegation/delegation.views';
export type { DelegatedStep } from './delegation/delegated-steps.rules';
export type { DelegatedItem } from './delegation/delegation.store';
export { accepts as acceptsMatters, type PlaceKind } from './place/place-kind.rules';
export type { WindowCard } from './place/place.store';

/** An organization as other modules know it. */
export type OrganizationCard = Pick<Organization, 'id' | 'uscc' | 'name' | 'divisionCode' | 'areaPath' | 'state'>;
export type PlaceCard = Pick<ServicePlace, 'id' | 'kind' | 'name' | 'divisionCode' | 'areaPath' | 'state'>;
export type DelegationCard = Pick<Delegation, 'id' | 'organizationId' | 'staffId' | 'fromOn' | 'toOn' | 'state'>;

export type ArrangementCard = Pick<
  Arrangement,
  'id' | 'grantorId' | 'receiverId' | 'mode' | 'itemCodes' | 'decides' | 'liable' | 'documentNumber' | 'fromOn' | 'toOn'
>;

/** The directory for the floors above: places and bodies, never persons. */
@Injectable()
export class DirectoryFacade {
  constructor(
    private readonly divisions: DivisionService,
    private readonly organizations: Organizations,
    private readonly organizationService: OrganizationService,
    private readonly places: ServicePlaces,
    private readonly placeService: PlaceService,
    private readonly delegations: Delegations,
    private readonly delegationService: DelegationService,
    private readonly arrangements: Arrangements,
    private readonly arrangementService: ArrangementService,
    private readonly providerService: ProviderService,
  ) {}

  /** Loads the divisions that come with the platform; a second run changes nothing. Answers how many rows it wrote. */
  loadDivisions(): Promise<number> {
    return this.divisions.load();
  }

  /** The division and everything above it, nearest first; null when there is none. */
  divisionPath(code: string): Promise<string[] | null> {
    return this.divisions.pathOf(code);
  }

  divisionName(code: string): Promise<string | undefined> {
    return this.divisions.nameOf(code);
  }

  organizationByUscc(uscc: string): Promise<OrganizationCard | undefined> {
    return this.organizations.byUscc(uscc);
  }

  organizationsByUscc(usccs: string[]): Promise<OrganizationCard[]> {
    return this.organizations.byUsccs(usccs);
  }

  organizationsById(ids: string[]): Promise<OrganizationCard[]> {
    return this.organizations.byIds(ids);
  }

  async organizationName(id: string): Promise<string | undefined> {
    return (await this.organizations.byIds([id]))[0]?.name;
  }

  /** Names by id; an id that is no organization's is absent. */
  async organizationNames(ids: string[]): Promise<Map<string, string>> {
    return new Map((await this.organizations.byIds(ids)).map(({ id, name }) => [id, name]));
  }

  registerOrganization(by: Actor, facts: RegisterOrganizationInput): Promise<OrganizationCard> {
    return this.organizationService.register(by, facts);
  }

  registerPlace(by: Actor, facts: RegisterPlaceInput): Promise<PlaceCard> {
    return this.placeService.register(by, facts);
  }

  async openWindow(by: Actor, placeId: string, facts: OpenWindowInput): Promise<WindowCard> {
    const { id } = await this.placeService.openWindow(by, placeId, facts);
    return (await this.places.window(id))!;
  }

  /** A window, also one that is closed. */
  window(id: string): Promise<WindowCard | undefined> {
    return this.places.window(id);
  }

  async registerProvider(by: Actor, facts: RegisterProviderInput): Promise<void> {
    await this.providerService.register(by, facts);
  }

  /** Whether the items exist and the delegate works there is known to the floors above. */
  async grantDelegation(by: Actor, organizationId: string, facts: GrantDelegationInput): Promise<DelegationView> {
    const delegation = await this.delegationService.grant(by, organizationId, facts);
    return DelegationView.of(delegation, this.delegations.actsFor(by, delegation));
  }

  /** directory/D5: items come down to a township or village. Whether they exist is known to the catalogue. */
  async arrange(by: Actor, facts: ArrangeInput): Promise<ArrangementView> {
    const arrangement = await this.arrangementService.grant(by, facts);
    return ArrangementView.of(arrangement, this.arrangements.actsFor(by, arrangement));
  }

  /** directory/D5: what holds today between the grantor and one of these organs for the item; authorized handling first. */
  arrangementBetween(grantorId: string, receiverIds: string[], basicCode: string): Promise<ArrangementCard | undefined> {
    return this.arrangements.between(grantorId, receiverIds, basicCode);
  }

  /** directory/D5: what came down to a place and holds today; 404 where there is none. */
  async arrangementsAt(by: Actor, placeId: string): Promise<ArrangementCard[]> {
    return this.arrangements.liveAt(await this.places.see(by, placeId));
  }

  /** directory/D4: what may be decided at the window in a division on the day of this instant. */
  itemsToDecide(division: string, at: string): Promise<DelegatedItem[]> {
    return this.delegations.itemsToDecide(division, at);
  }

  /** directory/D4: by which delegation this person may take this step of this item in the organ's name today, if by any. */
  liveDelegation(
    staffId: string,
    organizationId: string,
    basicCode: string,
    step: DelegatedStep,
  ): Promise<DelegationCard | undefined> {
    return this.delegations.live(staffId, organizationId, basicCode, step);
  }
}
