import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Ref, WordList, Words, YesNo } from '../../../kernel/persistence/columns';
import { refuse } from '../directory.errors';
import { DelegationGranted, DelegationRevoked } from '../directory.events';
import type { DelegatedStep } from './delegated-steps.rules';
import { namedTwice } from '../twice.rules';
import { delegationLifecycle, type DelegationState } from './delegation.lifecycle';

export interface DelegationFacts {
  staffId: string;
  allItems: boolean;
  basicCodes: string[];
  steps: DelegatedStep[];
  /** Both days belong to it. */
  fromOn: string;
  toOn: string;
}

/** What an organ lets its chief affairs representative (首席事务代表) do in its name at the window (directory/D4). */
@Entity({ schema: 'directory', name: 'delegation' })
export class Delegation extends Aggregate<DelegationState> {
  /** The organ that grants it. */
  @Ref() readonly organizationId: string;
  @WordList() readonly areaPath: string[];
  @Ref() readonly staffId: string;
  @YesNo() readonly allItems: boolean;
  @WordList() readonly basicCodes: string[];
  @WordList() readonly steps: DelegatedStep[];
  @Day() readonly fromOn: string;
  @Day() readonly toOn: string;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Words({ nullable: true }) revocationReason: string | null;

  static grant(by: string, from: { id: string; areaPath: string[] }, facts: DelegationFacts, today: string): Delegation {
    const { staffId, allItems, basicCodes, fromOn, toOn } = facts;
    if (staffId === by) throw refuse('delegation-to-oneself');
    if (allItems === basicCodes.length > 0) throw refuse('delegation-scope');
    const errors = [...namedTwice('basicCodes', basicCodes), ...namedTwice('steps', facts.steps)];
    if (errors.length) throw refuse('delegation-twice', { errors });
    if (toOn < fromOn || toOn < today) throw refuse('delegation-period');
    const place = { organizationId: from.id, areaPath: from.areaPath };
    const nothingYet = { state: 'granted', revokedAt: null, revocationReason: null };
    const delegation = Object.assign(new Delegation(), { ...place, ...facts, ...nothingYet });
    delegation.mark('grant', { allItems, basicCodes, steps: facts.steps, fromOn, toOn });
    delegation.tell(DelegationGranted({ delegationId: delegation.id, organizationId: from.id, staffId }));
    return delegation;
  }

  revoke(reason: string, now: string): void {
    this.move(delegationLifecycle, 'revoke', { reason });
    Object.assign(this, { revokedAt: now, revocationReason: reason });
    this.tell(DelegationRevoked({ delegationId: this.id, organizationId: this.organizationId, staffId: this.staffId }));
  }
}
