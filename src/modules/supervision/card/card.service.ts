import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { monitoringRules } from '../rule/monitoring.rules';
import { CardLimits } from './card-limits.service';
import type { Card } from './card.entity';
import type { AnswerInput, AppealDecisionInput, AppealInput, CardClosureInput } from './card.inputs';
import { Cards } from './card.store';

/** S2: answer, appeal, decision on the appeal, closing. */
@Injectable()
export class CardService {
  constructor(
    private readonly tx: Tx,
    private readonly cards: Cards,
    private readonly limits: CardLimits,
  ) {}

  answer(by: Actor, id: string, { text }: AnswerInput): Promise<Card> {
    return this.tx.run(async () => {
      const card = await this.cards.lookupFor(by, 'answer', id);
      card.answerWith(text, this.tx.now);
      await this.cards.save(by, card);
      await this.limits.answered(by, card);
      return card;
    });
  }

  appeal(by: Actor, id: string, { grounds }: AppealInput): Promise<Card> {
    return this.tx.run(async () => {
      const card = await this.cards.lookupFor(by, 'appeal', id);
      const { appeal } = await this.limits.read(card);
      const inTime = appeal !== undefined && Date.parse(this.tx.now) < Date.parse(appeal.dueAt);
      card.appealOn(grounds, inTime, monitoringRules[card.rule].appealDays, this.tx.now);
      await this.cards.save(by, card);
      await this.limits.appealed(by, card);
      return card;
    });
  }

  decideAppeal(by: Actor, id: string, { granted, reason }: AppealDecisionInput): Promise<Card> {
    return this.tx.run(async () => {
      const card = await this.cards.lookupFor(by, granted ? 'lift' : 'uphold', id);
      if (granted) card.lift(reason, this.tx.now);
      else card.uphold(reason);
      await this.cards.save(by, card);
      await (granted ? this.limits.closed(by, card) : this.limits.beginAnswerAgain(by, card));
      return card;
    });
  }

  close(by: Actor, id: string, { outcome, reason }: CardClosureInput): Promise<Card> {
    return this.tx.run(async () => {
      const card = await this.cards.lookupFor(by, 'close', id);
      card.close(outcome, reason, this.tx.now);
      await this.cards.save(by, card);
      await this.limits.closed(by, card);
      return card;
    });
  }

  /** Nobody answered within the limit; one that was answered or appealed against meanwhile stays as it is. */
  runOut(by: Actor, id: string): Promise<void> {
    return this.tx.run(async () => {
      const card = await this.cards.waiting(id);
      if (!card) return;
      card.runOut();
      await this.cards.save(by, card);
    });
  }
}
