import { Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { implementationPermissions } from '../implementation.permissions';
import { Implementations } from '../list/implementation.store';
import { ImplementationView } from '../list/implementation.views';
import { Following } from './following.service';
import { FollowingView } from './following.views';

const id = demoId('list', 'county-hr 002014006007 1');

@ApiTags('implementation')
@Controller('v1/implementations/:id/following')
export class FollowingController {
  constructor(
    private readonly service: Following,
    private readonly lists: Implementations,
  ) {}

  @Get()
  @Door({
    to: implementationPermissions['list.work'],
    en: 'What a list must take over from the catalogue',
    zh: '清单须跟进的目录变更',
    answers: FollowingView,
    more: 'Between the catalogue version that the list rests on and the latest one. `/v1/implementations?mustFollow=true` lists those that must.',
    ...{ as: 'county-editor', at: { id } },
  })
  readFollowing(@By() by: Actor, @PathId() listId: string): Promise<FollowingView> {
    return this.service.read(by, listId);
  }

  @Post()
  @Door({
    to: implementationPermissions['list.edit'],
    en: 'Take over what the catalogue has changed',
    zh: '跟进目录变更',
    answers: ImplementationView,
    more: 'What was inherited follows, what is the list’s own stays; the list is a draft then, and the version in force stays in force until it is published.',
    ...{ as: 'county-editor', at: { id, 'If-Match': '"6"' } },
  })
  async followCatalogue(
    @By() by: Actor,
    @PathId() listId: string,
    @IfMatch() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImplementationView> {
    const list = await this.service.take(by, listId, version);
    return withEtag(reply, ImplementationView.seen(list, this.lists.actsFor(by, list)));
  }
}
