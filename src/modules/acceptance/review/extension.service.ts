import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { Guide } from '../../implementation/implementation.facade';
import { refuse } from '../acceptance.errors';
import { mostExtension } from '../case/case-limits.rules';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { Documents } from '../document/document.service';

const ART_42 = '《行政许可法》第四十二条';

export interface Extended {
  days: number;
  reason: string;
  /** For items that are no licences. */
  basis?: string;
}

/** 延长办理期限 */
@Injectable()
export class ExtensionService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly documents: Documents,
  ) {}

  /** acceptance/A20: once, by the head, and the applicant is told why. */
  extend(by: Actor, id: string, { days, reason, basis }: Extended, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'extend', id, expected);
      const guide = await this.guides.of(kase);
      if (!isHeadFor(by, kase, guide)) throw refuse('extension-of-another-head');
      const most = mostExtension(guide);
      if (days > most) throw refuse('extension-too-long', { values: { most } });
      const provision = guide.procedureLaw.licensing ? ART_42 : basis;
      if (!provision) throw refuse('extension-without-basis');
      const { dueOn } = await this.clocks.extend(by, id, guide, { days, basis: provision });
      const content = { days, unit: 'working-day', reason, basis: provision, dueOn, approvedBy: by.id };
      const document = await this.documents.draw(kase, guide, 'extension', content);
      kase.extend({ days, dueOn: (await this.clocks.nearest(id)) ?? dueOn, document });
      await this.cases.save(by, kase);
      return kase;
    });
  }
}

/**
 * Art. 42: the head of the organ, or for joint handling the head of the people's government of the organ's own level, neither that of
 * one above nor an administrator of the service centre.
 */
function isHeadFor({ grants }: Actor, { organizationId, areaPath }: Case, { jointHandling }: Guide): boolean {
  return grants.some(({ role, unit, area }) =>
    jointHandling ? role === 'government-head' && area === areaPath[0] : role === 'department-head' && unit === organizationId,
  );
}
