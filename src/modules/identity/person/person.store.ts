import { Injectable } from '@nestjs/common';
import { Store } from '../../../kernel/persistence/store';
import { Person } from './person.entity';
import { type PersonAct, personLifecycle } from './person.lifecycle';
import { personPolicy } from './person.policy';

@Injectable()
export class Persons extends Store<Person, PersonAct> {
  constructor() {
    super({ entity: Person, policy: personPolicy, lifecycle: personLifecycle });
  }

  /** Locked: whoever asks is about to register them. */
  async byIndex(index: string): Promise<Person | undefined> {
    return (await this.find('t.id_number_index = $1', [index], 'for update'))[0];
  }

  byIndexes(indexes: string[]): Promise<Person[]> {
    return this.find('t.id_number_index = any($1::text[])', [indexes]);
  }

  byIds(ids: string[]): Promise<Person[]> {
    return this.find('t.id = any($1::uuid[])', [ids]);
  }
}
