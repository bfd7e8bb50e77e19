import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Refusal } from '../../../kernel/http/problem';
import { Store } from '../../../kernel/persistence/store';
import { type ArrangementCard, DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from '../acceptance.errors';
import { SupplementRequest } from '../intake/supplement-request.entity';
import { Material } from '../material/material.entity';
import { SpecialProcedure } from '../review/special-procedure.entity';
import { Case } from './case.entity';
import { type CaseAct, caseLifecycle, type CaseState } from './case.lifecycle';
import { casePolicy } from './case.policy';
import { lawOf } from './case.rules';
import { openOrders } from './notices.rules';
import { grantsUnder } from './received.rules';

const ERASE = `
  with file as (delete from acceptance.material_file f using acceptance.material m where m.id = f.id and m.case_id = $1 and ($2::text[] is null or m.code = any($2)))
  delete from acceptance.material where case_id = $1 and ($2::text[] is null or code = any($2))`;

/** In the words of the partial index case_of_version: submitted, and no answer yet. */
export const UNDECIDED = `t.state in ('submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended')`;
const UNDER = `
  select t.id from acceptance."case" t where t.variant_code = any($1::text[]) and t.guide_version_id = any($2::uuid[]) and ${UNDECIDED}
  order by t.id limit $3 for update`;

@Injectable()
export class Cases extends Store<Case, CaseAct> {
  constructor(private readonly directory: DirectoryFacade) {
    const below = {
      materials: { entity: Material, column: 'case_id', order: 'seq' },
      requests: { entity: SupplementRequest, column: 'case_id', order: 'requested_at' },
      procedures: { entity: SpecialProcedure, column: 'case_id', order: 'begun_at' },
    };
    super({ entity: Case, policy: casePolicy, lifecycle: caseLifecycle, below });
  }

  /** As every look-up; where the state makes the act unlawful and not merely impossible, the answer names the rule. */
  override async lookupFor(by: Actor, act: CaseAct, id: string, expected?: number): Promise<Case> {
    try {
      return await super.lookupFor(by, act, id, expected);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.type.code === 'kernel.not-found') return super.lookupFor((await this.received(by, id)).acting, act, id, expected);
      if (error.type.code === 'kernel.not-allowed' && (await this.byIds([id]))[0]?.elsewhere) throw refuse('run-elsewhere');
      if (error.type.code !== 'kernel.not-possible-now') throw error;
      const law = lawOf[act]?.[error.facts.more?.state as CaseState];
      throw law ? refuse(law, error.facts) : error;
    }
  }

  /** For what a notice named: the one of the organ, or where that is answered those of orders (implementation/I9). */
  async lookupForSupply(by: Actor, id: string, expected?: number): Promise<Case> {
    try {
      return await this.lookupFor(by, 'supplement', id, expected);
    } catch (error) {
      if (!(error instanceof Refusal) || error.type.code !== 'kernel.not-possible-now') throw error;
      if (!this.of.lifecycle.allows('supply-by-order', error.facts.more?.state as CaseState)) throw error;
      const kase = await this.lookupFor(by, 'supply-by-order', id, expected);
      if (!openOrders(kase).length) throw error;
      return kase;
    }
  }

  /** What may be supplied by an order the notices tell, not the state; and there is one helper at a time (acceptance/A27). */
  override actsFor(by: Actor, kase: Case): CaseAct[] {
    const idle = kase.helperId ? 'name-helper' : 'end-help';
    return super.actsFor(by, kase).filter((act) => act !== 'supply-by-order' && act !== idle);
  }

  /**
   * directory/D5: for one case of an organ above, staff of the township or village to which its item came down act as that organ's
   * own, as far as the mode goes. Everybody else is who they are.
   */
  async received(by: Actor, id: string): Promise<{ acting: Actor; arrangement?: ArrangementCard }> {
    const units = by.kind === 'staff' ? [...new Set(by.grants.flatMap(({ unit }) => unit ?? []))] : [];
    const [kase] = units.length ? await this.byIds([id]) : [];
    if (!kase || this.of.policy.see.test(kase, by)) return { acting: by };
    const arrangement = await this.directory.arrangementBetween(kase.organizationId, units, kase.basicCode);
    if (!arrangement) return { acting: by };
    return { acting: { ...by, grants: [...by.grants, ...grantsUnder(arrangement, by.grants)] }, arrangement };
  }

  override async save(by: Actor, ...cases: Case[]): Promise<void> {
    for (const kase of cases) kase.doneBy(by);
    await super.save(by, ...cases);
  }

  /** Of a draft: everything handed in when it is discarded, or the materials of these codes. */
  async eraseMaterials(id: string, codes: string[] | null = null): Promise<void> {
    await this.db.query(ERASE, [id, codes]);
  }

  byIds(ids: string[]): Promise<Case[]> {
    return this.find('t.id = any($1::uuid[])', [ids]);
  }

  /** Undecided cases of these lists under these versions, locked first and then read with what is below them. */
  async undecidedUnder(variantCodes: string[], versionIds: string[], count: number): Promise<Case[]> {
    const locked = await this.db.query<{ id: string }>(UNDER, [variantCodes, versionIds, count]);
    if (!locked.length) return [];
    const sql = `select ${this.whole()} as row from ${this.table()} t where t.id = any($1::uuid[]) order by t.id`;
    const rows = await this.db.query<{ row: object }>(sql, [locked.map(({ id }) => id)]);
    return rows.map(({ row }) => this.hydrate(row));
  }

  /** acceptance/A22: those that have these numbers, locked. */
  lockedByNumbers(numbers: string[]): Promise<Case[]> {
    return this.find('t.case_number = any($1::text[])', [numbers], 'order by t.id for update');
  }

  /** The case, locked, if it still waits for the answer that this limit was about. */
  async forLimit(id: string, limitId: string): Promise<Case | undefined> {
    const kase = await this.load(id, 'for update');
    return kase?.state === 'submitted' && kase.intakeLimitId === limitId ? kase : undefined;
  }

  /** The case, locked, because something beside it has changed: its limits, a promise. */
  forClock(id: string): Promise<Case | undefined> {
    return this.load(id, 'for update');
  }
}
