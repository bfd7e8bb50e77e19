import { Module } from '@nestjs/common';
import { ArrangementController } from './arrangement/arrangement.controller';
import { Arrangement } from './arrangement/arrangement.entity';
import { ArrangementService } from './arrangement/arrangement.service';
import { Arrangements } from './arrangement/arrangement.store';
import { Delegation } from './delegation/delegation.entity';
import { DelegationController } from './delegation/delegation.controller';
import { DelegationService } from './delegation/delegation.service';
import { Delegations } from './delegation/delegation.store';
import { DirectoryFacade } from './directory.facade';
import { DivisionController } from './division/division.controller';
import { DivisionLoading } from './division/division-loading.store';
import { DivisionService } from './division/division.service';
import { Divisions } from './division/division.store';
import { OrganizationController } from './organization/organization.controller';
import { Organization } from './organization/organization.entity';
import { OrganizationService } from './organization/organization.service';
import { Organizations } from './organization/organization.store';
import { Halls } from './place/halls.service';
import { PlaceController } from './place/place.controller';
import { ServicePlace } from './place/place.entity';
import { PlaceService } from './place/place.service';
import { ServicePlaces } from './place/place.store';
import { ServiceWindow } from './place/service-window.entity';
import { ProviderController } from './provider/provider.controller';
import { Provider } from './provider/provider.entity';
import { ProviderService } from './provider/provider.service';
import { Providers } from './provider/provider.store';
import { WindowController } from './place/window.controller';

/** Divisions, organizations, places and windows, delegations, what came down (区划、机构、场所、窗口、授权、下放). */
@Module({
  controllers: [
    DivisionController,
    OrganizationController,
    DelegationController,
    ArrangementController,
    PlaceController,
    WindowController,
    ProviderController,
  ],
  providers: [
    DirectoryFacade,
    ...[Divisions, DivisionLoading, DivisionService],
    ...[Organizations, OrganizationService],
    ...[ServicePlaces, PlaceService, Halls],
    ...[Delegations, DelegationService],
    ...[Arrangements, ArrangementService],
    ...[Providers, ProviderService],
  ],
  exports: [DirectoryFacade],
})
export class DirectoryModule {
  static readonly entities = [Organization, ServicePlace, ServiceWindow, Delegation, Arrangement, Provider];
}
