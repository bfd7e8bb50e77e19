import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, inPerson } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { grantsFor } from '../../../kernel/authz/permissions';
import { Clock } from '../../../kernel/clock/clock';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { ratingsPermissions as may } from '../ratings.permissions';
import { RatingInput, RatingQuery, SupplementInput } from './rating.inputs';
import { RatingService } from './rating.service';
import { Ratings } from './rating.store';
import { RatingLine, RatingPage, RatingView } from './rating.views';
import { demoId } from '../../../kernel/persistence/uuid';

@ApiTags('ratings')
@Controller('v1/ratings')
export class RatingController {
  constructor(
    private readonly service: RatingService,
    private readonly ratings: Ratings,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Door({
    to: may['rating.give'],
    en: 'Rate a service',
    zh: '评价',
    more: 'By the person served: signed in, with the case; or with the code of an invitation, without signing in (ratings/R2). Voluntary.',
    answers: RatingView,
    status: 201,
    ...{ as: 'representative', sends: { caseId: demoId('case', 'licence'), grade: 5, details: ['517'] } },
  })
  async giveRating(@By() by: Actor, @Body() input: RatingInput): Promise<RatingView> {
    const rating = await this.service.give(by, input);
    return RatingView.of(rating, ['supplement'], true);
  }

  @Post(':id/supplement')
  @Door({
    ...{ to: may['rating.give'], en: 'Supplement my rating', zh: '追加评价', answers: RatingView },
    ...{ as: 'second-citizen', at: { id: demoId('rating', 'bad') }, sends: { grade: 4, text: '工作人员后来作了说明。' } },
  })
  async supplementRating(@By() by: Actor, @PathId() id: string, @Body() input: SupplementInput): Promise<RatingView> {
    return RatingView.of(await this.service.supplement(by, id, input), [], true);
  }

  @Get()
  @Door({
    to: may['rating.read'],
    en: 'List ratings',
    zh: '评价列表',
    more: 'The rating desk and supervisors: those of their area, newest first. An organ: its own, without rater, case or day, from the day after (ratings/R3).',
    answers: RatingPage,
    as: 'rating-desk',
  })
  async listRatings(@By() by: Actor, @Query() query: RatingQuery): Promise<Page<RatingLine>> {
    if (grantsFor(by, may['rating.desk']).length) {
      const { items, nextCursor } = await this.ratings.listForDesk(by, query);
      return { items: items.map((rating) => RatingLine.forDesk(rating)), nextCursor };
    }
    const today = shanghaiDay(await this.clock.now());
    const { items, nextCursor } = await this.ratings.listForOrganization(by, query, today);
    return { items: items.map((rating) => RatingLine.forOrganization(rating)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: may['rating.see'], en: 'Read a rating', zh: '评价', answers: RatingView, purpose: true },
    ...{ as: 'rating-desk', at: { id: demoId('rating', 'good') } },
  })
  async readRating(@By() by: Actor, @PathId() id: string): Promise<RatingView> {
    const rating = await this.service.read(by, id);
    return RatingView.of(rating, this.ratings.actsFor(by, rating), inPerson(by).includes(rating.partyId));
  }
}
