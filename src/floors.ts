import { DirectoryModule } from './modules/directory/directory.module';
import { IdentityModule } from './modules/identity/identity.module';

/** A module of the house: a Nest module that names its entities. */
export interface FloorModule {
  new (): object;
  entities: (new () => object)[];
}

/**
 * The floors of the house, from the ground up: a module calls modules of lower lines (their facades, in its own transaction) and
 * tells everyone else by facts. Nest wiring, entities and the architecture spec all read this list.
 */
export const floors: FloorModule[][] = [[DirectoryModule], [IdentityModule]];
