import { randomUUID } from 'node:crypto';
import { Entity } from 'typeorm';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Ref, Whole, WordList, Words, YesNo } from '../../../kernel/persistence/columns';
import { withoutIdentifiers } from '../../../kernel/validation/identifiers';
import { refuse } from '../ratings.errors';
import { RatingGiven, RatingSupplemented } from '../ratings.events';
import { type Grade, strayDetail } from './detail-codes.rules';
import { ratingLifecycle, type RatingState } from './rating.lifecycle';

/** What was said, the first time or in the supplement. */
export interface Opinion {
  grade: Grade;
  details: string[];
  text?: string;
}

/** The service that was rated: a case, or the nth visit of it. */
export interface RatedService {
  caseId: string;
  serviceNumber: number | null;
  partyId: string;
  organizationId: string;
  areaPath: string[];
  basicCode: string;
  itemName: string;
}

/** A rating of a service by the person served (好差评). */
@Entity({ schema: 'ratings', name: 'rating' })
export class Rating extends Aggregate<RatingState> {
  /** R3: what the organ rated knows it by. The id would tell when it was given, and so by whom. */
  @Ref() reference: string;
  @Ref() caseId: string;
  /** Nth service of the case (一次一评); null: the case as a whole (一事一评). */
  @Whole({ nullable: true }) serviceNumber: number | null;
  @Ref() partyId: string;
  @Ref() organizationId: string;
  @WordList() areaPath: string[];
  @Words() basicCode: string;
  @Words() itemName: string;
  @Words() way: 'signed-in' | 'invitation';
  @YesNo() anonymous: boolean;
  @Whole() grade: Grade;
  @WordList() details: string[];
  @Words({ nullable: true }) text: string | null;
  @Instant() ratedAt: string;
  @Day() ratedOn: string;
  @Whole({ nullable: true }) laterGrade: Grade | null;
  @WordList() laterDetails: string[];
  @Words({ nullable: true }) laterText: string | null;
  @Instant({ nullable: true }) supplementedAt: string | null;
  @Day({ nullable: true }) supplementedOn: string | null;

  static give(service: RatedService, opinion: Opinion, how: Pick<Rating, 'way' | 'anonymous'>, now: string): Rating {
    const { grade, details, text = null } = checked(opinion);
    const rating = new Rating();
    const said = { grade, details, text, ratedAt: now, ratedOn: shanghaiDay(now) };
    const later = { laterGrade: null, laterDetails: [], laterText: null, supplementedAt: null, supplementedOn: null };
    Object.assign(rating, { state: 'given', reference: randomUUID(), ...service, ...how, ...said, ...later });
    rating.mark('give', { grade, way: how.way });
    rating.tell(RatingGiven({ ...rating.about, grade }));
    return rating;
  }

  /** R2: one supplement (追评); the first rating stays as it was. */
  supplement(opinion: Opinion, now: string): void {
    const { grade, details, text = null } = checked(opinion);
    this.move(ratingLifecycle, 'supplement', { grade });
    const at = { supplementedAt: now, supplementedOn: shanghaiDay(now) };
    Object.assign(this, { laterGrade: grade, laterDetails: details, laterText: text, ...at });
    this.tell(RatingSupplemented({ ...this.about, grade }));
  }

  private get about() {
    return { ratingId: this.id, organizationId: this.organizationId, basicCode: this.basicCode };
  }
}

/** R1: the first digit of a detail is the grade. R3: whoever signs with their number stays unknown to the organ all the same. */
function checked(opinion: Opinion): Opinion {
  const detail = strayDetail(opinion.grade, opinion.details);
  if (detail) throw refuse('detail-of-other-grade', { values: { detail, grade: opinion.grade } });
  return { ...opinion, ...(opinion.text && { text: withoutIdentifiers(opinion.text) }) };
}
