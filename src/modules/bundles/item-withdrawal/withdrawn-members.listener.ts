import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { ItemWithdrawn } from '../../catalog/catalog.events';
import { CatalogFacade } from '../../catalog/catalog.facade';
import { Bundles } from '../bundle/bundle.store';

const by = platform('bundles');

/** catalog/C9: a bundle with a withdrawn item says so, and takes no new journeys until it is published without it. */
@Injectable()
export class WithdrawnMembers {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly bundles: Bundles,
  ) {}

  @On(ItemWithdrawn, 'bundles.interrupt-bundles-of-withdrawn-item')
  async withdrawn({ payload: { basicCode } }: FactOf<typeof ItemWithdrawn>): Promise<void> {
    const withdrawal = await this.catalog.withdrawalOf(basicCode);
    if (!withdrawal) return;
    const bundles = await this.bundles.withItem(basicCode);
    for (const bundle of bundles) bundle.interrupt({ basicCode, ...withdrawal });
    await this.bundles.save(by, ...bundles);
  }
}
