import { Entity } from 'typeorm';
import { Id, Instant, Ref, Words } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';

/** A time during which a guide is read but takes no new case (暂停); its end is open while it lasts. */
@Entity({ schema: 'implementation', name: 'suspension' })
export class Suspension {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly implementationId: string;
  @Words() readonly variantCode: string;
  @Words() readonly reason: string;
  @Instant() readonly fromAt: string;
  @Instant({ nullable: true }) toAt: string | null;

  static of(facts: Pick<Suspension, 'implementationId' | 'variantCode' | 'reason' | 'fromAt'>): Suspension {
    return Object.assign(new Suspension(), facts, { toAt: null });
  }
}
