import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Json, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { refuse } from '../catalog.errors';
import { splittingStandardLifecycle, type SplittingStandardState } from './splitting-standard.lifecycle';
import { type Pilot, type PilotReport, saidTwice, type Signature, type SplittingContent } from './splitting-standard.rules';

/** catalog/C10: one version of the splitting standard of a basic code, from the department's draft to its publication. */
@Entity({ schema: 'catalog', name: 'splitting_standard' })
export class SplittingStandard extends Aggregate<SplittingStandardState> {
  @Words() readonly basicCode: string;
  /** The regional department that drafts it. */
  @Ref() readonly organizationId: string;
  @WordList() readonly areaPath: string[];
  /** Organs at lower levels that draft with it, and sign. */
  @WordList() counterparts: string[];
  @Json() content: SplittingContent;
  /** The places of the pilot and everything above them. */
  @WordList() pilotAreas: string[];
  @Json({ nullable: true }) pilot: Pilot | null;
  @Json() signatures: Signature[];
  @WordList() authors: string[];
  @Whole({ nullable: true }) number: number | null;
  @Day({ nullable: true }) effectiveFrom: string | null;
  @Instant({ nullable: true }) publishedAt: string | null;

  static drafted(
    by: string,
    place: Pick<SplittingStandard, 'basicCode' | 'organizationId' | 'areaPath'>,
    counterparts: string[],
    content: SplittingContent,
  ): SplittingStandard {
    mustSayOnce(content);
    const nothing = { pilotAreas: [], pilot: null, signatures: [], number: null, effectiveFrom: null, publishedAt: null };
    const facts = { ...place, counterparts, content, authors: [by], state: 'draft' as const };
    const standard = Object.assign(new SplittingStandard(), { ...facts, ...nothing });
    standard.mark('draft', { basicCode: place.basicCode });
    return standard;
  }

  edit(by: string, counterparts: string[], content: SplittingContent): void {
    mustSayOnce(content);
    this.move(splittingStandardLifecycle, 'edit');
    Object.assign(this, { counterparts, content, pilot: null, pilotAreas: [], signatures: [] });
    this.authors = [...new Set([...this.authors, by])];
  }

  openPilot(places: string[], areas: string[], opensOn: string): void {
    this.move(splittingStandardLifecycle, 'open-pilot', { places });
    Object.assign(this, { pilot: { places, opensOn, reports: [] }, pilotAreas: areas, signatures: [] });
  }

  /** The last report ends the pilot: what one place found unworkable goes back to the drafters, with all findings. */
  report(facts: Omit<PilotReport, 'at'>, now: string): void {
    const pilot = this.pilot!;
    if (!pilot.places.includes(facts.place)) throw refuse('not-a-pilot-place', { values: { place: facts.place } });
    if (pilot.reports.some(({ place }) => place === facts.place))
      throw refuse('reported-already', { values: { place: facts.place } });
    const reports = [...pilot.reports, { ...facts, at: now }];
    const complete = reports.length === pilot.places.length;
    const workable = reports.every(({ outcome }) => outcome === 'workable');
    const act = !complete ? 'report' : workable ? 'conclude' : 'return';
    this.move(splittingStandardLifecycle, act, { place: facts.place, outcome: facts.outcome });
    this.pilot = { ...pilot, reports };
  }

  /** Each counterpart signs once, nobody what they wrote; a "no" returns the draft with its reasons. */
  countersign(by: string, facts: Omit<Signature, 'at'>, now: string): void {
    const { organizationId, answer, reasons } = facts;
    if (this.authors.includes(by)) throw refuse('own-standard');
    if (answer === 'no' && !reasons) throw refuse('objection-without-reasons');
    if (this.signatures.some((each) => each.organizationId === organizationId)) throw refuse('signed-already');
    const signatures = [...this.signatures, { ...facts, at: now }];
    const complete = signatures.length === this.counterparts.length;
    const act = answer === 'no' ? 'return' : complete ? 'agree' : 'countersign';
    this.move(splittingStandardLifecycle, act, { organizationId, answer });
    this.signatures = signatures;
  }

  publish(by: string, number: number, effectiveFrom: string, now: string): void {
    if (this.authors.includes(by)) throw refuse('own-standard');
    this.move(splittingStandardLifecycle, 'publish', { number, effectiveFrom });
    Object.assign(this, { number, effectiveFrom, publishedAt: now });
  }

  discard(reason: string): void {
    this.move(splittingStandardLifecycle, 'discard', { reason });
  }
}

function mustSayOnce(content: SplittingContent): void {
  const errors = saidTwice(content).map((pointer) => ({ pointer, code: 'twice', detail: 'said before' }));
  if (errors.length) throw refuse('standard-says-twice', { errors });
}
