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

@ApiTags('identity')
@Controller('v1/persons')
export class PersonController {
  constructor(private readonly persons: PersonService) {}

  @Post()
  @Door({
    to: identityPermissions['person.register'],
    en: 'Register a person at the counter',
    zh: '窗口登记自然人',
    more: 'Answers only the id, the same for the same identity number (identity/P6).',
    answers: PersonRefView,
    status: 201,
  })
  async registerPerson(@By() by: Actor, @Body() { presence: _, ...input }: RegisterPersonInput): Promise<PersonRefView> {
    const { id } = await this.persons.register(by, input);
    return { id };
  }

  @Get(':id')
  @Door({ to: signedIn, en: 'Read a person, masked', zh: '自然人（脱敏）', answers: PersonView })
  readPerson(@By() by: Actor, @PathId() id: string): Promise<PersonView> {
    return this.persons.read(by, id);
  }
}
