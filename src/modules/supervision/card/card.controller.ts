import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { supervisionPermissions as may } from '../supervision.permissions';
import { CardLimits } from './card-limits.service';
import type { Card } from './card.entity';
import { AnswerInput, AppealDecisionInput, AppealInput, CardClosureInput, CardQuery } from './card.inputs';
import { CardService } from './card.service';
import { Cards } from './card.store';
import { CardLine, CardPage, CardView } from './card.views';
import { demoId } from '../../../kernel/persistence/uuid';

@ApiTags('supervision')
@Controller('v1/supervision/cards')
export class CardController {
  constructor(
    private readonly service: CardService,
    private readonly cards: Cards,
    private readonly limits: CardLimits,
  ) {}

  @Get()
  @Door({
    ...{ to: may['card.see'], en: 'List warning cards', zh: '预警卡列表', more: 'Newest first.', answers: CardPage },
    as: 'supervisor',
  })
  async listCards(@By() by: Actor, @Query() query: CardQuery): Promise<Page<CardLine>> {
    const { items, nextCursor } = await this.cards.list(by, query);
    return { items: items.map((card) => CardLine.of(card)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: may['card.see'], en: 'Read a warning card', zh: '预警卡', answers: CardView },
    ...{ as: 'supervisor', at: { id: demoId('card', 'to-answer') } },
  })
  async readCard(@By() by: Actor, @PathId() id: string): Promise<CardView> {
    return this.view(by, await this.cards.see(by, id));
  }

  @Post(':id/answer')
  @Door({
    ...{ to: may['card.answer'], en: 'Answer a warning card', zh: '回复预警卡', answers: CardView },
    ...{ as: 'county-head', at: { id: demoId('card', 'to-answer') }, sends: { text: '因系统故障延误，已安排当日办结。' } },
  })
  async answerCard(@By() by: Actor, @PathId() id: string, @Body() input: AnswerInput): Promise<CardView> {
    return this.view(by, await this.service.answer(by, id, input));
  }

  @Post(':id/appeal')
  @Door({
    ...{ to: may['card.answer'], en: 'Appeal against a warning card', zh: '申诉预警卡', answers: CardView },
    ...{ as: 'county-head', at: { id: demoId('card', 'to-appeal') }, sends: { grounds: '申请人正在补正材料，期间不计入时限。' } },
  })
  async appealAgainstCard(@By() by: Actor, @PathId() id: string, @Body() input: AppealInput): Promise<CardView> {
    return this.view(by, await this.service.appeal(by, id, input));
  }

  @Post(':id/appeal-decision')
  @Door({
    ...{ to: may['card.close'], en: 'Decide on an appeal', zh: '处理申诉', answers: CardView },
    ...{ as: 'supervisor', at: { id: demoId('card', 'appealed') }, sends: { granted: true, reason: '申诉理由属实。' } },
  })
  async decideCardAppeal(@By() by: Actor, @PathId() id: string, @Body() input: AppealDecisionInput): Promise<CardView> {
    return this.view(by, await this.service.decideAppeal(by, id, input));
  }

  @Post(':id/closure')
  @Door({
    ...{ to: may['card.close'], en: 'Close a warning card', zh: '办结预警卡', answers: CardView },
    ...{ as: 'supervisor', at: { id: demoId('card', 'answered') }, sends: { outcome: 'corrected', reason: '已经整改到位。' } },
  })
  async closeCard(@By() by: Actor, @PathId() id: string, @Body() input: CardClosureInput): Promise<CardView> {
    return this.view(by, await this.service.close(by, id, input));
  }

  private async view(by: Actor, card: Card): Promise<CardView> {
    const { answer, appeal } = await this.limits.read(card);
    const due = { ...(answer && { answerDueOn: answer.dueOn }), ...(appeal && { appealDueOn: appeal.dueOn }) };
    return CardView.of(card, this.cards.actsFor(by, card), due);
  }
}
