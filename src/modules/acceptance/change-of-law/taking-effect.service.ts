import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import { Ticks } from '../../../kernel/jobs/ticks';
import { Tx } from '../../../kernel/persistence/tx';
import { ImplementationFacade } from '../../implementation/implementation.facade';
import { MovingCases } from './moving.service';
import type { ChangeOfLawOrder } from './order.entity';
import { ChangeOfLawOrders } from './order.store';

const BATCH = 100;
const BATCHES_A_TICK = 10;
/** A submission that began under the version before may commit a little after the day has begun; no transaction lasts so long. */
const STRAGGLERS = 120_000;

const by = platform('acceptance');

/**
 * implementation/I9: orders take effect by themselves on their day. Each batch of cases commits with the count of its order; whoever
 * goes on after a restart finds those that have not moved yet.
 */
@Injectable()
export class TakingEffect implements OnModuleInit {
  private readonly logger = new Logger('changes of law');

  constructor(
    private readonly tx: Tx,
    private readonly ticks: Ticks,
    private readonly orders: ChangeOfLawOrders,
    private readonly guides: ImplementationFacade,
    private readonly moving: MovingCases,
  ) {}

  onModuleInit(): void {
    this.ticks.add('changes of law', () => this.sweep());
  }

  /** One order that cannot go on does not hold up the others. */
  async sweep(): Promise<void> {
    for (const id of await this.orders.due()) {
      await this.carryOut(id).catch((error: Error) => this.logger.error(`order ${id}: ${error.message}`));
    }
  }

  private async carryOut(id: string): Promise<void> {
    for (let batch = 0; batch < BATCHES_A_TICK; batch++) if (!(await this.step(id))) return;
  }

  /** False when nothing is left to do now. */
  private step(id: string): Promise<boolean> {
    return this.tx.run(async () => {
      const order = await this.orders.claim(id);
      if (!order) return false;
      const cards = await this.guides.versions(order.versionIds, order.effectAt!);
      if (order.state === 'issued') {
        // What was to be in force on the day may have been replaced or taken back since: no case goes there.
        order.takeEffect(cards.filter(({ inForce }) => !inForce).map((card) => card.id));
        return this.save(order);
      }
      const standing = cards.filter((card) => !order.lapsedIds.includes(card.id));
      const moved = await this.moving.move(order, standing, BATCH);
      if (moved) {
        order.countMoved(moved);
        return this.save(order);
      }
      if (Date.parse(this.tx.now) < Date.parse(order.effectAt!) + STRAGGLERS) return false;
      order.carryOut();
      await this.orders.save(by, order);
      return false;
    });
  }

  private async save(order: ChangeOfLawOrder): Promise<true> {
    await this.orders.save(by, order);
    return true;
  }
}
