import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { FrozenGuides } from '../case/guides.service';
import { Sealing } from '../case/sealing.service';
import { Documents } from '../document/document.service';
import { SuppliedService } from '../intake/supplied.service';
import type { MaterialInput } from '../material/material.inputs';
import type { Deferral } from './deferral.entity';
import { refuse } from './deferral.errors';
import type { DeferralAct } from './deferral.lifecycle';
import { extended } from './deferral.notices';
import { DEFERRAL, type Extending, EXTENSION_BASIS } from './deferral.rules';
import { DeferralService, deferralSubject } from './deferral.service';
import { Deferrals } from './deferral.store';

/** 补交、申请延期、延期 */
@Injectable()
export class DeferralDesk {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly deferrals: Deferrals,
    private readonly service: DeferralService,
    private readonly guides: FrozenGuides,
    private readonly supplied: SuppliedService,
    private readonly documents: Documents,
    private readonly limits: TimeLimitsFacade,
    private readonly sealing: Sealing,
  ) {}

  /** acceptance/A9: what was promised comes, late or not. */
  supply(by: Actor, caseId: string, id: string, materials: MaterialInput[], expected?: number): Promise<Deferral> {
    return this.tx.run(async () => {
      const { kase, deferral } = await this.lookup(by, 'supply', caseId, id, expected);
      mustBeItself(deferral, materials);
      const { handed } = await this.supplied.take(by, kase, await this.guides.of(kase), { materials });
      kase.supplyDeferred(deferral.materialCode, handed);
      deferral.supply(this.tx.now);
      await this.limits.meet(by, deferralSubject(id));
      await this.cases.save(by, kase);
      await this.deferrals.save(by, deferral);
      return deferral;
    });
  }

  ask(by: Actor, caseId: string, id: string, reason: string, expected?: number): Promise<Deferral> {
    return this.tx.run(async () => {
      const { deferral } = await this.lookup(by, 'ask', caseId, id, expected);
      deferral.ask(this.tx.now, this.sealing.seal('deferral', id, { asked: reason } satisfies Extending));
      await this.deferrals.save(by, deferral);
      return deferral;
    });
  }

  /** acceptance/A9: once, by the organ, because the applicant has asked for it. */
  extend(by: Actor, caseId: string, id: string, input: { days: number; reason: string }, expected?: number): Promise<Deferral> {
    return this.tx.run(async () => {
      const { days, reason } = input;
      const { kase, deferral } = await this.lookup(by, 'extend', caseId, id, expected);
      deferral.mustBeExtendable(days);
      const [limit] = await this.limits.extend(by, deferralSubject(id), { days, basis: EXTENSION_BASIS }, [DEFERRAL]);
      const { dueOn } = limit!;
      const about = { material: { code: deferral.materialCode, name: deferral.materialName } };
      const content = { ...about, days, unit: 'working-day', reason, dueOn, approvedBy: by.id };
      const document = await this.documents.draw(kase, await this.guides.of(kase), 'extension', content);
      const { asked } = this.sealing.open<Extending>('deferral', { id, sealed: deferral.sealed! });
      const sealed = this.sealing.seal('deferral', id, { asked, given: reason } satisfies Extending);
      kase.attach('extend-deferral', document, { code: deferral.materialCode, days });
      deferral.extend(this.tx.now, { days, dueOn, sealed, document: document.number });
      await this.cases.save(by, kase);
      await this.deferrals.save(by, deferral);
      await this.service.tell(by, 'extended', [deferral], extended);
      return deferral;
    });
  }

  /** directory/D5: as whoever they are at the organ whose case it is. The case first, as everywhere. */
  private async lookup(
    by: Actor,
    act: DeferralAct,
    caseId: string,
    id: string,
    expected?: number,
  ): Promise<{ kase: Case; deferral: Deferral }> {
    const { acting } = await this.cases.received(by, caseId);
    const kase = await this.cases.forClock(caseId);
    const deferral = await this.deferrals.lookupFor(acting, act, id, expected);
    if (!kase || deferral.caseId !== caseId) throw refuseKernel('not-found');
    return { kase, deferral };
  }
}

function mustBeItself({ materialCode: code }: Deferral, materials: readonly MaterialInput[]): void {
  const errors = materials.flatMap((material, index) =>
    material.code === code && material.kind !== 'deferred'
      ? []
      : [{ pointer: `/materials/${index}`, code: 'another', detail: `${material.code}: ${material.kind}` }],
  );
  if (errors.length) throw refuse('supply-of-another', { values: { code }, errors });
}
