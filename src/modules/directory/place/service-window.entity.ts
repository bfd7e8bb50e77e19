import { Entity } from 'typeorm';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import { Id, Ref, Words } from '../../../kernel/persistence/columns';
import type { WindowKind } from './place-kind.rules';

export interface WindowFacts {
  /** What stands above it in the hall, e.g. A01. */
  label: string;
  name: string;
  kind: WindowKind;
  /** The organ whose window it is, where it is not everybody's. */
  organizationId?: string;
}

/** A window of a service place (窗口). A closed one stays: cases name it. */
@Entity({ schema: 'directory', name: 'service_window' })
export class ServiceWindow {
  @Id() readonly id: string;
  @Ref() readonly placeId: string;
  @Words() state: 'open' | 'closed';
  @Words() readonly label: string;
  @Words() readonly name: string;
  @Words() readonly kind: WindowKind;
  @Ref({ nullable: true }) readonly organizationId: string | null;

  static open(placeId: string, { organizationId, ...facts }: WindowFacts): ServiceWindow {
    const below = { id: uuidv7(), placeId, state: 'open', organizationId: organizationId ?? null };
    return Object.assign(new ServiceWindow(), below, facts);
  }
}
