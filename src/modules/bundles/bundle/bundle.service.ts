import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade, type OrganizationCard } from '../../directory/directory.facade';
import { refuse } from '../bundles.errors';
import type { BundleContent } from '../content/content.inputs';
import { publishedBundle } from '../rules/published.rules';
import { BundleCheck } from './bundle-check.service';
import { Bundle } from './bundle.entity';
import type { DraftBundleInput, WithdrawBundleInput } from './bundle.inputs';
import { bundlePolicy } from './bundle.policy';
import { Bundles } from './bundle.store';

/** The lead organization drafts, the administration body of its area publishes. */
@Injectable()
export class BundleService {
  constructor(
    private readonly tx: Tx,
    private readonly bundles: Bundles,
    private readonly check: BundleCheck,
    private readonly directory: DirectoryFacade,
  ) {}

  draft(by: Actor, { code, leadOrganizationId, ...content }: DraftBundleInput): Promise<Bundle> {
    return this.tx.run(async () => {
      const { areaPath } = await this.lead(leadOrganizationId);
      const bundle = Bundle.draft({ code, leadOrganizationId, areaPath }, content);
      if (!bundlePolicy.may.edit.test(bundle, by)) throw refuseKernel('not-allowed');
      if (await this.bundles.taken(code)) throw refuse('code-taken', { values: { code } });
      await this.bundles.save(by, bundle);
      return bundle;
    });
  }

  edit(by: Actor, id: string, version: number, content: BundleContent): Promise<Bundle> {
    return this.tx.run(async () => {
      const bundle = await this.bundles.lookupFor(by, 'edit', id, version);
      bundle.edit(content);
      await this.bundles.save(by, bundle);
      return bundle;
    });
  }

  publish(by: Actor, id: string, expected?: number): Promise<Bundle> {
    return this.tx.run(async () => {
      const bundle = await this.bundles.lookupFor(by, 'publish', id, expected);
      const lead = await this.lead(bundle.leadOrganizationId);
      const passed = await this.check.mustPass(bundle.content);
      bundle.publish(publishedBundle(passed, lead), await this.bundles.current(id), this.tx.now);
      await this.bundles.save(by, bundle);
      return bundle;
    });
  }

  withdraw(by: Actor, id: string, { reason }: WithdrawBundleInput): Promise<Bundle> {
    return this.tx.run(async () => {
      const bundle = await this.bundles.lookupFor(by, 'withdraw', id);
      bundle.withdraw(reason, await this.bundles.current(id), this.tx.now);
      await this.bundles.save(by, bundle);
      return bundle;
    });
  }

  private async lead(id: string): Promise<OrganizationCard> {
    const [organization] = await this.directory.organizationsById([id]);
    if (organization?.state !== 'active') throw refuse('lead-not-active');
    return organization;
  }
}
