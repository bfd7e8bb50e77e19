import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { PathCode } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { catalogPermissions } from '../catalog.permissions';
import { BASIC_CODE } from '../item/item.inputs';
import { ItemShelf } from '../item/item-shelf.service';
import { ItemView } from '../item/item.views';
import { ItemReviewInput, ItemReviewsView, SubmitItemInput } from './joint-review.inputs';
import { JointReview } from './joint-review.service';
import { ReviewReading } from './review-reading.service';

const reviewers = catalogPermissions['item.review'];
const Basic = () => PathCode('basicCode', BASIC_CODE, 12);
const organ = (key: string) => demoId('organization', key);

/** 联合审核与会签 */
@ApiTags('catalog')
@Controller('v1/catalog/items')
export class JointReviewController {
  constructor(
    private readonly reviews: JointReview,
    private readonly reading: ReviewReading,
    private readonly shelf: ItemShelf,
  ) {}

  @Post(':basicCode/submission')
  @Door({
    ...{ to: catalogPermissions['item.edit'], en: 'Submit an item to joint review', zh: '提交联合审核', answers: ItemView },
    more: 'The standing offices of the region and the prefectures named here are asked; each has five working days. What no list below could repair is refused at once.',
    ...{ as: 'catalogue-editor', at: { basicCode: '652014901W03' } },
    sends: { prefectures: [organ('prefecture-services'), organ('second-prefecture-services')] },
  })
  async submitItem(@By() by: Actor, @Basic() code: string, @Body() input: SubmitItemInput): Promise<ItemView> {
    return this.shelf.view(by, await this.reviews.submit(by, code, input.prefectures));
  }

  @Get(':basicCode/reviews')
  @Door({
    ...{
      to: catalogPermissions['item.read-reviews'],
      en: 'Read the joint review of an item',
      zh: '联合审核情况',
      answers: ItemReviewsView,
    },
    more: 'All rounds, for those who work on the draft: who was asked what, until when, and the opinions with their reasons.',
    ...{ as: 'catalogue-editor', at: { basicCode: '652014901W04' } },
  })
  readItemReviews(@By() by: Actor, @Basic() code: string): Promise<ItemReviewsView> {
    return this.reading.rounds(by, code);
  }

  @Post(':basicCode/reviews')
  @Door({
    to: reviewers,
    en: 'Give an opinion in the joint review',
    zh: '答复联合审核问题',
    answers: ItemView,
    more: 'In the name of an organization that is asked. When nobody is waited for any more the draft has passed, or is returned with all reasons at once; silence is never a yes.',
    ...{ as: 'legal-reviewer', at: { basicCode: '652014901W04' } },
    sends: { question: 'lawful', organizationId: organ('region-justice'), answer: 'yes' },
  })
  async reviewItem(@By() by: Actor, @Basic() code: string, @Body() input: ItemReviewInput): Promise<ItemView> {
    return this.shelf.view(by, await this.reviews.review(by, code, input));
  }

  @Post(':basicCode/countersignature')
  @Door({
    ...{ to: reviewers, en: 'Countersign a reviewed item', zh: '会签', answers: ItemView },
    more: 'By the office that leads the joint review; nothing is published without it.',
    ...{ as: 'joint-reviewer', at: { basicCode: '652014901W08' } },
  })
  async countersignItem(@By() by: Actor, @Basic() code: string): Promise<ItemView> {
    return this.shelf.view(by, await this.reviews.countersign(by, code));
  }
}
