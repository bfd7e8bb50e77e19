import { Entity } from 'typeorm';
import { Id, Instant, Json, Ref } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';

/** A procedure for which the clock stands. */
export interface PauseCause {
  key: string | null;
  reason: string;
  basis: string;
  from: string;
  to: string | null;
}

/** A time during which the clock of a limit stands, for one procedure or for several that overlap. */
@Entity({ schema: 'time_limits', name: 'pause' })
export class Pause {
  @Id() readonly id: string = uuidv7();
  @Ref() limitId: string;
  @Instant() fromAt: string;
  @Instant({ nullable: true }) toAt: string | null = null;
  @Json() causes: PauseCause[];
}
