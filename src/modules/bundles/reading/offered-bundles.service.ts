import { Injectable } from '@nestjs/common';
import { BundleCheck } from '../bundle/bundle-check.service';
import type { BundleDocument } from '../bundle/bundle-version.entity';
import { refuse } from '../bundles.errors';
import type { BundleDraft } from '../rules/finding.rules';
import { BundleVersions } from './bundle-version.store';

export interface OfferedBundle {
  document: BundleDocument;
  offers: BundleDraft['offers'];
}

/** Bundles as they can be applied for today. */
@Injectable()
export class OfferedBundles {
  constructor(
    private readonly versions: BundleVersions,
    private readonly check: BundleCheck,
  ) {}

  /** bundles/B2: where a guide has changed since the publication, the bundle must still fit it. */
  async offered(code: string): Promise<OfferedBundle> {
    const document = await this.versions.inForce(code);
    if (!document) throw refuse('no-such-bundle', { values: { code } });
    const interruption = await this.versions.interruptionOf(document.bundleId);
    if (interruption) throw refuse('item-withdrawn', { values: { code: interruption.basicCode } });
    const { bundle } = document;
    const offers = await this.check.offers(bundle.members);
    const same = bundle.members.every(({ key, guideVersionId }) => offers.get(key)?.versionId === guideVersionId);
    const errors = same ? [] : this.check.findings({ content: bundle, offers });
    if (errors.length) throw refuse('out-of-step', { errors });
    return { document, offers };
  }
}
