import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade } from '../../directory/directory.facade';
import { ImplementationFacade } from '../../implementation/implementation.facade';
import { OrderImpact } from './impact.service';
import { ChangeOfLawOrder, type OrderContent } from './order.entity';
import { refuse } from './order.errors';
import type { OrderInput } from './order.inputs';
import { administrators } from './order.policy';
import { ChangeOfLawOrders } from './order.store';
import { versionFaults } from './versions.rules';

/** implementation/I9: drafted, read, issued by somebody else, perhaps withdrawn before its day. */
@Injectable()
export class OrderService {
  constructor(
    private readonly tx: Tx,
    private readonly orders: ChangeOfLawOrders,
    private readonly impacts: OrderImpact,
    private readonly guides: ImplementationFacade,
    private readonly directory: DirectoryFacade,
  ) {}

  draft(by: Actor, input: OrderInput): Promise<ChangeOfLawOrder> {
    return this.tx.run(async () => {
      const order = ChangeOfLawOrder.draft(by.id, await this.content(by, input));
      await this.mustNameSoundly(order);
      await this.orders.save(by, order);
      return order;
    });
  }

  edit(by: Actor, id: string, version: number, input: OrderInput): Promise<ChangeOfLawOrder> {
    return this.tx.run(async () => {
      const order = await this.orders.lookupFor(by, 'edit', id, version);
      order.edit(by.id, await this.content(by, input));
      await this.mustNameSoundly(order);
      await this.orders.save(by, order);
      return order;
    });
  }

  /** Nothing unseen happens: the digest is that of what would change now. */
  issue(by: Actor, id: string, impact?: string, expected?: number): Promise<ChangeOfLawOrder> {
    return this.tx.run(async () => {
      const order = await this.orders.lookupFor(by, 'issue', id, expected);
      order.mustBeOfOthers(by.id);
      if (impact === undefined) throw refuse('order-impact-not-seen');
      await this.mustNameSoundly(order);
      if (impact !== (await this.impacts.of(order)).digest) throw refuse('order-impact-changed');
      order.issue(impact, this.tx.now);
      await this.orders.save(by, order);
      return order;
    });
  }

  withdraw(by: Actor, id: string, reason: string, expected?: number): Promise<ChangeOfLawOrder> {
    return this.tx.run(async () => {
      const order = await this.orders.lookupFor(by, 'withdraw', id, expected);
      order.withdraw(reason, this.tx.now);
      await this.orders.save(by, order);
      return order;
    });
  }

  async bringTo(
    state: 'draft' | 'issued',
    { drafter, issuer }: { drafter: Actor; issuer: Actor },
    input: OrderInput,
  ): Promise<void> {
    const { id } = await this.draft(drafter, input);
    if (state === 'issued') await this.issue(issuer, id, (await this.impacts.read(issuer, id)).digest);
  }

  private async content(by: Actor, input: OrderInput): Promise<OrderContent> {
    const { divisionCode: division } = input;
    const areaPath = await this.directory.divisionPath(division);
    if (!areaPath) {
      const errors = [{ pointer: '/divisionCode', code: 'unknown', detail: division }];
      throw refuse('order-place-unknown', { values: { division }, errors });
    }
    if (!administrators.test({ areaPath }, by)) throw refuseKernel('not-allowed');
    return { ...input, areaPath };
  }

  /** The versions named, as they stand on the day of the order. */
  private async mustNameSoundly(order: ChangeOfLawOrder): Promise<void> {
    const cards = await this.guides.versions(order.versionIds, order.effectFrom(this.tx.now));
    const [fault, errors] = versionFaults(order, cards);
    if (fault) throw refuse(fault, { errors });
  }
}
