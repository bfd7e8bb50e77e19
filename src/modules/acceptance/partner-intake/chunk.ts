import { attempt } from '../../../kernel/jobs/row-runs';
import type { RowProblem } from '../../../kernel/jobs/job-kind';
import type { Refusal } from '../../../kernel/http/problem';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { OrganizationCard } from '../../directory/directory.facade';
import type { Guide, Offer } from '../../implementation/implementation.facade';
import { unreadable } from '../../../kernel/jobs/row-problems';
import { refuse as refuseCase } from '../acceptance.errors';
import type { Case } from '../case/case.entity';
import { refuse as refuseNumber } from '../number-reservation/reservation.errors';
import type { Held } from '../number-reservation/reservation.store';
import { CaseFile, type KeptRecord } from './case-file';
import { holderOf } from './partner-applicant.rules';
import { refuse } from './partner-intake.errors';
import type { Known } from './partner-record.store';
import type { AcceptRecord } from './record.inputs';
import type { ReadRecord } from './record-reading.rules';
import { instantOf } from './record-time.rules';

/** What records of a chunk are about, looked up for all of them. */
export interface Surroundings {
  home: OrganizationCard | undefined;
  today: string;
  digestOf: (record: ReadRecord) => string;
  known: Map<string, NonNullable<Verdict['known']>>;
  held: Map<string, Held>;
  offers: Map<string, Offer>;
  cases: Map<string, { kase: Case; guide: Guide }>;
  kept: Map<string, KeptRecord[]>;
}

interface Placed {
  file: CaseFile;
  entry: KeptRecord;
}

/** What became of a record, as far as it is clear before the chunk is written. */
export interface Verdict {
  line: number;
  key: string;
  /** Where it belongs; its state is final when the chunk is. */
  placed?: Placed;
  /** What was sent before. */
  known?: Known & Partial<Placed>;
  problems?: RowProblem[];
}

/** Some records one after the other, in the order in which they came. Nothing is looked up or written here. */
export class Chunk {
  readonly files: CaseFile[] = [];
  private readonly byNumber = new Map<string, CaseFile>();

  constructor(private readonly around: Surroundings) {}

  take(record: ReadRecord): Verdict {
    const { line, key } = record;
    const result = attempt(() => this.place(record));
    return 'outcome' in result ? { line, key, problems: result.problems } : { line, key, ...result };
  }

  private place(record: ReadRecord): Pick<Verdict, 'placed' | 'known'> {
    const { known, home } = this.around;
    const digest = this.around.digestOf(record);
    const before = known.get(record.key);
    if (before && before.digest !== digest) throw refuse('record-key-reused');
    if (before) return { known: before };
    if (!home) throw refuse('record-of-another');
    const caseId = uuidv7();
    const entry: KeptRecord = {
      ...{ id: uuidv7(), ...record.entry, stopsClock: false, state: 'parked', refusal: null },
      fresh: { key: record.key, digest, value: record.value },
    };
    const file =
      record.value.table === 'up_pro_accept'
        ? this.open(caseId, record.value as AcceptRecord, entry, home)
        : this.follow(record, entry, home);
    known.set(record.key, { key: record.key, digest, caseNumber: file.number ?? '', caseId: null, file, entry });
    return { placed: { file, entry } };
  }

  private open(id: string, record: AcceptRecord, entry: KeptRecord, home: OrganizationCard): CaseFile {
    if (record.org_code !== home.uscc)
      throw refuse('record-of-another', at('/org_code', 'acceptance.record-of-another', home.uscc));
    const offer = this.around.offers.get(codeOf(record));
    if (!offer)
      throw refuseCase('no-such-offer', {
        values: { code: codeOf(record) },
        ...at('/task_code', 'acceptance.no-such-offer', 'a code of a published guide'),
      });
    if (offer.guide.organization.id !== home.id)
      throw refuse('record-of-another', at('/task_code', 'acceptance.record-of-another', 'an item of your organization'));
    mustAgree(record, offer);
    const holder = holderOf(record, offer.guide, this.around.today);
    const { project_no: number } = record;
    const file = number === undefined ? new CaseFile(undefined) : this.fileOf(number, home);
    if (number !== undefined && !file.kase) this.mustBeReserved(number, home, offer);
    const begun = { applied: instantOf(record.apply_date)!, accepted: entry.at! };
    file.open({ id, record, offer, holder, ...begun }, entry);
    if (number === undefined) this.files.push(file);
    return file;
  }

  private follow({ value }: ReadRecord, entry: KeptRecord, home: OrganizationCard): CaseFile {
    const number = value.project_no!;
    const file = this.fileOf(number, home);
    if (!file.id) this.mustBeReserved(number, home);
    file.add(entry);
    return file;
  }

  private fileOf(number: string, home: OrganizationCard): CaseFile {
    const { kase, guide } = this.around.cases.get(number) ?? {};
    if (kase && kase.organizationId !== home.id)
      throw refuse('record-of-another', at('/project_no', 'acceptance.record-of-another', 'a case of your organization'));
    if (kase && !kase.elsewhere)
      throw refuse('run-here', at('/project_no', 'acceptance.run-here', 'a case that your own system runs'));
    if (!this.byNumber.has(number)) {
      const kept = this.around.kept.get(number) ?? [];
      const of = (state: KeptRecord['state']) => kept.filter((one) => one.state === state);
      const file = new CaseFile(number, of('placed'), of('parked'), kase, guide);
      this.byNumber.set(number, file);
      this.files.push(file);
    }
    return this.byNumber.get(number)!;
  }

  /** acceptance/A1: for this organization, for this item, and not too long ago. */
  private mustBeReserved(number: string, home: OrganizationCard, offer?: Offer): void {
    const held = this.around.held.get(number);
    const good = held && held.organizationId === home.id && held.expiresOn >= this.around.today;
    if (!good || (offer && !number.startsWith(offer.code)))
      throw refuseNumber(
        'number-not-reserved',
        at('/project_no', 'acceptance.number-not-reserved', 'a number that your organization has reserved'),
      );
  }
}

export const codeOf = ({ task_handle_item, task_code }: AcceptRecord): string => task_handle_item ?? task_code;

function mustAgree({ task_code, catalog_code }: AcceptRecord, { code, guide }: Offer): void {
  const errors = [
    ...(task_code === code ? [] : [{ pointer: '/task_handle_item', code: 'inconsistent', detail: `a variant of ${task_code}` }]),
    ...(catalog_code === guide.basicCode ? [] : [{ pointer: '/catalog_code', code: 'inconsistent', detail: guide.basicCode }]),
  ];
  if (errors.length) throw unreadable('acceptance/A22', errors);
}

const at = (pointer: string, code: string, detail: string): { errors: NonNullable<Refusal['facts']['errors']> } => ({
  errors: [{ pointer, code, detail }],
});
