import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Entity } from 'typeorm';
import { Id, Instant, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { PublishedBundle } from '../rules/published.rules';

/** What every channel shows. Its bytes in canonical JSON (RFC 8785) are the document; their SHA-256 is its digest. */
export interface BundleDocument {
  bundleId: string;
  versionId: string;
  versionNumber: number;
  code: string;
  effectiveFrom: string;
  bundle: PublishedBundle;
}

/** bundles/B1, B6: a published version never changes; only the end of its time is set, once. */
@Entity({ schema: 'bundles', name: 'bundle_version' })
export class BundleVersion {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly bundleId: string;
  @Whole() readonly number: number;
  @Words() readonly code: string;
  @Words() readonly theme: string;
  @Words() readonly name: string;
  @Ref() readonly leadOrganizationId: string;
  @Words() readonly leadOrganizationName: string;
  @WordList() readonly areaPath: string[];
  /** Canonical JSON. */
  @Words() readonly document: string;
  @Words() readonly digest: string;
  @Instant() readonly effectiveFrom: string;
  @Instant({ nullable: true }) effectiveTo: string | null;

  static of(
    facts: Pick<BundleVersion, 'bundleId' | 'number' | 'code' | 'effectiveFrom'>,
    bundle: PublishedBundle,
  ): BundleVersion {
    const version = new BundleVersion();
    const { number: versionNumber, ...named } = facts;
    const document = canonicalize({ ...named, versionId: version.id, versionNumber, bundle } satisfies BundleDocument)!;
    const digest = createHash('sha256').update(document).digest('hex');
    const { theme, name, leadOrganization: lead } = bundle;
    const place = { leadOrganizationId: lead.id, leadOrganizationName: lead.name, areaPath: lead.areaPath };
    return Object.assign(version, { ...facts, ...place, theme, name, document, digest, effectiveTo: null });
  }

  end(at: string): void {
    this.effectiveTo = at;
  }
}
