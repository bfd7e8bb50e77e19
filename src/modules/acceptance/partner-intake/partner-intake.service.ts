import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { digest } from '../../../kernel/history/history';
import { rowProblems } from '../../../kernel/jobs/row-problems';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { DirectoryFacade, type OrganizationCard } from '../../directory/directory.facade';
import { ImplementationFacade, type Offer } from '../../implementation/implementation.facade';
import { grantsFor } from '../../../kernel/authz/permissions';
import { acceptancePermissions } from '../acceptance.permissions';
import { Cases } from '../case/case.store';
import { Sealing } from '../case/sealing.service';
import { NumberReservations } from '../number-reservation/reservation.store';
import { Chunk, codeOf, type Surroundings, type Verdict } from './chunk';
import { contradicts, type KeptRecord } from './case-file';
import { PartnerRecords } from './partner-record.store';
import type { AcceptRecord } from './record.inputs';
import type { ReadRecord } from './record-reading.rules';
import { ReportedCases } from './reported-cases.service';

/** What is told of a record. */
export interface Outcome extends Pick<Verdict, 'line' | 'key' | 'problems'> {
  outcome: 'accepted' | 'duplicate' | 'parked' | 'refused';
  caseId?: string;
  caseNumber?: string;
  queryCode?: string;
  released?: number;
}

/** acceptance/A22: records of cases that departments run themselves, some in one transaction; streams of one organization take turns. */
@Injectable()
export class PartnerIntake {
  constructor(
    private readonly tx: Tx,
    private readonly vault: Vault,
    private readonly directory: DirectoryFacade,
    private readonly guides: ImplementationFacade,
    private readonly cases: Cases,
    private readonly sealing: Sealing,
    private readonly reservations: NumberReservations,
    private readonly records: PartnerRecords,
    private readonly reported: ReportedCases,
  ) {}

  /** The organization whose system is sending. */
  async homeOf(by: Actor): Promise<OrganizationCard | undefined> {
    const units = grantsFor(by, acceptancePermissions['partner-case.send']).flatMap(({ unit }) => unit ?? []);
    return (await this.directory.organizationsById(units.slice(0, 1)))[0];
  }

  take(by: Actor, home: OrganizationCard | undefined, records: ReadRecord[]): Promise<Outcome[]> {
    return this.tx.run(async () => {
      if (home) await this.records.takeTurn(home.id);
      const chunk = new Chunk(await this.lookUp(home, records));
      const verdicts = records.map((record) => chunk.take(record));
      const codes = await this.reported.write(by, chunk.files);
      if (home) await this.keep(by, home, chunk);
      return verdicts.map((verdict) => told(verdict, codes));
    });
  }

  private async lookUp(home: OrganizationCard | undefined, records: ReadRecord[]): Promise<Surroundings> {
    const numbers = [...new Set(records.flatMap(({ value }) => value.project_no ?? []))];
    const keys = [...new Set(records.map(({ key }) => key))];
    const known = home ? await this.records.known(home.id, keys) : [];
    const cases = numbers.length ? await this.cases.lockedByNumbers(numbers) : [];
    const guides = await this.offersOf(
      cases.map(({ guideVersionId }) => guideVersionId),
      (id) => this.guides.offerVersion(id),
    );
    const kept = new Map<string, KeptRecord[]>(numbers.map((number) => [number, []]));
    const ids = cases.map(({ id }) => id);
    for (const { caseNumber, ...record } of numbers.length ? await this.records.of(ids, numbers) : [])
      kept.get(caseNumber)?.push(record);
    const accepts = records.flatMap(({ value }) => (value.table === 'up_pro_accept' ? codeOf(value as AcceptRecord) : []));
    return {
      ...{ home, kept, today: shanghaiDay(this.tx.now), digestOf: ({ value }) => this.digestOf(value) },
      known: new Map(known.map((one) => [one.key, one])),
      held: await this.reservations.held(numbers),
      offers: await this.offersOf(accepts, (code) => this.guides.offer(code)),
      cases: new Map(cases.map((kase) => [kase.caseNumber!, { kase, guide: guides.get(kase.guideVersionId)!.guide }])),
    };
  }

  private async offersOf(names: string[], find: (name: string) => Promise<Offer | undefined>): Promise<Map<string, Offer>> {
    const offers = new Map<string, Offer>();
    for (const name of new Set(names)) {
      const offer = await find(name);
      if (offer) offers.set(name, offer);
    }
    return offers;
  }

  /** Keyed: what a record says about a person cannot be guessed from it. */
  private digestOf(value: object): string {
    return this.vault.blindIndex(digest({ ...value }), 'acceptance.partner_record.digest');
  }

  private async keep(by: Actor, home: OrganizationCard, { files }: Chunk): Promise<void> {
    const place = { organizationId: home.id, areaPath: home.areaPath, sentBy: by.id, receivedAt: this.tx.now };
    const all = files.flatMap((file) => [...file.news, ...file.parked].map((record) => ({ record, file })));
    await this.records.add(
      all.flatMap(({ record: { fresh, ...row }, file }) => {
        if (!fresh) return [];
        const { key, digest: of, value } = fresh;
        const sealed = this.sealing.seal('partner_record', row.id, value);
        return [{ ...row, ...place, key, digest: of, sealed, caseNumber: file.number!, caseId: caseIdOf(row, file.id) }];
      }),
    );
    const waited = all.filter(({ record: { fresh, state } }) => !fresh && state !== 'parked');
    await this.records.release(waited.map(({ record, file }) => ({ ...record, caseId: caseIdOf(record, file.id) })));
  }
}

const caseIdOf = ({ state }: Pick<KeptRecord, 'state'>, id: string | undefined): string | null =>
  state === 'placed' ? id! : null;

function told({ line, key, placed, known, problems = [] }: Verdict, codes: Map<string, string>): Outcome {
  const { file, entry } = placed ?? known ?? {};
  const faults = placed?.entry.fault ? rowProblems(contradicts(placed.entry.fault)) : problems;
  const outcome = faults.length ? 'refused' : known ? 'duplicate' : entry!.state === 'parked' ? 'parked' : 'accepted';
  const [caseId, caseNumber] = [file?.id ?? known?.caseId, file?.number ?? known?.caseNumber];
  const opened = placed && placed.entry.kind === 'up_pro_accept' ? placed.file : undefined;
  const queryCode = opened && codes.get(opened.id!);
  return {
    ...{ line, key, outcome },
    ...(caseId && { caseId }),
    ...(caseNumber && { caseNumber }),
    ...(queryCode && { queryCode }),
    ...(opened?.released && { released: opened.released }),
    ...(faults.length && { problems: faults }),
  };
}
