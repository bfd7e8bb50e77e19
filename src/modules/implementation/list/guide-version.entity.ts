import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Entity } from 'typeorm';
import { Id, Instant, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { Guide } from '../guide.rules';

/** What every channel shows (I10). Its bytes in canonical JSON (RFC 8785) are the document; their SHA-256 is its digest. */
export interface GuideDocument {
  versionId: string;
  versionNumber: number;
  code: string;
  variantCode: string;
  itemVersionId: string;
  effectiveFrom: string;
  guide: Guide;
}

/** implementation/I9: a published version never changes; only the end of its time is set, and moved while it has not come. */
@Entity({ schema: 'implementation', name: 'guide_version' })
export class GuideVersion {
  @Id() readonly id: string = uuidv7();
  @Ref() readonly implementationId: string;
  @Whole() readonly number: number;
  @Words() readonly code: string;
  @Words() readonly variantCode: string;
  @Words() readonly basicCode: string;
  @Words() readonly itemType: string;
  @Words() readonly name: string;
  @Ref() readonly organizationId: string;
  @Words() readonly organizationName: string;
  @WordList() readonly areaPath: string[];
  /** Canonical JSON. */
  @Words() readonly document: string;
  @Words() readonly digest: string;
  /** How it came to be published: audited here, or imported from where it was audited. */
  @Words() readonly origin: 'audit' | 'import';
  @Instant() readonly effectiveFrom: string;
  @Instant({ nullable: true }) effectiveTo: string | null;

  static of(
    facts: Pick<GuideVersion, 'implementationId' | 'number' | 'code' | 'variantCode' | 'origin' | 'effectiveFrom'>,
    itemVersionId: string,
    guide: Guide,
  ): GuideVersion {
    const version = new GuideVersion();
    const { number: versionNumber, code, variantCode, effectiveFrom } = facts;
    const content: GuideDocument = {
      versionId: version.id,
      versionNumber,
      code,
      variantCode,
      itemVersionId,
      effectiveFrom,
      guide,
    };
    const document = canonicalize(content)!;
    const { basicCode, itemType, name, organization } = guide;
    const place = { organizationId: organization.id, organizationName: organization.name, areaPath: organization.areaPath };
    const digest = createHash('sha256').update(document).digest('hex');
    return Object.assign(version, { ...facts, ...place, basicCode, itemType, name, document, digest, effectiveTo: null });
  }

  isInForce(now: string): boolean {
    return Date.parse(this.effectiveFrom) <= Date.parse(now);
  }

  /** Ends at the instant, unless it ends before; one that has not begun by then never stands. False when that changes nothing. */
  end(at: string): boolean {
    const end = Date.parse(at) > Date.parse(this.effectiveFrom) ? at : this.effectiveFrom;
    if (this.effectiveTo !== null && Date.parse(this.effectiveTo) <= Date.parse(end)) return false;
    this.effectiveTo = end;
    return true;
  }

  /** What was to follow it does not. */
  goOn(): void {
    this.effectiveTo = null;
  }
}
