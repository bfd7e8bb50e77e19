import { AcceptanceModule } from './modules/acceptance/acceptance.module';
import { BundlesModule } from './modules/bundles/bundles.module';
import { CatalogModule } from './modules/catalog/catalog.module';
import { DirectoryModule } from './modules/directory/directory.module';
import { IdentityModule } from './modules/identity/identity.module';
import { LicencesModule } from './modules/licences/licences.module';
import { NotificationsModule } from './modules/notifications/notifications.module';
import { TimeLimitsModule } from './modules/time-limits/time-limits.module';
import { ImplementationModule } from './modules/implementation/implementation.module';
import { RatingsModule } from './modules/ratings/ratings.module';
import { SupervisionModule } from './modules/supervision/supervision.module';

/** A module of the house: a Nest module that names its entities. */
export interface FloorModule {
  new (): object;
  entities: (new () => object)[];
}

/**
 * The floors of the house, from the ground up: a module calls modules of lower lines (their facades, in its own transaction) and
 * tells everyone else by facts. Nest wiring, entities and the architecture spec all read this list.
 */
export const floors: FloorModule[][] = [
  [DirectoryModule],
  [IdentityModule],
  [NotificationsModule, TimeLimitsModule],
  [LicencesModule],
  [CatalogModule],
  [ImplementationModule],
  [AcceptanceModule],
  [BundlesModule],
  [RatingsModule],
  [SupervisionModule],
];
