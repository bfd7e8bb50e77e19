import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Json, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { BundlePublished, BundleWithdrawn } from '../bundles.events';
import type { BundleContent } from '../content/content.inputs';
import type { PublishedBundle } from '../rules/published.rules';
import { BundleVersion } from './bundle-version.entity';
import { bundleLifecycle, type BundleState } from './bundle.lifecycle';

/** catalog/C9: the item of a member has been withdrawn. */
export interface Interruption {
  basicCode: string;
  reason: string;
  at: string;
}

/** 一件事: several items that one event of life needs, as one matter; the work on it. */
@Entity({ schema: 'bundles', name: 'bundle' })
export class Bundle extends Aggregate<BundleState> {
  /** 主题编码, the same for every version. */
  @Words() readonly code: string;
  /** 牵头部门 */
  @Ref() readonly leadOrganizationId: string;
  @WordList() readonly areaPath: string[];
  @Json() content: BundleContent;
  @Whole() latestNumber: number;
  @Json({ nullable: true }) interruption: Interruption | null;

  static draft(facts: Pick<Bundle, 'code' | 'leadOrganizationId' | 'areaPath'>, content: BundleContent): Bundle {
    const bundle = Object.assign(new Bundle(), {
      ...facts,
      state: 'draft' as const,
      content,
      latestNumber: 0,
      interruption: null,
    });
    bundle.mark('draft', { code: facts.code });
    return bundle;
  }

  edit(content: BundleContent): void {
    this.move(bundleLifecycle, 'edit');
    this.content = content;
  }

  publish(published: PublishedBundle, previous: BundleVersion | undefined, now: string): void {
    const number = this.latestNumber + 1;
    this.move(bundleLifecycle, 'publish', { number });
    if (previous) this.end(previous, now);
    Object.assign(this, { latestNumber: number, interruption: null });
    const { id: bundleId, code } = this;
    const version = this.add(BundleVersion.of({ bundleId, number, code, effectiveFrom: now }, published));
    this.tell(BundlePublished({ bundleId, versionId: version.id, code }));
  }

  /** catalog/C9: as a whole, for what a bundle promises it promises of all its members. It lasts until the next publication. */
  interrupt(interruption: Interruption): void {
    this.move(bundleLifecycle, 'interrupt', { basicCode: interruption.basicCode });
    this.interruption = interruption;
  }

  /** Offered no more from now on; journeys that have begun go on (B6). */
  withdraw(reason: string, current: BundleVersion | undefined, now: string): void {
    this.move(bundleLifecycle, 'withdraw', { reason });
    if (!current) return;
    this.end(current, now);
    this.tell(BundleWithdrawn({ bundleId: this.id, versionId: current.id, code: this.code }));
  }

  private end(version: BundleVersion, now: string): void {
    version.end(now);
    this.alter(version);
  }
}
