import { Injectable } from '@nestjs/common';
import type { Offer } from '../guide.rules';
import type { GuideDocument } from '../list/guide-version.entity';
import { GuideVersions } from './guide-version.store';

/** A published document as it is served, and as the house reads it. */
export interface ShelvedGuide {
  bytes: Buffer;
  offer: Offer;
  effectiveFrom: string;
}

const MOST = 1_000;

/**
 * implementation/I10: the documents that are read most, as bytes. A version never changes, so nothing here can be stale;
 * which version is in force is asked of the database each time.
 */
@Injectable()
export class GuideShelf {
  private readonly shelf = new Map<string, ShelvedGuide>();

  constructor(private readonly versions: GuideVersions) {}

  async guide(code: string, asOf?: string): Promise<ShelvedGuide | undefined> {
    const found = await this.versions.inForce(code, asOf);
    return found && this.version(found.id);
  }

  /** With the suspension of the guide, which is no part of its document. */
  async offer(code: string): Promise<Offer | undefined> {
    const found = await this.versions.inForce(code);
    const offer = found && (await this.offerVersion(found.id));
    return offer && found.suspended ? { ...offer, suspended: found.suspended } : offer;
  }

  async offerVersion(versionId: string): Promise<Offer | undefined> {
    return (await this.version(versionId))?.offer;
  }

  async version(versionId: string): Promise<ShelvedGuide | undefined> {
    const kept = this.shelf.get(versionId);
    if (kept) {
      // Read again: moved to the end, away from being dropped.
      this.shelf.delete(versionId);
      this.shelf.set(versionId, kept);
      return kept;
    }
    const found = await this.versions.document(versionId);
    return found && this.keep(versionId, shelved(found.document, found.digest));
  }

  private keep(versionId: string, guide: ShelvedGuide): ShelvedGuide {
    if (this.shelf.size >= MOST) this.shelf.delete(this.shelf.keys().next().value!);
    this.shelf.set(versionId, guide);
    return guide;
  }
}

function shelved(document: string, digest: string): ShelvedGuide {
  const { versionId, versionNumber, code, variantCode, effectiveFrom, guide } = JSON.parse(document) as GuideDocument;
  const offer = frozen({ versionId, versionNumber, code, variantCode, digest, guide });
  return { bytes: Buffer.from(document), offer, effectiveFrom };
}

/** Shared by all who read it, so nobody may write it. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
