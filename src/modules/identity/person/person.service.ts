import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { AccessLog } from '../../../kernel/history/access-log';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { refuse } from '../identity.errors';
import type { Proof } from '../proof';
import { checkIdNumber } from './id-number.rules';
import { maskIdentifier, maskName } from './masks.rules';
import { idNumberIndex, Person, type PersonFacts } from './person.entity';
import type { ContactInput } from './person.inputs';
import { Persons } from './person.store';
import type { PersonView } from './person.views';

@Injectable()
export class PersonService {
  constructor(
    private readonly tx: Tx,
    private readonly vault: Vault,
    private readonly persons: Persons,
    private readonly accessLog: AccessLog,
  ) {}

  /**
   * Registers a person, or answers the one with this identity number: the caller learns nothing but the id. Which proof of presence
   * somebody at a window gave stays in the person's history, whether they were known or not (P6).
   */
  register(by: Actor, facts: PersonFacts, presence?: Proof): Promise<Person> {
    return this.tx.run(async () => {
      const checked = checkIdNumber(facts.idNumber, shanghaiDay(this.tx.now));
      if (!checked.ok)
        throw refuse('bad-id-number', {
          values: { reason: checked.reason },
          errors: [{ pointer: '/idNumber', code: checked.reason, detail: 'GB 11643' }],
        });
      const known = await this.persons.byIndex(idNumberIndex(this.vault, checked.value));
      if (known && !presence) return known;
      if (known) known.meet(this.vault, presence!);
      const person = known ?? Person.register(this.vault, { ...facts, idNumber: checked.value }, presence);
      await this.persons.save(by, person);
      return person;
    });
  }

  change(by: Actor, id: string, input: ContactInput): Promise<PersonView> {
    return this.tx.run(async () => {
      const person = await this.persons.lookupFor(by, 'change', id);
      person.change(this.vault, input);
      await this.persons.save(by, person);
      return this.view(person);
    });
  }

  /** A masked card; a reader other than the person leaves a line in the access log (P10). */
  read(by: Actor, id: string): Promise<PersonView> {
    return this.tx.run(async () => {
      const person = await this.persons.see(by, id);
      await this.accessLog.note(by, { subjectId: id, operation: 'read', recordKind: 'identity.person', recordId: id });
      return this.view(person);
    });
  }

  private view(person: Person): PersonView {
    const { id, state } = person;
    return {
      id,
      maskedName: maskName(person.name(this.vault)),
      maskedIdentifier: maskIdentifier(person.idNumber(this.vault)),
      state,
    };
  }
}
