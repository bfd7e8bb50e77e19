import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { signedIn } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { PathId } from '../../../kernel/http/path';
import { identityPermissions } from '../identity.permissions';
import { RegisterPersonInput } from './person.inputs';
import { PersonService } from './person.service';
import { PersonRefView, PersonView } from './person.views';
import { demoId } from '../../../kernel/persistence/uuid';

@ApiTags('identity')
@Controller('v1/persons')
export class PersonController {
  constructor(private readonly persons: PersonService) {}

  @Post()
  @Door({
    to: identityPermissions['person.register'],
    en: 'Register a person at the counter',
    zh: '窗口登记自然人',
    more: 'Answers only the id, the same for the same identity number; the proof of presence stays in the history (identity/P6).',
    answers: PersonRefView,
    status: 201,
    as: 'county-clerk',
    sends: {
      name: '演示居民丁',
      idNumber: '654021199207072026',
      presence: { how: 'card-read', reference: '演示读卡回执 0001' },
    },
  })
  async registerPerson(@By() by: Actor, @Body() { presence, ...input }: RegisterPersonInput): Promise<PersonRefView> {
    const { id } = await this.persons.register(by, input, presence);
    return { id };
  }

  @Get(':id')
  @Door({
    ...{ to: signedIn, en: 'Read a person, masked', zh: '自然人（脱敏）', answers: PersonView, purpose: true },
    ...{ as: 'county-clerk', at: { id: demoId('person', 'citizen') } },
  })
  readPerson(@By() by: Actor, @PathId() id: string): Promise<PersonView> {
    return this.persons.read(by, id);
  }
}
