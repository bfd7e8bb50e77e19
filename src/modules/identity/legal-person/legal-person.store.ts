import { Injectable } from '@nestjs/common';
import { everyone, noOne, policy } from '../../../kernel/authz/policy';
import { Store } from '../../../kernel/persistence/store';
import { LegalPerson } from './legal-person.entity';
import { type LegalPersonAct, legalPersonLifecycle } from './legal-person.lifecycle';

export const legalPersonPolicy = policy<LegalPerson, LegalPersonAct>({ see: everyone, may: { close: noOne } });

@Injectable()
export class LegalPersons extends Store<LegalPerson, LegalPersonAct> {
  constructor() {
    super({ entity: LegalPerson, policy: legalPersonPolicy, lifecycle: legalPersonLifecycle });
  }

  async byUscc(uscc: string): Promise<LegalPerson | undefined> {
    return (await this.find('t.uscc = $1', [uscc]))[0];
  }

  byUsccs(usccs: string[]): Promise<LegalPerson[]> {
    return this.find('t.uscc = any($1::text[])', [usccs]);
  }

  byIds(ids: string[]): Promise<LegalPerson[]> {
    return this.find('t.id = any($1::uuid[])', [ids]);
  }
}
