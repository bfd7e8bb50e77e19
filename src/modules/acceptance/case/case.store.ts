import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Refusal } from '../../../kernel/http/problem';
import { Store } from '../../../kernel/persistence/store';
import { refuse } from '../acceptance.errors';
import { SupplementRequest } from '../intake/supplement-request.entity';
import { Material } from '../material/material.entity';
import { SpecialProcedure } from '../review/special-procedure.entity';
import { Case } from './case.entity';
import { type CaseAct, caseLifecycle, type CaseState } from './case.lifecycle';
import { casePolicy } from './case.policy';
import { lawOf } from './case.rules';

interface Loaded {
  row: object;
  materials: object[];
  requests: object[];
  procedures: object[];
}

@Injectable()
export class Cases extends Store<Case, CaseAct> {
  constructor() {
    super({ entity: Case, policy: casePolicy, lifecycle: caseLifecycle });
  }

  /** As every look-up; where the state makes the act unlawful and not merely impossible, the answer names the rule. */
  override async lookupFor(by: Actor, act: CaseAct, id: string, expected?: number): Promise<Case> {
    try {
      return await super.lookupFor(by, act, id, expected);
    } catch (error) {
      if (!(error instanceof Refusal) || error.type.code !== 'kernel.not-possible-now') throw error;
      const law = lawOf[act]?.[error.facts.more?.state as CaseState];
      throw law ? refuse(law, error.facts) : error;
    }
  }

  byIds(ids: string[]): Promise<Case[]> {
    return this.find('t.id = any($1::uuid[])', [ids]);
  }

  /** The case, locked, if it still waits for the answer that this limit was about. */
  async forLimit(id: string, limitId: string): Promise<Case | undefined> {
    const kase = await this.load(id, 'for update');
    return kase?.state === 'submitted' && kase.intakeLimitId === limitId ? kase : undefined;
  }

  /** The case, locked, because something about its limits has changed. */
  forClock(id: string): Promise<Case | undefined> {
    return this.load(id, 'for update');
  }

  /** The record with the rows that its acts judge by, in one statement. */
  protected override async load(id: string, lock: '' | 'for update'): Promise<Case | undefined> {
    const found = await this.db.one<Loaded>(
      `select ${this.row()} as row, ${this.below(Material, 'seq')} as materials,
        ${this.below(SupplementRequest, 'requested_at')} as requests, ${this.below(SpecialProcedure, 'begun_at')} as procedures
      from ${this.table()} t where t.id = $1 ${lock}`,
      [id],
    );
    if (!found) return undefined;
    return Object.assign(this.hydrate(found.row), {
      materials: found.materials.map(of(Material)),
      requests: found.requests.map(of(SupplementRequest)),
      procedures: found.procedures.map(of(SpecialProcedure)),
    });
  }

  private below(entity: new () => object, order: string): string {
    const rows = `select ${this.row(entity)} as child from ${this.table(entity)} t where t.case_id = $1 order by t.${order}, t.id`;
    return `(select coalesce(jsonb_agg(child), '[]') from (${rows}) children)`;
  }
}

const of =
  <T extends object>(entity: new () => T) =>
  (row: object): T =>
    Object.assign(Object.create(entity.prototype as object) as T, row);
