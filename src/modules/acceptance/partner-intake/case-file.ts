import type { FieldError, Refusal } from '../../../kernel/http/problem';
import type { Holder } from '../../identity/identity.facade';
import type { Guide, Offer } from '../../implementation/implementation.facade';
import type { Case } from '../case/case.entity';
import { contradiction, type Entry, inOrder } from './course.rules';
import { refuse } from './partner-intake.errors';
import type { AcceptRecord, AnyRecord } from './record.inputs';

/** A record as it is kept; `news` tells what is to be written of it. */
export interface KeptRecord extends Entry {
  state: 'placed' | 'parked' | 'refused';
  refusal: string | null;
  /** Why it was refused just now. */
  fault?: FieldError;
  /** Of one that has not been written before. */
  fresh?: { key: string; digest: string; value: AnyRecord };
}

/** What a case is opened with. */
export interface Opening {
  id: string;
  record: AcceptRecord;
  offer: Offer;
  holder: Holder;
  applied: string;
  accepted: string;
}

/** No case has so many records. */
const MOST = 1_000;

/** One case while records of it are taken in: what is there, what waits, what has come. */
export class CaseFile {
  opening?: Opening;
  /** Placed or refused just now. */
  readonly news: KeptRecord[] = [];
  /** How many had waited for the acceptance and are placed with it. */
  released = 0;

  constructor(
    public number: string | undefined,
    readonly placed: KeptRecord[] = [],
    readonly parked: KeptRecord[] = [],
    readonly kase?: Case,
    private readonly caseGuide?: Guide,
  ) {}

  get id(): string | undefined {
    return this.kase?.id ?? this.opening?.id;
  }

  get guide(): Guide | undefined {
    return this.caseGuide ?? this.opening?.offer.guide;
  }

  open(opening: Opening, entry: KeptRecord): void {
    mustFit(contradiction(entry, this.placed, this.begun));
    this.opening = opening;
    this.place(entry);
    // What had come before its case, in the order of business.
    for (const waiting of inOrder(this.parked) as KeptRecord[]) {
      const fault = contradiction(waiting, this.placed, this.begun);
      if (!fault) {
        this.place(waiting);
        this.released++;
      } else {
        Object.assign(waiting, { state: 'refused', refusal: fault.code, fault });
        this.news.push(waiting);
      }
    }
    this.parked.length = 0;
  }

  /** Where it belongs, or among those that wait for the acceptance. */
  add(entry: KeptRecord): void {
    const waits = this.id === undefined;
    const others = waits ? this.parked : this.placed;
    if (others.length >= MOST) mustFit({ pointer: '/project_no', code: 'too-many', detail: `at most ${MOST} records of a case` });
    mustFit(contradiction(entry, others, this.begun));
    if (waits) this.parked.push(entry);
    else this.place(entry);
  }

  private place(entry: KeptRecord): void {
    const stopsClock = entry.kind === 'up_pro_special_procedure' && this.stopping(entry) !== undefined;
    Object.assign(entry, { state: 'placed', stopsClock });
    this.placed.push(entry);
    this.news.push(entry);
  }

  /** implementation/I4: only what the guide names as a procedure of art. 45 stops the clock. */
  stopping({ step, extensionDays }: Entry) {
    return extensionDays ? undefined : this.guide?.specialProcedures.find(({ name, stopsClock }) => stopsClock && name === step);
  }

  private get begun(): { applied: string; accepted: string } | undefined {
    if (this.kase) return { applied: iso(this.kase.submittedAt!), accepted: iso(this.kase.acceptedAt!) };
    return this.opening;
  }
}

function mustFit(fault: FieldError | undefined): void {
  if (fault) throw contradicts(fault);
}

/** The column of a refused record tells in a word what is wrong, its detail in full. */
export const contradicts = ({ pointer, detail }: FieldError): Refusal =>
  refuse('record-contradicts', {
    values: { what: detail },
    errors: [{ pointer, code: 'acceptance.record-contradicts', detail }],
  });

export const iso = (instant: string): string => new Date(instant).toISOString();
